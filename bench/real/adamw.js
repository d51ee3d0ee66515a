// Runs adamw.py on pairs in a space.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { UsageError } from '../../test-wasm/support/command-line.js';
import { add, dot } from './vectors.js';

const PROGRAM = fileURLToPath(new URL('adamw.py', import.meta.url));

/** The map that PyTorch learns; `validation` and `fit` are pairs, `documents` unit vectors. */
export function learnByTorch({ documents, validation, fit, rank, seed, tau }) {
  const pairs = [...validation, ...fit];
  const head = {
    dim: documents[0].length,
    rank,
    seed,
    tau,
    documents: documents.length,
    validation: validation.length,
    ids: pairs.map(({ id }) => id),
  };
  const rows = [...documents, ...pairs.map(({ u }) => u)].flatMap((row) => [...row]);
  const input = Buffer.concat([
    Buffer.from(`${JSON.stringify(head)}\n`),
    Buffer.from(Float32Array.from(rows).buffer),
  ]);
  const run = spawnSync('/usr/bin/python3', [PROGRAM], { input, maxBuffer: 2 ** 28 });
  if (run.status !== 0) throw new UsageError(`adamw.py: ${run.stderr || run.error}`);
  const { rate, epochs, A, B } = JSON.parse(run.stdout);
  const map = (x) => {
    const y = Float64Array.from(x);
    A.forEach((row, k) => add(y, dot(row, x), B[k]));
    return y;
  };
  return { map, rate, epochs };
}
