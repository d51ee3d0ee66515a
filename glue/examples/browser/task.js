// What the page's user wants: a hidden correction of the model's answer, and examples of it.

const POOL = 1024;
const UNSEEN = 32;

/** Independent entries of mean 0 and variance 1. */
function randomVector(dim) {
  // A sum of four uniform draws is close enough to normal to favour no direction.
  const draw = () => Math.random() + Math.random() + Math.random() + Math.random() - 2;
  return Float32Array.from({ length: dim }, () => Math.sqrt(3) * draw());
}

/** Inputs to learn from, others to test with, and the user's correction of them. */
export function createTask(dim) {
  const inputs = Array.from({ length: POOL }, () => randomVector(dim));
  const unseen = Array.from({ length: UNSEEN }, () => randomVector(dim));
  let from;
  let to;

  /** target = x + M x, M = to from^T / dim: a correction of rank 1 whose norm is about 1. */
  function target(x, out) {
    let along = 0;
    for (let i = 0; i < dim; i++) along += from[i] * x[i];
    for (let i = 0; i < dim; i++) out[i] = x[i] + (along / dim) * to[i];
    return out;
  }

  function changeMind() {
    from = randomVector(dim);
    to = randomVector(dim);
  }

  changeMind();
  return { unseen, target, changeMind, input: (step) => inputs[step % POOL] };
}
