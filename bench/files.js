// Saving and loading: bytes of a file and time of a call, in one process, in alternating rounds.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import Table from 'cli-table3';
import { parseOptions, readCount, runProgram } from '../test-wasm/support/command-line.js';
import { describeRun } from './about.js';
import { DIM, RANK, X, T } from './inputs.js';
import { summarize } from './statistics.js';

const PROGRAM = 'node bench/files.js';
const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const options = {
  help: { type: 'boolean', default: false },
  rounds: { type: 'string', default: '200' },
  out: { type: 'string', default: here('results/files.json') },
  dist: { type: 'string', default: here('../dist') },
};

const HELP = `${PROGRAM}: bytes of files, and time to save and to load
  --rounds N      how many rounds; 200
  --out FILE      where the results go; bench/results/files.json
  --dist FOLDER   whose safetensors.js is timed; dist
  --help          this`;

const WARM_UP_ROUNDS = 50;
const TRAJECTORIES = 1000;

/** Objects in use, at dim 256 and rank 2. */
function makeSubjects({ MicroLoRA, ScopedLoRA, TrajectoryBuffer }) {
  const lora = new MicroLoRA({ dim: DIM, rank: RANK });
  const adam = new MicroLoRA({ dim: DIM, rank: RANK, optimizer: 'adam' });
  const set = new ScopedLoRA({ dim: DIM, rank: RANK });
  const buffer = new TrajectoryBuffer({ dim: DIM, capacity: TRAJECTORIES });
  for (const object of [lora, adam]) object.learn(X, T);
  for (const scope of set.scopes) set.learn(scope, X, T);
  for (let i = 0; i < TRAJECTORIES; i++) buffer.record(X, i % 17, i % 5, 1, 2);
  return {
    MicroLoRA: lora,
    'MicroLoRA, adam': adam,
    'ScopedLoRA, 17 scopes': set,
    [`TrajectoryBuffer, ${TRAJECTORIES} records`]: buffer,
  };
}

/** Microseconds of a call. */
function time(call) {
  const start = performance.now();
  const result = call();
  return [1000 * (performance.now() - start), result];
}

function measure(subjects, { save, load }, rounds) {
  const kept = Object.fromEntries(
    Object.keys(subjects).map((name) => [name, { save: [], load: [], bytes: 0 }]),
  );
  for (let round = -WARM_UP_ROUNDS; round < rounds; round++) {
    for (const [name, object] of Object.entries(subjects)) {
      const [saving, file] = time(() => save(object));
      const [loading, loaded] = time(() => load(file));
      loaded.free();
      if (round < 0) continue;
      kept[name].bytes = file.length;
      kept[name].save.push(saving);
      kept[name].load.push(loading);
    }
  }
  return Object.fromEntries(
    Object.entries(kept).map(([name, { bytes, save: saving, load: loading }]) => [
      name,
      { bytes, saveMicroseconds: summarize(saving), loadMicroseconds: summarize(loading) },
    ]),
  );
}

function table(results) {
  const rows = new Table({ head: ['dim 256, rank 2', 'bytes', 'save, us', 'load, us'] });
  for (const [name, { bytes, saveMicroseconds, loadMicroseconds }] of Object.entries(results)) {
    const times = [saveMicroseconds, loadMicroseconds].map(({ median }) => median.toFixed(0));
    rows.push([name, bytes, ...times]);
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
  const urlOf = (name) => pathToFileURL(join(dist, name)).href;
  const api = await import(urlOf('microlora.js'));
  const files = await import(urlOf('safetensors.js'));
  await api.default();
  const results = measure(makeSubjects(api), files, rounds);
  console.log(table(results));
  const out = resolve(values.out);
  mkdirSync(dirname(out), { recursive: true });
  const command = [PROGRAM, ...process.argv.slice(2)].join(' ');
  writeFileSync(out, `${JSON.stringify({ ...about, command, rounds, results }, null, 2)}\n`);
  console.log(`written to ${relative('.', out)}`);
});
