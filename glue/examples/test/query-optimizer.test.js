// Tests of the query optimiser demo: same rows from every plan, fair splits, the command line.
import { after, before, describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkVariants } from '../query-optimizer/check.js';
import { createDatabase } from '../query-optimizer/database.js';
import { DIM } from '../query-optimizer/embedding.js';
import { openEngine } from '../query-optimizer/engine.js';
import { createWorkload } from '../query-optimizer/experiment.js';
import { OPTIONS } from '../query-optimizer/options.js';
import { describeChoices } from '../query-optimizer/rules.js';
import { templates } from '../query-optimizer/templates.js';

const SEED = 11;
const MAIN = fileURLToPath(new URL('../query-optimizer/main.js', import.meta.url));
const demo = (...args) => spawnSync(process.execPath, [MAIN, ...args], { encoding: 'utf8' });

describe('plans', () => {
  let engine;

  before(async () => {
    engine = await openEngine();
    createDatabase(engine.db, SEED, 0.1);
  });

  after(() => engine.db.close());

  it('all variants of a template return the same rows', () => {
    const checks = checkVariants(engine, SEED, 6);
    assert.equal(checks.length, 12);
    for (const { template, rows, differences } of checks) {
      assert.deepEqual(differences, [], template.name);
      assert.ok(rows > 0, `${template.name} returned no row at all`);
    }
  });

  it('the checksum sees a changed value and a changed order', () => {
    const sum = (sql) => engine.checksum(engine.prepare(sql), []).hash;
    const some = 'SELECT id, day FROM orders WHERE id <= 20 ORDER BY id';
    assert.equal(sum(some), sum('SELECT id, day FROM orders WHERE +id <= 20 ORDER BY id'));
    assert.notEqual(sum(some), sum(`${some} DESC`));
    assert.notEqual(
      sum(some),
      sum('SELECT id, day + (id = 7) FROM orders WHERE id <= 20 ORDER BY id'),
    );
  });

  it('each template has at least three different plans', () => {
    for (const { name, variants } of templates) {
      const plans = new Set(variants.map(({ sql }) => engine.plan(sql)));
      assert.ok(plans.size >= 3, `${name} has ${plans.size}`);
    }
  });

  it('every common operator occurs', () => {
    const occurring = new Set(templates.flatMap(({ operators }) => operators));
    for (const name of 'Scan IndexScan Filter Join Aggregate GroupBy Sort Limit'.split(' ')) {
      assert.ok(occurring.has(name), name);
    }
    for (const { name, operator, operators } of templates) {
      assert.ok(operators.includes(operator), `${name} is listed under one of its operators`);
    }
  });

  it('a run stops at its time limit, and the next one is whole again', () => {
    const statement = engine.prepare(
      'SELECT count(*) FROM orders a CROSS JOIN orders b WHERE a.total < b.total',
    );
    const stopped = engine.run(statement, [], 5);
    assert.equal(stopped.timedOut, true);
    assert.ok(stopped.ms >= 5 && stopped.ms < 500, `${stopped.ms} ms`);
    const small = engine.prepare('SELECT id FROM orders LIMIT 3');
    const { rows, timedOut, vmSteps } = engine.run(small, [], 1000);
    assert.deepEqual({ rows, timedOut }, { rows: 3, timedOut: false });
    assert.ok(vmSteps > 3 && vmSteps < 100, `${vmSteps} steps`);
  });

  it('a workload depends on its seed alone, and holds out parameters', () => {
    const counts = { train: 15, heldOut: 5 };
    const keys = (part) =>
      part.flat().map(({ template, params }) => [template.name, ...params].join());
    const { train, heldOut } = createWorkload(engine, SEED, counts);
    const again = createWorkload(engine, SEED, counts);
    const other = createWorkload(engine, SEED + 1, counts);
    assert.deepEqual(keys(again.train), keys(train));
    assert.notDeepEqual(keys(other.train), keys(train));
    const trained = new Set(keys(train));
    assert.equal(trained.size, 12 * 15);
    assert.deepEqual(
      keys(heldOut).filter((key) => trained.has(key)),
      [],
    );
    for (const { embedding } of heldOut) {
      assert.equal(embedding.length, DIM);
      assert.ok(embedding.every(Number.isFinite));
    }
  });
});

describe('rules in words', () => {
  it('finds the threshold that the choices follow', () => {
    const choices = [1, 4, 40, 160, 2000, 9000].map((amount) => ({
      features: [{ label: 'rows', amount }],
      choice: amount < 100 ? 2 : 0,
    }));
    assert.deepEqual(describeChoices(choices), {
      agree: 1,
      parts: [
        { when: 'rows below 80', choice: 2 },
        { when: 'from 80', choice: 0 },
      ],
    });
  });
});

describe('command line', () => {
  it('refuses what it does not know and says what to do', () => {
    for (const [args, words] of [
      [['--sed', '3'], /--sed.*\n.*--help/],
      [['--seed', 'x'], /--seed x is not a whole number.*--seed 7/],
      [['--seeds', '3..5'], /--seeds 3\.\.5 is not a list.*--seeds 0-9/],
      [['--seeds', '5-3'], /--seeds 5-3 is not a list/],
      [['extra'], /extra.*\n.*--help/s],
      [['--out', '/no/such/folder/chart.svg'], /\/no\/such\/folder.*exists/],
    ]) {
      const { status, stderr, stdout } = demo(...args);
      assert.equal(status, 2);
      assert.match(stderr, words);
      assert.equal(stdout, '');
    }
  });

  it('--help names every flag', () => {
    const { status, stdout } = demo('--help');
    assert.equal(status, 0);
    for (const flag of Object.keys(OPTIONS)) assert.ok(stdout.includes(`--${flag} `), flag);
  });

  it('--quick learns, reports and draws the chart', () => {
    const folder = mkdtempSync(join(tmpdir(), 'query-optimizer-'));
    try {
      const file = join(folder, 'chart.svg');
      const { status, stdout, stderr } = demo('--quick', '--seed', String(SEED), '--out', file);
      assert.equal(status, 0, stderr);
      assert.ok(stdout.includes(`Chart: ${file}`));
      assert.match(stdout, /The learned choice (beat|did NOT beat) SQLite's own plans/);
      assert.match(stdout, /of 240 queries ran another plan than SQLite's own/);
      assert.match(stdout, /The guard held back \d+ /);
      const svg = readFileSync(file, 'utf8');
      for (const { title } of templates) assert.ok(svg.includes(title), title);
      const lines = stdout.split('\n').filter((line) => !line.startsWith('Chart: '));
      assert.deepEqual(
        lines.filter((line) => line.length > 100),
        [],
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
