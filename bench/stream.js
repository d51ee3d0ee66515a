// How near the forward kernel is to the machine: its load bandwidth beside that of bare wasm SIMD
// loops over the same bytes (stream.wat), in the same process and the same rounds.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import Table from 'cli-table3';
import { parseOptions, readCount, runProgram } from '../test-wasm/support/command-line.js';
import { describeRun } from './about.js';
import { summarize } from './statistics.js';
import { bytesOf, DIMS, SUBJECTS } from './stream-cases.js';

const PROGRAM = 'node bench/stream.js';
const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const options = {
  help: { type: 'boolean', default: false },
  rounds: { type: 'string', default: '60' },
  out: { type: 'string', default: here('results/stream.json') },
  dist: { type: 'string', default: here('../dist') },
};

const HELP = `${PROGRAM}: load bandwidth of forward beside bare WebAssembly SIMD loops
  --rounds N      how many rounds; 60
  --out FILE      where the results go; bench/results/stream.json
  --dist FOLDER   whose microlora.js is timed; dist
  --help          this
forward: lora.forward() on views. batch: lora.forwardBatch() of 32 vectors, per vector.
stream: the loads of a forward, each added to a sum; arithmetic: also its multiplications, additions
and stores. -call: called once for each vector, as forward is; without: 32 times in one call.`;

const ROUNDS_PER_LAUNCH = 5;
const WARM_UP_ROUNDS = 2;
const SAMPLES = 15;

// One timing loads about as many bytes in each case.
const VECTORS_AT_256 = 512;

// The kernel without what a call costs: what these dims take more than the smaller one does.
const FROM = 256;
const TO = 1024;
const SHARE_WANTED = 0.8;

/** Times of one process: calls `keep` with each, in ns per vector. */
async function timeLaunch(url, rounds, turn, keep) {
  const child = fork(here('worker.js'), ['stream-cases', url], { serialization: 'advanced' });
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`the timing process ended with code ${code}`);
  });
  // It also ends when it is told to, at the end.
  ended.catch(() => {});
  const answer = async () => {
    const [{ result, error }] = await Promise.race([once(child, 'message'), ended]);
    if (error) throw new Error(error);
    return result;
  };
  try {
    await answer();
    for (let round = -WARM_UP_ROUNDS; round < rounds; round++) {
      for (const dim of DIMS) {
        for (let i = 0; i < SUBJECTS.length; i++) {
          const { id, vectors } = SUBJECTS[(i + turn + round + WARM_UP_ROUNDS) % SUBJECTS.length];
          const repeats = Math.max(2, Math.ceil((VECTORS_AT_256 * 256) / dim / vectors));
          child.send({ action: 'time', id: `${id}-${dim}`, samples: SAMPLES, repeats });
          const ns = (await answer()) / vectors;
          if (round >= 0) keep(id, dim, ns);
        }
      }
    }
  } finally {
    child.kill();
  }
}

async function timeAll(url, rounds) {
  const times = Object.fromEntries(
    SUBJECTS.map(({ id }) => [id, Object.fromEntries(DIMS.map((dim) => [dim, []]))]),
  );
  const keep = (id, dim, ns) => times[id][dim].push(ns);
  for (let done = 0; done < rounds; done += ROUNDS_PER_LAUNCH) {
    await timeLaunch(url, Math.min(ROUNDS_PER_LAUNCH, rounds - done), done, keep);
    console.error(`${Math.min(rounds, done + ROUNDS_PER_LAUNCH)} of ${rounds} rounds`);
  }
  return times;
}

