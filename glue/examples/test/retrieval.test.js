// Tests of the retrieval example: pages, leaks, the split, metrics by hand, learning, command line.
import { before, describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import init from 'microlora';
import { createBm25 } from '../retrieval/bm25.js';
import { createCorpus } from '../retrieval/corpus.js';
import { createEmbedding } from '../retrieval/embedding.js';
import { learn } from '../retrieval/learner.js';
import { measure, rankOf } from '../retrieval/metrics.js';
import { readPages } from '../retrieval/pages.js';
import { fitRidge } from '../retrieval/ridge.js';
import { measureSearch, scoreBy } from '../retrieval/search.js';
import { splitQueries } from '../retrieval/split.js';

const PAGES = fileURLToPath(new URL('pages', import.meta.url));
const MAIN = fileURLToPath(new URL('../retrieval/main.js', import.meta.url));
const near = (actual, expected) =>
  assert.ok(Math.abs(actual - expected) < 1e-6, `${actual} is not ${expected}`);

function inFolder(use) {
  const folder = mkdtempSync(join(tmpdir(), 'retrieval-'));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('pages', () => {
  const pages = readPages(PAGES);

  it('reads names, description and the text that is printed', () => {
    assert.deepEqual(
      pages.find(({ title }) => title === 'brew.1'),
      {
        title: 'brew.1',
        names: ['brew', 'brew-all'],
        description: 'make hot tea',
        text:
          'brew [--strong] leaf The brew(1) command pours boiling water over leaf-shaped bags, as' +
          ' one does to make hot tea in a pot. after "five" minutes it is ready. green 70 black 95' +
          ` Kettles See 'and' "steep".`,
      },
    );
  });

  it('leaves out pages that only point to another one, and those that say nothing', () => {
    assert.deepEqual(
      pages.map(({ title }) => title),
      'bake.1 boil.1 brew.1 hone.1 knead.1 sharpen.1 chill.3 weigh.3'.split(' '),
    );
  });

  it('reads compressed pages alike', () =>
    inFolder((folder) => {
      const source = readFileSync(join(PAGES, 'man1/brew.1'));
      writeFileSync(join(folder, 'brew.1.gz'), gzipSync(source));
      const plain = pages.find(({ title }) => title === 'brew.1');
      assert.deepEqual(readPages(folder), [plain]);
    }));

  it('nothing in a document gives its query away', () => {
    const { documents, queries } = createCorpus(pages);
    const tea = queries.find(({ text }) => text === 'make hot tea');
    assert.equal(tea.relevant.length, 1);
    const document = documents[tea.relevant[0]];
    assert.ok(!document.includes('make hot tea'), document);
    assert.ok(!/\bbrew\b/.test(document), document);
    assert.ok(document.includes('leaf-shaped'), document);
  });

  it('takes names out of descriptions, but not out of longer words', () => {
    const page = {
      names: ['tar', 'c++'],
      description: 'What tar does',
      text: 'Tar c++ start tar_x',
    };
    const { documents, queries } = createCorpus([page]);
    assert.deepEqual(queries[0].text.split(/\s+/), ['what', 'does']);
    assert.deepEqual(documents[0].trim().split(/\s+/), ['start', 'tar_x']);
  });

  it('makes one query of a description that two pages have', () => {
    const { queries } = createCorpus(pages);
    const titles = queries
      .filter(({ relevant }) => relevant.length > 1)
      .map(({ relevant }) => relevant.map((index) => pages[index].title));
    assert.deepEqual(titles, [['hone.1', 'sharpen.1']]);
  });
});

describe('split', () => {
  const queries = Array.from({ length: 40 }, (_, i) => ({
    text: `q${i}`,
    relevant: [2 * i, 2 * i + 1],
  }));
  const documentsOf = (list) => list.flatMap(({ relevant }) => relevant);

  it('has every query once, and no document on two sides', () => {
    const { heldOut, train, validation, fit } = splitQueries(queries, 3);
    assert.deepEqual(
      [heldOut, train, validation, fit].map(({ length }) => length),
      [10, 30, 6, 24],
    );
    assert.equal(new Set([...heldOut, ...validation, ...fit]).size, 40);
    assert.deepEqual(new Set([...validation, ...fit]), new Set(train));
    const trained = new Set(documentsOf(train));
    assert.deepEqual(
      documentsOf(heldOut).filter((index) => trained.has(index)),
      [],
    );
  });

  it('depends on the seed alone', () => {
    assert.deepEqual(splitQueries(queries, 3), splitQueries(queries, 3));
    assert.notDeepEqual(splitQueries(queries, 3).heldOut, splitQueries(queries, 4).heldOut);
  });
});

describe('metrics', () => {
  it('a rank counts what scores higher, and what scores the same', () => {
    assert.equal(rankOf([0.1, 0.9, 0.5, 0.7], [2]), 3);
    assert.equal(rankOf([0.1, 0.9, 0.5, 0.7], [0, 3]), 2);
    assert.equal(rankOf([0, 0, 0], [0]), 3);
    assert.equal(rankOf([0.5, 0.5, 0.1], [0, 1]), 1);
  });

  it('recall and mean reciprocal rank', () => {
    const { recallAt1, recallAt10, mrr } = measure([1, 2, 10, 11]);
    assert.deepEqual([recallAt1, recallAt10], [0.25, 0.75]);
    near(mrr, (1 + 1 / 2 + 1 / 10 + 1 / 11) / 4);
  });

  it('BM25 as worked out by hand', () => {
    // Lengths 2 and 4, their mean 3. "tea" is in one of two, once: ln(1 + 1.5 / 1.5) times
    // 2.2 / (1 + 1.2 (0.25 + 0.75 * 2 / 3)).
    const [first, second] = createBm25(['hot tea', 'cold milk and ice'])('tea, please');
    near(first, (Math.log(2) * 2.2) / 1.9);
    assert.equal(second, 0);
  });

  it('an embedding has length 1, and counts what is rare for more', () => {
    const embed = createEmbedding(['tea tea pot', 'tea cup', 'tea jar'], 256);
    const cosine = (a, b) => embed(a).reduce((sum, value, i) => sum + value * embed(b)[i], 0);
    near(cosine('cup', 'cup'), 1);
    assert.ok(cosine('tea cup', 'cup') > cosine('tea cup', 'tea'));
  });
});

describe('learning', () => {
  before(() => init());

  // Query i means document i, but is the vector of document i + 1.
  const size = 8;
  const unit = (k) => Float32Array.from({ length: size }, (_, i) => Number(i === k));
  const vectors = Array.from({ length: size }, (_, i) => unit(i));
  const queries = vectors.map((_, i) => ({ vector: unit((i + 1) % size), relevant: [i] }));
  const pairs = queries.map(({ vector }, i) => ({ query: vector, document: vectors[i] }));
  const mrrOf = (map) => measureSearch(scoreBy(map, vectors), queries).mrr;

  it('by contrast, an adapter finds what it found last before', () => {
    near(
      mrrOf((vector) => vector),
      1 / 8,
    );
    const { adapter } = learn(pairs, { rank: 8, temperature: 0.1, epochs: 2000, seed: 1 });
    assert.equal(
      mrrOf((vector) => adapter.forward(vector)),
      1,
    );
    adapter.free();
  });

  it('ridge regression, full rank, does too, and a strong one changes nothing', () => {
    assert.equal(mrrOf(fitRidge(pairs, 0.01)), 1);
    fitRidge(pairs, 1e9)(unit(3)).forEach((value, i) => near(value, unit(3)[i]));
  });

  it('no epochs are no change', () => {
    const { adapter } = learn(pairs, { rank: 2, temperature: 0.1, epochs: 0, seed: 1 });
    assert.deepEqual(adapter.forward(unit(3)), unit(3));
    adapter.free();
  });
});

describe('command line', () => {
  const example = (...args) => spawnSync(process.execPath, [MAIN, ...args], { encoding: 'utf8' });

  it('refuses what it does not know and says what to do', () => {
    for (const [args, words] of [
      [['--seed', '3'], /--seed.*\n.*--help/],
      [['--seeds', '0'], /--seeds 0: not a whole number.*--seeds 5/],
      [['--ranks', '2,x'], /--ranks x: not a whole number.*--ranks 2,8/],
      [['--out', '/no/such/folder/chart.svg'], /\/no\/such\/folder.*exists/],
      [['--pages', '/no/such/folder', '--out', '/tmp/x.svg'], /--pages: cannot read/],
    ]) {
      const { status, stderr, stdout } = example(...args);
      assert.equal(status, 2);
      assert.match(stderr, words);
      assert.equal(stdout, '');
    }
  });

  it('--help names every flag', () => {
    const { status, stdout } = example('--help');
    assert.equal(status, 0);
    for (const flag of ['--seeds', '--ranks', '--pages', '--out', '--json', '--help']) {
      assert.ok(stdout.includes(flag), flag);
    }
  });

  it('learns from a folder of pages, reports, draws and writes the numbers', () =>
    inFolder((folder) => {
      const [chart, numbers] = ['chart.svg', 'numbers.json'].map((name) => join(folder, name));
      const args = ['--pages', PAGES, '--seeds', '2', '--ranks', '2,4'];
      const { status, stdout, stderr } = example(...args, '--out', chart, '--json', numbers);
      assert.equal(status, 0, stderr);
      assert.match(stdout, /8 manual pages, 7 different descriptions/);
      for (const words of ['no adapter', 'BM25', 'adapter of rank 4', 'ridge']) {
        assert.ok(stdout.includes(words), words);
      }
      assert.ok(readFileSync(chart, 'utf8').includes('mean reciprocal rank'));
      const { summary, runs } = JSON.parse(readFileSync(numbers, 'utf8'));
      assert.deepEqual(summary.counts, { heldOut: 2, train: 5, validation: 1 });
      assert.deepEqual(
        runs.map(({ adapters }) => adapters.map(({ rank }) => rank)),
        [
          [2, 4],
          [2, 4],
        ],
      );
      const mrrs = runs.map(({ adapters }) => adapters[1].heldOut.mrr);
      near(summary.adapters[1].heldOut.mrr.mean, (mrrs[0] + mrrs[1]) / 2);
    }));
});
