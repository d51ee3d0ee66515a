// What an adapter learns from real embeddings, beside other ways to search, over splits of corpora.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SingleBar } from 'cli-progress';
import { parseOptions, readCount, runProgram } from '../test-wasm/support/command-line.js';
import { describeRun } from './about.js';
import { drawReal } from './real/chart.js';
import { CORPORA, EMBEDDINGS, readData, split } from './real/data.js';
import { meanCosine } from './real/embeddings.js';
import { compare } from './real/methods.js';
import { createRandom } from './real/random.js';
import { print } from './real/report.js';

const PROGRAM = 'node bench/real.js';
const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const HELP = `${PROGRAM}: held-out mean reciprocal rank on real embeddings
  --seeds N          how many splits; 5
  --first N          the seed of the first split; 0 (settings were chosen on 100 and above)
  --corpora LIST     of ${CORPORA.join(', ')}; all
  --embeddings LIST  of ${EMBEDDINGS.join(', ')}; all
  --ranks LIST       ranks of the adapters; 2,4,8,16,32
  --no-torch         without PyTorch, which takes most of the time
  --out FILE         bench/results/real.json, and the chart beside it as .svg
  --dist FOLDER
  --help             this`;

const options = {
  help: { type: 'boolean', default: false },
  seeds: { type: 'string', default: '5' },
  first: { type: 'string', default: '0' },
  corpora: { type: 'string', default: CORPORA.join() },
  embeddings: { type: 'string', default: EMBEDDINGS.join() },
  ranks: { type: 'string', default: '2,4,8,16,32' },
  'no-torch': { type: 'boolean', default: false },
  out: { type: 'string', default: here('results/real.json') },
  dist: { type: 'string', default: here('../dist') },
};

await runProgram(async () => {
  const { values } = parseOptions(PROGRAM, options, process.argv.slice(2));
  if (values.help) {
    console.log(HELP);
    return;
  }
  const ranks = values.ranks.split(',').map((rank) => readCount('ranks', rank));
  const seeds = Array.from(
    { length: readCount('seeds', values.seeds) },
    (_, i) => Number(values.first) + i,
  );
  const results = {
    ...describeRun(resolve(values.dist)),
    command: ['make bench-real, or:', PROGRAM, ...process.argv.slice(2)].join(' '),
    seeds,
    cells: [],
  };
  const cells = values.corpora
    .split(',')
    .flatMap((corpus) => values.embeddings.split(',').map((embedding) => ({ corpus, embedding })));
  const bar = new SingleBar({ format: '{bar} {value}/{total} {cell}' });
  bar.start(cells.length * seeds.length, 0, { cell: '' });
  for (const cell of cells) {
    const data = readData(cell.corpus, cell.embedding);
    const runs = seeds.map((seed) => {
      bar.update({ cell: `${cell.corpus}, ${cell.embedding}, split ${seed}` });
      const parts = split(data.queries, createRandom(seed, 'split'));
      const found = compare(data, parts, { ranks, seed, withTorch: !values['no-torch'] });
      bar.increment();
      return found;
    });
    results.cells.push({
      ...cell,
      documents: data.documents.length,
      queries: data.queries.length,
      meanCosine: meanCosine(data.documents),
      runs,
    });
  }
  bar.stop();
  print(results);
  mkdirSync(dirname(values.out), { recursive: true });
  writeFileSync(values.out, `${JSON.stringify(results, null, 1)}\n`);
  writeFileSync(values.out.replace(/\.json$/, '.svg'), drawReal(results));
});
