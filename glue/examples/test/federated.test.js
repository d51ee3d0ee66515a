// Tests of federated learning: the clients' data, what averages give, and the command line.
import { before, describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import init from 'microlora';
import { createClients, DIM, errorOf } from '../federated/clients.js';
import { runSeed } from '../federated/experiment.js';
import { summarise } from '../federated/summary.js';

const MAIN = fileURLToPath(new URL('../federated/main.js', import.meta.url));

describe('clients', () => {
  it('depend on the seed alone, and differ', () => {
    const inputs = (seed) => createClients(seed, 3).map(({ tests }) => [...tests[0].x].join());
    assert.deepEqual(inputs(5), inputs(5));
    assert.notDeepEqual(inputs(5), inputs(6));
    assert.equal(new Set(inputs(5)).size, 3);
  });

  it('an answer that changes nothing has error 1, the right one 0', () => {
    const [{ tests }] = createClients(5, 1);
    const known = new Map(tests.map(({ x, target }) => [x, target]));
    assert.equal(
      errorOf((x) => x, tests),
      1,
    );
    assert.equal(
      errorOf((x) => known.get(x), tests),
      0,
    );
  });

  it('share most of what is to be learned, and have a part of their own', () => {
    // With energies 1 and 0.16 the cosine of two clients' changes is 1 / 1.16 on average.
    const dot = (a, b) => a.reduce((sum, value, i) => sum + value * b[i], 0);
    const clients = createClients(5, 8);
    const inputs = clients.flatMap(({ tests }) => tests.slice(0, 20).map(({ x }) => x));
    const changes = clients.map(({ change }) => inputs.flatMap((x) => [...change(x)]));
    const [first, ...others] = changes;
    const cosines = others.map((other) => {
      assert.equal(other.length, 8 * 20 * DIM);
      return dot(first, other) / Math.sqrt(dot(first, first) * dot(other, other));
    });
    const mean = cosines.reduce((sum, value) => sum + value, 0) / cosines.length;
    assert.ok(Math.abs(mean - 1 / 1.16) < 0.1, `${mean}`);
  });
});

describe('averages', () => {
  let run;

  before(async () => {
    await init();
    run = await runSeed(5);
  });

  it('of rounds come near to learning from all data, and far below learning alone', () => {
    for (const start of ['same', 'own']) {
      const averaged = run.curves[`exact, ${start} start`].at(-1);
      assert.ok(averaged < 1.25 * run.curves.together.at(-1), `${averaged}`);
      assert.ok(averaged < 0.85 * run.curves.alone.at(-1), `${averaged}`);
    }
  });

  it('of factors, once and from own starts, are next to nothing', () => {
    assert.ok(run.once['naive, own start'] > 0.9);
    assert.ok(run.once['exact, own start'] < 0.75);
  });

  it('are summed up as mean, least and most', () => {
    const runs = [0.25, 0.75].map((error) => ({
      curves: { alone: [1, error] },
      once: { exact: error },
      personal: { exact: 2 * error },
    }));
    const { curves, once, personal } = summarise(runs);
    assert.deepEqual(curves.alone[1], { mean: 0.5, least: 0.25, most: 0.75 });
    assert.deepEqual(once.exact, { mean: 0.5, least: 0.25, most: 0.75 });
    assert.deepEqual(personal.exact, { mean: 1, least: 0.5, most: 1.5 });
  });
});

describe('command line', () => {
  const example = (...args) => spawnSync(process.execPath, [MAIN, ...args], { encoding: 'utf8' });

  it('refuses what it does not know and says what to do', () => {
    for (const [args, words] of [
      [['--seed', '3'], /--seed.*\n.*--help/],
      [['--seeds', '0'], /--seeds 0: not a whole number.*--seeds 10/],
      [['--out', '/no/such/folder/chart.svg'], /\/no\/such\/folder.*exists/],
    ]) {
      const { status, stderr, stdout } = example(...args);
      assert.equal(status, 2);
      assert.match(stderr, words);
      assert.equal(stdout, '');
    }
  });

  it('learns, reports, draws and writes the numbers', () => {
    const folder = mkdtempSync(join(tmpdir(), 'federated-'));
    try {
      const [chart, numbers] = ['chart.svg', 'numbers.json'].map((name) => join(folder, name));
      const { status, stdout, stderr } = example('--seeds', '1', '--out', chart, '--json', numbers);
      assert.equal(status, 0, stderr);
      for (const words of ['each client alone', 'all data together']) {
        assert.ok(stdout.includes(words), words);
      }
      assert.ok(readFileSync(chart, 'utf8').includes('average(), in rounds'));
      const { summary, runs } = JSON.parse(readFileSync(numbers, 'utf8'));
      assert.equal(summary.once['exact, own start'].mean, runs[0].once['exact, own start']);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
