// The one vector to send where an index keeps documents as they are, and searches by inner product.
//
// In the space a document d is c / |c| with c = W (d - w md), and y finds it where y.c >= s |c| |y|. That is
//
//     (W y / |y|).d - s |c| >= (W y / |y|).(w md),
//
// of which the right side is the same for all documents. |c| is nearly a + b.d, with b by least squares; so
// the inner product of d with W y / |y| - s b puts documents in nearly the order that the space does.
import { DOCUMENTS } from 'microlora:abi';
import { checkRows, checkVector } from '../check.js';
import { raise } from '../error.js';

/** s: about the cosine of what is found. */
const COSINE = 0.5;
/** Steps of the conjugate gradients for b; and the share of the variance that another one has to explain. */
const STEPS = 64;
const LEAST = 1e-5;
/** Of squares: lengths that differ by less are all the same. */
const ROUNDING = 1e-12;
const MAX_ROWS = 2 ** 32 - 1;

/** @typedef {import('./embedding-space.js').Space} Space */
/** @typedef {Float32Array | Float64Array} Vector */

/**
 * @param {Vector} v
 * @param {Vector} w
 */
function dot(v, w) {
  let sum = 0;
  for (let i = 0; i < v.length; i++) sum += v[i] * w[i];
  return sum;
}

/**
 * to += factor v
 *
 * @param {Float64Array} to
 * @param {number} factor
 * @param {Vector} v
 */
function add(to, factor, v) {
  for (let i = 0; i < to.length; i++) to[i] += factor * v[i];
}

/** @param {Space} space */
function directionsOf(space) {
  const { directions, scales } = space._export();
  return Array.from(scales, (scale, j) => ({
    v: directions.subarray(j * space.dim, (j + 1) * space.dim),
    scale,
  }));
}

/**
 * v becomes W v.
 *
 * @param {Float64Array} v
 * @param {{ v: Float32Array, scale: number }[]} directions
 */
function soften(v, directions) {
  const shares = directions.map((direction) => (1 - direction.scale) * dot(direction.v, v));
  directions.forEach((direction, j) => add(v, -shares[j], direction.v));
}

/**
 * b (dim) that makes the sum of (lengths_j - a - b.d_j)^2 least, and the share of their variance that it explains.
 * By conjugate gradients (CGLS), which need no matrix, and find the shortest b where there are many.
 *
 * @param {Float32Array[]} documents
 * @param {Float64Array} lengths
 */
function fit(documents, lengths) {
  const { length: count } = documents;
  const mean = new Float64Array(documents[0].length);
  for (const document of documents) add(mean, 1 / count, document);
  const meanLength = lengths.reduce((sum, length) => sum + length / count, 0);
  const b = new Float64Array(mean.length);
  const rest = lengths.map((length) => length - meanLength);
  const total = dot(rest, rest);
  if (total <= ROUNDING * dot(lengths, lengths)) return { b, r2: 1 };

  const gradientOf = () => {
    const gradient = new Float64Array(mean.length);
    documents.forEach((document, j) => add(gradient, rest[j], document));
    return gradient;
  };
  let direction = gradientOf();
  let squares = dot(direction, direction);
  for (let step = 0; step < STEPS; step++) {
    const ofMean = dot(direction, mean);
    const moved = lengths.map((_, j) => dot(direction, documents[j]) - ofMean);
    const distance = squares / dot(moved, moved);
    // Documents that are all alike explain nothing.
    if (!Number.isFinite(distance)) break;
    add(b, distance, direction);
    add(rest, -distance, moved);
    if (distance * squares <= LEAST * total) break;
    const gradient = gradientOf();
    const before = squares;
    squares = dot(gradient, gradient);
    add(gradient, squares / before, direction);
    direction = gradient;
  }
  return { b, r2: 1 - dot(rest, rest) / total };
}

/**
 * @param {Space} space
 * @param {Float32Array} documents
 */
export function fitRawIndex(space, documents) {
  const where = 'fitRawIndex';
  space._checkAlive();
  const { dim } = space;
  const count = checkRows(where, documents, dim, MAX_ROWS);
  space._checkRows(where, documents);
  if (space._call('space_count', DOCUMENTS) === 0) {
    raise('LORA_E_STATE', `${where}: the space knows no documents; call learnDocuments before`);
  }
  const { documentMean } = space._export();
  const directions = directionsOf(space);
  const rows = Array.from({ length: count }, (_, j) => documents.subarray(j * dim, (j + 1) * dim));
  const lengths = Float64Array.from(rows, (row) => {
    const v = Float64Array.from(row);
    add(v, -1, documentMean);
    soften(v, directions);
    return Math.sqrt(dot(v, v));
  });
  const { b, r2 } = fit(rows, lengths);
  return { correction: Float32Array.from(b), r2 };
}

/**
 * @param {Space} space
 * @param {Float32Array} y
 * @param {Float32Array} correction
 * @param {Float32Array} [out]
 */
export function rawQuery(space, y, correction, out = new Float32Array(space.dim)) {
  space._checkAlive();
  checkVector('rawQuery: answer', y, space.dim);
  checkVector('rawQuery: correction', correction, space.dim);
  checkVector('rawQuery: out', out, space.dim);
  const v = Float64Array.from(y);
  const length = Math.sqrt(dot(v, v)) || 1;
  soften(v, directionsOf(space));
  const result = v.map((value, i) => Math.fround(value / length - COSINE * correction[i]));
  if (!result.every(Number.isFinite)) {
    raise('LORA_E_NONFINITE', 'rawQuery: a number of the answer or the correction is not finite');
  }
  out.set(result);
  return out;
}
