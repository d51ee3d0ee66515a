// A linear map with a belief, in double precision: precision diag(u) + W W^T in units of the noise.

/** Eigenvectors of the symmetric G (n, n) by Jacobi; the columns of the result, G left diagonal. */
function diagonalize(G, n) {
  const Q = new Float64Array(n * n);
  for (let i = 0; i < n; i++) Q[i * n + i] = 1;
  for (let sweep = 0; sweep < 12; sweep++) {
    let off = 0;
    let diagonal = 0;
    for (let p = 0; p < n; p++) {
      diagonal += G[p * n + p] ** 2;
      for (let q = p + 1; q < n; q++) off += G[p * n + q] ** 2;
    }
    if (off <= 1e-28 * diagonal) break;
    for (let p = 0; p < n; p++) {
      for (let q = p + 1; q < n; q++) rotate(G, Q, n, p, q);
    }
  }
  return Q;
}

function rotate(G, Q, n, p, q) {
  const apq = G[p * n + q];
  if (apq === 0) return;
  const theta = (G[q * n + q] - G[p * n + p]) / (2 * apq);
  const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (let k = 0; k < n; k++) {
    const a = G[k * n + p];
    const b = G[k * n + q];
    G[k * n + p] = c * a - s * b;
    G[k * n + q] = s * a + c * b;
  }
  for (let k = 0; k < n; k++) {
    const a = G[p * n + k];
    const b = G[q * n + k];
    G[p * n + k] = c * a - s * b;
    G[q * n + k] = s * a + c * b;
    const d = Q[k * n + p];
    const e = Q[k * n + q];
    Q[k * n + p] = c * d - s * e;
    Q[k * n + q] = s * d + c * e;
  }
}

/** The inverse of a symmetric positive definite C (n, n), by Gauss-Jordan. */
function inverse(C, n) {
  const A = Float64Array.from(C);
  const B = new Float64Array(n * n);
  for (let i = 0; i < n; i++) B[i * n + i] = 1;
  for (let i = 0; i < n; i++) {
    const pivot = 1 / A[i * n + i];
    for (let k = 0; k < n; k++) {
      A[i * n + k] *= pivot;
      B[i * n + k] *= pivot;
    }
    for (let j = 0; j < n; j++) {
      const factor = A[j * n + i];
      if (j === i || factor === 0) continue;
      for (let k = 0; k < n; k++) {
        A[j * n + k] -= factor * A[i * n + k];
        B[j * n + k] -= factor * B[i * n + k];
      }
    }
  }
  return B;
}

/** w (d), u (d), W (L, d), C^-1 (L, L). */
export class PlainBlock {
  constructor(dim, { memory, prior, forgetting = 1 }) {
    Object.assign(this, { dim, memory, prior, forgetting });
    this.w = new Float64Array(dim);
    this.u = new Float64Array(dim).fill(prior);
    this.W = Array.from({ length: memory }, () => new Float64Array(dim));
    this.inverseC = inverse(this.#capacitance(), memory);
    this.h = new Float64Array(memory);
    this.k = new Float64Array(memory);
    this.gain = new Float64Array(dim);
    this.mean = 0;
    this.variance = 0;
  }

  // C = I + W^T U^-1 W
  #capacitance() {
    const { memory: L, W, u, dim } = this;
    const C = new Float64Array(L * L);
    for (let a = 0; a < L; a++) {
      for (let b = 0; b <= a; b++) {
        let sum = a === b ? 1 : 0;
        for (let i = 0; i < dim; i++) sum += (W[a][i] * W[b][i]) / u[i];
        C[a * L + b] = C[b * L + a] = sum;
      }
    }
    return C;
  }

  /** Sets `mean` m = w.x and `variance` v = x^T (diag(u) + W W^T)^-1 x. */
  look(x) {
    const { dim, memory: L, w, u, W, h, k, inverseC } = this;
    let m = 0;
    let v = 0;
    h.fill(0);
    for (let i = 0; i < dim; i++) {
      if (x[i] === 0) continue;
      m += w[i] * x[i];
      const scaled = x[i] / u[i];
      v += x[i] * scaled;
      for (let l = 0; l < L; l++) h[l] += W[l][i] * scaled;
    }
    for (let a = 0; a < L; a++) {
      let sum = 0;
      for (let b = 0; b < L; b++) sum += inverseC[a * L + b] * h[b];
      k[a] = sum;
      v -= h[a] * sum;
    }
    this.mean = m;
    this.variance = Math.max(0, v);
  }

  /** After `look(x)`: w += (diag(u) + W W^T)^-1 x g, then an observation of this precision. */
  learn(x, g, omega) {
    const { dim, memory: L, w, u, W, k, prior, forgetting: f } = this;
    for (let i = 0; i < dim; i++) {
      let at = x[i];
      for (let l = 0; l < L; l++) at -= W[l][i] * k[l];
      w[i] += (g * at) / u[i];
    }
    if (f < 1) {
      for (let i = 0; i < dim; i++) u[i] = f * u[i] + (1 - f) * prior;
      for (const row of W) for (let i = 0; i < dim; i++) row[i] *= Math.sqrt(f);
    }
    const scale = Math.sqrt(omega);
    const all = [...W, x.map((value) => scale * value)];
    const n = L + 1;
    const G = new Float64Array(n * n);
    for (let a = 0; a < n; a++) {
      for (let b = 0; b <= a; b++) {
        let sum = 0;
        for (let i = 0; i < dim; i++) sum += all[a][i] * all[b][i];
        G[a * n + b] = G[b * n + a] = sum;
      }
    }
    const Q = diagonalize(G, n);
    const order = Array.from({ length: n }, (_, i) => i).sort(
      (a, b) => G[b * n + b] - G[a * n + a],
    );
    const turned = order.map((column) => {
      const row = new Float64Array(dim);
      for (let a = 0; a < n; a++) {
        const q = Q[a * n + column];
        if (q === 0) continue;
        for (let i = 0; i < dim; i++) row[i] += q * all[a][i];
      }
      return row;
    });
    const dropped = turned.pop();
    for (let i = 0; i < dim; i++) u[i] += dropped[i] * dropped[i];
    this.W = turned;
    this.inverseC = inverse(this.#capacitance(), L);
  }
}

/** The same belief with all of its precision: S = precision^-1 (d, d). */
export class ExactBlock {
  constructor(dim, { prior }) {
    this.dim = dim;
    this.w = new Float64Array(dim);
    this.S = new Float64Array(dim * dim);
    for (let i = 0; i < dim; i++) this.S[i * dim + i] = 1 / prior;
    this.Sx = new Float64Array(dim);
    this.mean = 0;
    this.variance = 0;
  }

  look(x) {
    const { dim, S, Sx, w } = this;
    let m = 0;
    let v = 0;
    Sx.fill(0);
    for (let j = 0; j < dim; j++) {
      const value = x[j];
      if (value === 0) continue;
      m += w[j] * value;
      const row = j * dim;
      for (let i = 0; i < dim; i++) Sx[i] += S[row + i] * value;
    }
    for (let i = 0; i < dim; i++) v += Sx[i] * x[i];
    this.mean = m;
    this.variance = v;
  }

  learn(_x, g, omega) {
    const { dim, S, Sx, w, variance } = this;
    const shrink = omega / (1 + omega * variance);
    for (let i = 0; i < dim; i++) {
      w[i] += g * Sx[i];
      const factor = shrink * Sx[i];
      if (factor === 0) continue;
      const row = i * dim;
      for (let j = 0; j < dim; j++) S[row + j] -= factor * Sx[j];
    }
  }
}
