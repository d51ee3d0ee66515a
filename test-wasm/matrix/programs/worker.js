// A Web Worker: sends the outcome to its page.
import { outcome } from './outcome-by-path.js';

postMessage(await outcome());
