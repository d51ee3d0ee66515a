// The normal distribution, in double precision.

/** 1 - Phi(z), with a relative error of about 1e-7 in both tails. */
export function upperTail(z) {
  const a = Math.abs(z) / Math.SQRT2;
  const t = 2 / (2 + a);
  const value =
    0.5 *
    t *
    Math.exp(
      -a * a -
        1.26551223 +
        t *
          (1.00002368 +
            t *
              (0.37409196 +
                t *
                  (0.09678418 +
                    t *
                      (-0.18628806 +
                        t *
                          (0.27886807 +
                            t *
                              (-1.13520398 +
                                t * (1.48851587 + t * (-0.82215223 + t * 0.17087277)))))))),
    );
  return z >= 0 ? value : 1 - value;
}

const density = (z) => Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);

/** The mean of a standard normal above z: phi(z) / (1 - Phi(z)). */
export const meanAbove = (z) => (z > 30 ? z + 1 / z : density(z) / upperTail(z));

/** Phi^-1(p) by bisection and Newton: for tables, not for loops. */
export function quantile(p) {
  let low = -9;
  let high = 9;
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (1 - upperTail(middle) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

const NODES = 24;
const nodes = Float64Array.from({ length: NODES }, (_, i) => quantile((i + 0.5) / NODES));

/** P(i has the least of independent samples N(mean_i, deviation_i^2)), by quadrature; they sum to 1. */
export function leastProbabilities(means, deviations) {
  const count = means.length;
  const p = new Float64Array(count);
  let sum = 0;
  for (let a = 0; a < count; a++) {
    for (const node of nodes) {
      const sample = means[a] + deviations[a] * node;
      let product = 1;
      for (let b = 0; b < count && product > 1e-12; b++) {
        if (b !== a) product *= survival(sample, means[b], deviations[b]);
      }
      p[a] += product;
    }
    sum += p[a];
  }
  for (let a = 0; a < count; a++) p[a] /= sum;
  return p;
}

/** P(N(mean, deviation^2) > value); half at a tie of what is certain. */
function survival(value, mean, deviation) {
  if (deviation > 0) return upperTail((value - mean) / deviation);
  return value < mean ? 1 : value > mean ? 0 : 0.5;
}
