// The check over the package by its names, for whatever resolves names.
import * as microlora from 'microlora';
import * as files from 'microlora/safetensors';
import * as scalar from 'microlora/scalar';
import { check } from './check.js';

export const outcome = () =>
  check(microlora, async () => ({ api: scalar, engine: await scalar.createEngine() }), files);
