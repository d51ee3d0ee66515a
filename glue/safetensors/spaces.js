// What a file holds of an embedding space: its components, a row for each direction, and its numbers.
import { internalsOf } from '../internals.js';
import { doublesOf } from './adapters.js';
import { check, writeDoubles } from './load-adapters.js';
import { float32Of, tensorOf } from './floats.js';
import { partOf } from './parts.js';

/**
 * @typedef {import('./format.js').Tensor} Tensor
 * @typedef {import('./parts.js').Parts} Parts
 */

const COMPONENTS = 'components';
const NUMBERS = 'numbers';
const FIELDS = ['dim', 'directions'];

/** @param {any} space internals */
export const spaceParts = ({ dim, directions }) => ({
  object: JSON.stringify({ dim, directions }),
});

/** @param {any} space internals */
export function spaceTensors(space) {
  const { dim, directions } = space;
  const components = new Float32Array(directions * dim);
  for (let row = 0; row < directions; row++) {
    space._call('space_read_row', row);
    components.set(space._engine._transfer.subarray(0, dim), row * dim);
  }
  const count = space._call('space_read_numbers');
  return [
    tensorOf(COMPONENTS, [directions, dim], components),
    tensorOf(NUMBERS, [count], doublesOf(space._engine, count).slice()),
  ];
}

/**
 * @param {Parts} parts
 * @param {import('./place.js').Make} make
 */
export function loadSpace(parts, make) {
  const { take, end } = parts;
  const { dim, directions } = partOf(parts, 'object', FIELDS);
  const facade = make('EmbeddingSpace', { dim, directions });
  return {
    object: facade,
    fill() {
      const space = internalsOf(facade);
      const { _engine: engine, _handle: handle } = space;
      const components = float32Of(take(COMPONENTS, 'F32', [directions, dim]));
      const count = space._call('space_read_numbers');
      const numbers = take(NUMBERS, 'F64', [count]);
      end();
      for (let row = 0; row < directions; row++) {
        engine._transfer.set(components.subarray(row * dim, (row + 1) * dim));
        check(`the tensor ${COMPONENTS}`, engine._abi.lora_space_write_row(handle, row));
      }
      writeDoubles(space, numbers);
      check(`the tensor ${NUMBERS}`, engine._abi.lora_space_write_numbers(handle, count));
    },
  };
}
