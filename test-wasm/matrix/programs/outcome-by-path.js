// The check over the package by the paths of its files, for browsers without a bundler.
import * as microlora from './node_modules/microlora/dist/microlora.js';
import * as files from './node_modules/microlora/dist/safetensors.js';
import * as scalar from './node_modules/microlora/dist/microlora.scalar.js';
import * as small from './node_modules/microlora/dist/small.js';
import * as smallScalar from './node_modules/microlora/dist/small.scalar.js';
import { check, withEntry } from './check.js';

export const outcome = () =>
  check({ full: withEntry(microlora, scalar), small: withEntry(small, smallScalar) }, files);
