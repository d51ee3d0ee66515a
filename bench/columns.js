// The columns as run.js and growth.js see them: each can tell its state after a case, and time a case. JavaScript
// columns are child processes that stay alive (worker.js); the native one is a program that is
// started for each measurement, which also gives it another memory layout each time.
import { execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { mean, summarize } from './statistics.js';

const run = promisify(execFile);

class WorkerColumn {
  #child;

  constructor(id, file, which = '') {
    this.id = id;
    this.#child = fork(fileURLToPath(new URL('worker.js', import.meta.url)), [file, which], {
      serialization: 'advanced',
    });
    this.ready = this.#answer();
  }

  async #answer() {
    const exited = new AbortController();
    const [message] = await Promise.race([
      once(this.#child, 'message', { signal: exited.signal }),
      once(this.#child, 'exit', { signal: exited.signal }).then(([code]) => [
        { error: `the process of column ${this.id} ended with code ${code}` },
      ]),
    ]);
    exited.abort();
    if (message.error) throw new Error(message.error);
    return message.result;
  }

  async #ask(request) {
    await this.ready;
    this.#child.send(request);
    return this.#answer();
  }

  about() {
    return this.#ask({ action: 'about' });
  }

  state(id) {
    return this.#ask({ action: 'state', id });
  }

  time(id, { samples, repeats }) {
    return this.#ask({ action: 'time', id, samples, repeats });
  }

  close() {
    this.#child.kill();
  }
}

class NativeColumn {
  #program;
  #states;

  constructor(program) {
    this.id = 'native';
    this.#program = program;
  }

  async about() {
    const { stdout } = await run(this.#program, ['--states'], { maxBuffer: 1 << 26 });
    this.#states = JSON.parse(stdout);
    return { cases: Object.keys(this.#states) };
  }

  state(id) {
    return this.#states[id];
  }

  /** The median of `samples` repetitions, as in the other columns. */
  async time(id, { samples, seconds }) {
    if (!(id in this.#states)) return undefined;
    const { stdout } = await run(this.#program, [
      `--benchmark_filter=^${id}$`,
      `--benchmark_min_time=${seconds / samples}`,
      `--benchmark_min_warmup_time=${seconds / samples}`,
      `--benchmark_repetitions=${samples}`,
      '--benchmark_report_aggregates_only=true',
      '--benchmark_format=json',
    ]);
    const { benchmarks } = JSON.parse(stdout);
    return benchmarks.find((each) => each.aggregate_name === 'median').real_time;
  }

  close() {}
}

// In rounds that alternate, like everything else.
const BACKENDS = ['cpu', 'wasm'];
const BACKEND_ROUNDS = 5;
const BACKEND_CASES = ['forward-new', 'adapt-array', 'learn', 'forward-batch-array'];

/**
 * The backend of TensorFlow.js that is faster here, by the geometric mean over some cases; and the ns
 * of a call in each.
 */
export async function chooseBackend() {
  const columns = BACKENDS.map((backend) => new WorkerColumn(backend, 'columns/tfjs', backend));
  const times = BACKENDS.map(() => BACKEND_CASES.map(() => []));
  try {
    for (let round = 0; round < BACKEND_ROUNDS; round++) {
      for (const [c, id] of BACKEND_CASES.entries()) {
        for (const [b, column] of columns.entries()) {
          times[b][c].push(await column.time(id, { samples: 15, repeats: 256 }));
        }
      }
    }
  } finally {
    for (const column of columns) column.close();
  }
  const ns = times.map((cases) => cases.map((each) => summarize(each).median));
  const means = ns.map((cases) => Math.exp(mean(cases.map(Math.log))));
  return {
    backend: BACKENDS[means.indexOf(Math.min(...means))],
    trial: Object.fromEntries(
      BACKENDS.map((backend, b) => [
        backend,
        Object.fromEntries(BACKEND_CASES.map((id, c) => [id, ns[b][c]])),
      ]),
    ),
  };
}

/**
 * The columns of a folder: ours twice, native, and the files beside ours.js, unless `own` are enough.
 *
 * @param {{ folder: 'columns' | 'growth', dist: string, native: string, backend: string, own?: boolean }} which
 */
export function openColumns({ folder, dist, native, backend, own = false }) {
  const entry = (file) => pathToFileURL(join(dist, file)).href;
  const ours = [
    new WorkerColumn('simd', `${folder}/ours`, entry('microlora.js')),
    new WorkerColumn('scalar', `${folder}/ours`, entry('microlora.scalar.js')),
    new NativeColumn(native),
  ];
  if (own) return ours;
  return [
    ...ours,
    new WorkerColumn('published', `${folder}/published`),
    new WorkerColumn('plain', `${folder}/plain`),
    new WorkerColumn('tfjs', `${folder}/tfjs`, backend),
  ];
}
