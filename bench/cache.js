// Cache misses of a forward among many adapters, by valgrind's cache simulator: machines in a cloud
// often do not let a program read the counters of the processor.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { UsageError } from '../test-wasm/support/command-line.js';

const run = promisify(execFile);

const COUNTS = [1, 100, 1000, 10_000];

// The simulated caches, stated so that counts do not depend on where they are made: bytes, ways, line.
const D1 = '32768,8,64';
const LL = '33554432,16,64';

// The order goes round once in 10 000 calls.
const CALLS = 10_000;

const total = (text, name) => {
  const found = text.match(new RegExp(`${name}\\s*:\\s*([\\d,]+)`));
  if (!found) throw new Error(`valgrind does not report ${name}:\n${text}`);
  return Number(found[1].replaceAll(',', ''));
};

async function simulate(program, id, calls) {
  try {
    const { stderr } = await run('valgrind', [
      '--tool=cachegrind',
      '--cache-sim=yes',
      `--D1=${D1}`,
      `--LL=${LL}`,
      '--cachegrind-out-file=/dev/null',
      program,
      '--run',
      id,
      String(calls),
    ]);
    return {
      instructions: total(stderr, 'I\\s+refs'),
      d1: total(stderr, 'D1\\s+misses'),
      ll: total(stderr, 'LLd misses'),
    };
  } catch (error) {
    if (error.code === 'ENOENT') {
      throw new UsageError(
        '--cache needs valgrind: apt-get install --no-install-recommends valgrind',
      );
    }
    throw error;
  }
}

/**
 * Per forward, in random order: the difference between two runs, of which one makes 10 000 calls more
 * after both made 10 000.
 *
 * @param {string} program the native one
 */
export async function countCacheMisses(program) {
  const perForward = {};
  for (const count of COUNTS) {
    const id = `adapters-${count}-forward`;
    const before = await simulate(program, id, CALLS);
    const after = await simulate(program, id, 2 * CALLS);
    perForward[count] = Object.fromEntries(
      Object.entries(after).map(([name, value]) => [name, (value - before[name]) / CALLS]),
    );
  }
  return { simulator: 'valgrind --tool=cachegrind', D1, LL, perForward };
}
