// What a file holds of trajectories: one tensor for each field, oldest first.
import { internalsOf } from '../internals.js';
import { float32Of, float64Of, tensorOf } from './floats.js';
import { partOf } from './parts.js';

/**
 * @typedef {import('./format.js').Tensor} Tensor
 * @typedef {import('./parts.js').Parts} Parts
 */

const NAMES = /** @type {const} */ (['embedding', 'operator', 'attention']);
const TIMES = /** @type {const} */ (['executionMs', 'baselineMs']);
/** Of decisions of a policy; not there where no trajectory has them. */
const DECISION = /** @type {const} */ (['probability', 'limit', 'stopped']);

/** @param {import('../trajectory-buffer.js').TrajectoryBuffer} buffer */
export function trajectoryParts(buffer) {
  const { capacity, dim, operators, length, totalCount } = buffer;
  return { object: JSON.stringify({ capacity, dim, operators, length, totalCount }) };
}

/** @param {import('../trajectory-buffer.js').TrajectoryBuffer} buffer */
export function trajectoryTensors(buffer) {
  const all = [...buffer];
  const embeddings = new Float32Array(all.length * buffer.dim);
  all.forEach(({ embedding }, i) => embeddings.set(embedding, i * buffer.dim));
  const [embedding, ...numbers] = NAMES;
  const isPlain = (/** @type {import('../microlora.js').Trajectory} */ one) =>
    one.probability === 1 && one.limit === Infinity && !one.stopped;
  const decision = all.every(isPlain) ? [] : DECISION;
  return [
    tensorOf(embedding, [all.length, buffer.dim], embeddings),
    ...numbers.map((name) =>
      tensorOf(
        name,
        [all.length],
        Uint8Array.from(all, (one) => one[name]),
      ),
    ),
    ...TIMES.map((name) =>
      tensorOf(
        name,
        [all.length],
        Float64Array.from(all, (one) => one[name]),
      ),
    ),
    ...decision.map((name) =>
      tensorOf(
        name,
        [all.length],
        Float64Array.from(all, (one) => Number(one[name])),
      ),
    ),
  ];
}

/** What the metadata of a buffer says. */
const FIELDS = ['capacity', 'dim', 'operators', 'length', 'totalCount'];

/**
 * @param {Parts} parts
 * @param {import('./place.js').Make} make
 */
export function loadTrajectories(parts, make) {
  const { length, totalCount, ...options } = partOf(parts, 'object', FIELDS);
  const { take, find, end } = parts;
  const buffer = make('TrajectoryBuffer', options);
  return {
    object: buffer,
    fill() {
      const { dim } = buffer;
      const embeddings = float32Of(take('embedding', 'F32', [length, dim]));
      const [operator, attention] = ['operator', 'attention'].map(
        (name) => take(name, 'U8', [length]).bytes,
      );
      const [execution, baseline] = TIMES.map((name) => float64Of(take(name, 'F64', [length])));
      const decisions =
        find(DECISION[0]) === undefined
          ? undefined
          : DECISION.map((name) => float64Of(take(name, 'F64', [length])));
      end();
      for (let i = 0; i < length; i++) {
        const embedding = embeddings.subarray(i * dim, (i + 1) * dim);
        const [probability, limit, stopped] = decisions?.map((numbers) => numbers[i]) ?? [];
        const decision =
          decisions === undefined ? undefined : { probability, limit, stopped: stopped === 1 };
        buffer.record(embedding, operator[i], attention[i], execution[i], baseline[i], decision);
      }
      internalsOf(buffer)._call('trajectory_set_total_count', totalCount);
    },
  };
}
