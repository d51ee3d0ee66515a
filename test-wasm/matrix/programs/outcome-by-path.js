// The check over the package by the paths of its files, for browsers without a bundler.
import * as microlora from './node_modules/microlora/dist/microlora.js';
import * as files from './node_modules/microlora/dist/safetensors.js';
import * as scalar from './node_modules/microlora/dist/microlora.scalar.js';
import { check } from './check.js';

export const outcome = () =>
  check(microlora, async () => ({ api: scalar, engine: await scalar.createEngine() }), files);
