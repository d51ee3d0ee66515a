// The losses in plain JavaScript, with care for speed: each returns the loss of y (n) and writes dL/dy
// to g. Candidates are (count, n), row-major, the positive first. Sums are in two parts, as in
// plain-lora.js.

const MOST = 64; // candidates
const sizes = new Float64Array(MOST);
const cosines = new Float64Array(MOST);
const weights = new Float64Array(MOST);

function dotAt(y, matrix, from) {
  let even = 0;
  let odd = 0;
  for (let i = 0; i < y.length; i += 2) {
    even += y[i] * matrix[from + i];
    odd += y[i + 1] * matrix[from + i + 1];
  }
  return even + odd;
}

function lengthAt(matrix, from, n) {
  let even = 0;
  let odd = 0;
  for (let i = from; i < from + n; i += 2) {
    even += matrix[i] * matrix[i];
    odd += matrix[i + 1] * matrix[i + 1];
  }
  return Math.sqrt(even + odd);
}

export function huber(y, g, t, delta) {
  let sum = 0;
  for (let i = 0; i < y.length; i++) {
    const error = y[i] - t[i];
    const size = Math.abs(error);
    sum += size <= delta ? 0.5 * error * error : delta * (size - 0.5 * delta);
    g[i] = size <= delta ? error : error > 0 ? delta : -delta;
  }
  return sum;
}

// 1 - cos, with gradient (cos y / |y| - t / |t|) / |y|.
export function cosine(y, g, t) {
  const n = y.length;
  const length = lengthAt(y, 0, n);
  const target = lengthAt(t, 0, n);
  const similarity = dotAt(y, t, 0) / (length * target);
  const ofY = similarity / (length * length);
  const ofT = 1 / (length * target);
  for (let i = 0; i < n; i++) g[i] = ofY * y[i] - ofT * t[i];
  return 1 - similarity;
}

function compare(y, candidates, length, count) {
  const n = y.length;
  for (let c = 0; c < count; c++) {
    sizes[c] = lengthAt(candidates, c * n, n);
    cosines[c] = dotAt(y, candidates, c * n) / (length * sizes[c]);
  }
}

// g = sum of weights times dcos / dy
function combine(y, g, candidates, length, count) {
  const n = y.length;
  let along = 0;
  for (let c = 0; c < count; c++) along += weights[c] * cosines[c];
  const ofY = along / (length * length);
  for (let i = 0; i < n; i++) g[i] = -ofY * y[i];
  for (let c = 0; c < count; c++) {
    const factor = weights[c] / (length * sizes[c]);
    const from = c * n;
    for (let i = 0; i < n; i++) g[i] += factor * candidates[from + i];
  }
}

export function infoNce(y, g, candidates, temperature) {
  const count = candidates.length / y.length;
  const length = lengthAt(y, 0, y.length);
  compare(y, candidates, length, count);
  let most = cosines[0];
  for (let c = 1; c < count; c++) most = Math.max(most, cosines[c]);
  let total = 0;
  for (let c = 0; c < count; c++) {
    weights[c] = Math.exp((cosines[c] - most) / temperature);
    total += weights[c];
  }
  for (let c = 0; c < count; c++) {
    weights[c] = (weights[c] / total - (c === 0 ? 1 : 0)) / temperature;
  }
  combine(y, g, candidates, length, count);
  return Math.log(total) + (most - cosines[0]) / temperature;
}

export function triplet(y, g, candidates, margin) {
  const count = candidates.length / y.length;
  const length = lengthAt(y, 0, y.length);
  compare(y, candidates, length, count);
  const share = 1 / (count - 1);
  let loss = 0;
  weights[0] = 0;
  for (let c = 1; c < count; c++) {
    const excess = margin + cosines[c] - cosines[0];
    weights[c] = excess > 0 ? share : 0;
    weights[0] -= weights[c];
    loss += weights[c] * excess;
  }
  combine(y, g, candidates, length, count);
  return loss;
}
