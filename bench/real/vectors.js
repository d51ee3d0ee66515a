// Vectors and small matrices in double precision.

export function dot(a, b) {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

export const norm = (a) => Math.sqrt(dot(a, a));

/** to += factor * a */
export function add(to, factor, a) {
  for (let i = 0; i < to.length; i++) to[i] += factor * a[i];
}

/** A unit vector, or 0 where a is. */
export function normalized(a) {
  const length = norm(a);
  return Float64Array.from(a, (value) => (length > 0 ? value / length : 0));
}

export function difference(a, b) {
  return Float64Array.from(a, (value, i) => value - b[i]);
}

export function meanOf(vectors) {
  const mean = new Float64Array(vectors[0].length);
  for (const vector of vectors) add(mean, 1 / vectors.length, vector);
  return mean;
}

/** L (n, n), row-major, with L L^T = M; M is symmetric and positive definite. */
export function cholesky(M, n) {
  const L = new Float64Array(n * n);
  for (let j = 0; j < n; j++) {
    for (let i = j; i < n; i++) {
      let sum = M[i * n + j];
      for (let k = 0; k < j; k++) sum -= L[i * n + k] * L[j * n + k];
      L[i * n + j] = i === j ? Math.sqrt(sum) : sum / L[j * n + j];
    }
  }
  return L;
}

/** z with L L^T z = v */
export function solve(L, n, v) {
  const z = Float64Array.from(v);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) z[i] -= L[i * n + k] * z[k];
    z[i] /= L[i * n + i];
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) z[i] -= L[k * n + i] * z[k];
    z[i] /= L[i * n + i];
  }
  return z;
}