/** Bandwidths in GB/s of each subject, and shares of bandwidths within a round. */
function summarizeAll(times) {
  const bandwidth = (id, dim) => times[id][dim].map((ns) => bytesOf(id, dim) / ns);
  const growth = (id) =>
    times[id][TO].map((ns, i) => (bytesOf(id, TO) - bytesOf(id, FROM)) / (ns - times[id][FROM][i]));
  const shares = (of, than) => summarize(of.map((each, i) => each / than[i]));
  const dims = Object.fromEntries(
    DIMS.map((dim) => [
      dim,
      Object.fromEntries(
        SUBJECTS.map(({ id }) => [
          id,
          {
            bytesLoaded: bytesOf(id, dim),
            ns: summarize(times[id][dim]),
            gigabytesPerSecond: summarize(bandwidth(id, dim)),
            ofStreamCall: shares(bandwidth(id, dim), bandwidth('stream-call', dim)),
            ofStream: shares(bandwidth(id, dim), bandwidth('stream', dim)),
            ofArithmeticCall: shares(bandwidth(id, dim), bandwidth('arithmetic-call', dim)),
            ofArithmetic: shares(bandwidth(id, dim), bandwidth('arithmetic', dim)),
          },
        ]),
      ),
    ]),
  );
  const kernel = Object.fromEntries(
    SUBJECTS.map(({ id }) => [
      id,
      {
        gigabytesPerSecond: summarize(growth(id)),
        ofStream: shares(growth(id), growth('stream')),
        ofArithmetic: shares(growth(id), growth('arithmetic')),
      },
    ]),
  );
  return { dims, kernel };
}

const percent = ({ median }) => `${(100 * median).toFixed(0)} %`;

function table({ dims, kernel }) {
  const rows = new Table({
    head: [
      'dim, case',
      'bytes',
      'ns',
      'GB/s',
      'of stream-call',
      'of stream',
      'of arithmetic-call',
      'of arithmetic',
    ],
    colAligns: ['left', ...Array(7).fill('right')],
    style: { head: [], border: [], compact: true },
  });
  for (const [dim, subjects] of Object.entries(dims)) {
    for (const [id, each] of Object.entries(subjects)) {
      rows.push([
        `${dim} ${id}`,
        each.bytesLoaded,
        each.ns.median.toFixed(1),
        each.gigabytesPerSecond.median.toFixed(1),
        percent(each.ofStreamCall),
        percent(each.ofStream),
        percent(each.ofArithmeticCall),
        percent(each.ofArithmetic),
      ]);
    }
  }
  for (const [id, each] of Object.entries(kernel)) {
    rows.push([
      `${FROM} to ${TO} ${id}`,
      '',
      '',
      each.gigabytesPerSecond.median.toFixed(1),
      '',
      percent(each.ofStream),
      '',
      percent(each.ofArithmetic),
    ]);
  }
  return rows.toString();
}

await runProgram(async () => {
  const { values } = parseOptions(PROGRAM, options, process.argv.slice(2));
  if (values.help) {
    console.log(HELP);
    return;
  }
  const rounds = readCount('rounds', values.rounds);
  const dist = resolve(values.dist);
  const about = describeRun(dist);
  const times = await timeAll(pathToFileURL(join(dist, 'microlora.js')).href, rounds);
  about.machine.loadAfter = os.loadavg()[0];
  const summary = summarizeAll(times);
  const results = {
    ...about,
    command: [PROGRAM, ...process.argv.slice(2)].join(' '),
    rounds,
    unit:
      'ns per vector; GB/s of bytes loaded; shares of the bandwidth of another loop in the same ' +
      `round; kernel: what dim ${TO} takes more than dim ${FROM}, so without what a call costs`,
    wanted: SHARE_WANTED,
    ...summary,
  };
  const out = resolve(values.out);
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, `${JSON.stringify(results, null, 2)}\n`);
  console.log(table(summary));
  const judge = (what, { median }) =>
    console.log(
      `${what}: wanted >= ${100 * SHARE_WANTED} % of stream, measured ${percent({ median })}: ` +
        (median >= SHARE_WANTED ? 'met' : 'NOT MET'),
    );
  judge(`kernel (columns ${FROM} to ${TO})`, summary.kernel.forward.ofStream);
  judge(`forward() at dim ${FROM}, call included`, summary.dims[FROM].forward.ofStreamCall);
  console.log(`written: ${relative('.', out)}`);
});
