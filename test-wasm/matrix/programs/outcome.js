// The check over the package by its names, for whatever resolves names.
import * as microlora from 'microlora';
import * as files from 'microlora/safetensors';
import * as scalar from 'microlora/scalar';
import * as small from 'microlora/small';
import * as smallScalar from 'microlora/small/scalar';
import { check, withEntry } from './check.js';

export const outcome = () =>
  check({ full: withEntry(microlora, scalar), small: withEntry(small, smallScalar) }, files);
