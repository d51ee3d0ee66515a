// A program of Node, Deno or Bun that prints the outcome.
import { outcome } from './outcome.js';

console.log(JSON.stringify(await outcome()));
