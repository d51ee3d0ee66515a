// What an adapter learns from real embeddings, beside other ways to search, over splits of corpora.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { SingleBar } from 'cli-progress';
import { parseOptions, readCount, runProgram } from '../test-wasm/support/command-line.js';
import { describeRun } from './about.js';
import { drawReal } from './real/chart.js';
import { CLICKS, follow, USERS } from './real/clicks.js';
import { CORPORA, EMBEDDINGS, readData, split } from './real/data.js';
import { meanCosine } from './real/embeddings.js';
import { compare } from './real/methods.js';
import { createRandom } from './real/random.js';
import { print } from './real/report.js';
import { learnOtherwise } from './real/tasks.js';

const PROGRAM = 'node bench/real.js';
const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const HELP = `${PROGRAM}: held-out mean reciprocal rank on real embeddings
  --seeds N          how many splits; 5
  --first N          the seed of the first split; 0 (settings were chosen on 100 and above)
  --corpora LIST     of ${CORPORA.join(', ')}; all
  --embeddings LIST  of ${EMBEDDINGS.join(', ')}; all
  --ranks LIST       ranks of the adapters; 2,4,8,16,32
  --clicks LIST      corpora searched by simulated users; man,noun,perl
  --users N          how many of each kind; 10
  --tasks LIST       corpora learned by mse, rewards, scopes and averages; man,noun
  --no-torch         without PyTorch, which takes most of the time
  --out FILE         bench/results/real.json, and the chart beside it as .svg
  --dist FOLDER
  --help             this`;

/** Numbers from `first` on. */
const numbersFrom = (first, count) => Array.from({ length: count }, (_, i) => first + i);

const namesIn = (list) => list.split(',').filter((name) => name !== '');

const options = {
  help: { type: 'boolean', default: false },
  seeds: { type: 'string', default: '5' },
  first: { type: 'string', default: '0' },
  corpora: { type: 'string', default: CORPORA.join() },
  embeddings: { type: 'string', default: EMBEDDINGS.join() },
  ranks: { type: 'string', default: '2,4,8,16,32' },
  clicks: { type: 'string', default: 'man,noun,perl' },
  users: { type: 'string', default: '10' },
  tasks: { type: 'string', default: 'man,noun' },
  'no-torch': { type: 'boolean', default: false },
  out: { type: 'string', default: here('results/real.json') },
  dist: { type: 'string', default: here('../dist') },
};

function searchCell(api, corpus, embedding, { seeds, ranks, values }) {
  const data = readData(corpus, embedding);
  const runs = seeds.map((seed) => {
    const parts = split(data.queries, createRandom(seed, 'split'));
    return compare(api, data, parts, { ranks, seed, withTorch: !values['no-torch'] });
  });
  const counts = { documents: data.documents.length, queries: data.queries.length };
  return { corpus, embedding, ...counts, meanCosine: meanCosine(data.documents), runs };
}

function taskCell(api, corpus, embedding, seeds) {
  const data = readData(corpus, embedding);
  const runs = seeds.map((seed) =>
    learnOtherwise(api, data, split(data.queries, createRandom(seed, 'split')), seed),
  );
  return { corpus, embedding, meanCosine: meanCosine(data.documents), runs };
}

function clickCell(api, corpus, kind, users) {
  const data = readData(corpus, 'words');
  return { corpus, kind, runs: users.map((seed) => follow(api, data, { ...USERS[kind], seed })) };
}

await runProgram(async () => {
  const { values } = parseOptions(PROGRAM, options, process.argv.slice(2));
  if (values.help) {
    console.log(HELP);
    return;
  }
  const ranks = values.ranks.split(',').map((rank) => readCount('ranks', rank));
  const first = Number(values.first);
  const seeds = numbersFrom(first, readCount('seeds', values.seeds));
  const users = numbersFrom(first, readCount('users', values.users));
  const dist = resolve(values.dist);
  const api = await import(pathToFileURL(`${dist}/microlora.js`).href);
  await api.default();
  const results = {
    ...describeRun(dist),
    command: ['make bench-real, or:', PROGRAM, ...process.argv.slice(2)].join(' '),
    seeds,
    cells: [],
    clicks: { counts: CLICKS, users, cells: [] },
    tasks: [],
  };
  const embeddings = namesIn(values.embeddings);
  const tasks = [
    ...namesIn(values.corpora).flatMap((corpus) =>
      embeddings.map((embedding) => ({
        about: `${corpus}, ${embedding}`,
        run: () => results.cells.push(searchCell(api, corpus, embedding, { seeds, ranks, values })),
      })),
    ),
    ...namesIn(values.clicks).flatMap((corpus) =>
      Object.keys(USERS).map((kind) => ({
        about: `${corpus}, a user who ${kind}`,
        run: () => results.clicks.cells.push(clickCell(api, corpus, kind, users)),
      })),
    ),
    ...namesIn(values.tasks).flatMap((corpus) =>
      ['words', 'words-0.9'].map((embedding) => ({
        about: `${corpus}, ${embedding}, by other losses`,
        run: () => results.tasks.push(taskCell(api, corpus, embedding, seeds)),
      })),
    ),
  ];
  mkdirSync(dirname(values.out), { recursive: true });
  const bar = new SingleBar({ format: '{bar} {value}/{total} {about}', noTTYOutput: true });
  bar.start(tasks.length, 0, { about: '' });
  try {
    for (const { about, run } of tasks) {
      bar.update({ about });
      run();
      // As far as it has come: a whole run takes long.
      writeFileSync(values.out, `${JSON.stringify(results, null, 1)}\n`);
      bar.increment();
    }
  } finally {
    // Its timer would keep the program alive.
    bar.stop();
  }
  print(results);
  if (results.cells.length > 0) {
    writeFileSync(values.out.replace(/\.json$/, '.svg'), drawReal(results));
  }
});
