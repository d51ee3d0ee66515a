// Tests of what the query optimiser learns. Times are counted steps, so that every run is the same.
import { after, before, describe, it } from 'node:test';
import assert from 'node:assert/strict';
import init from 'microlora';
import { createDatabase } from '../query-optimizer/database.js';
import { openEngine } from '../query-optimizer/engine.js';
import { createWorkload, runExperiment } from '../query-optimizer/experiment.js';
import { summariseLearning } from '../query-optimizer/learning-summary.js';
import { createOwnTimes } from '../query-optimizer/own-times.js';

const SEED = 12;
const sum = (list) => list.reduce((total, value) => total + value, 0);

/** An engine whose milliseconds are thousands of steps of SQLite's virtual machine. */
function countSteps(engine) {
  const known = new Map();
  const stepsOf = (statement, params) => {
    if (!known.has(statement)) known.set(statement, new Map());
    const ofStatement = known.get(statement);
    const key = JSON.stringify(params);
    if (!ofStatement.has(key)) ofStatement.set(key, engine.run(statement, params).vmSteps);
    return ofStatement.get(key);
  };
  const run = (statement, params, limitMs = Infinity) => {
    const vmSteps = stepsOf(statement, params);
    const ms = vmSteps / 1000;
    return { ms: Math.min(ms, limitMs), vmSteps, timedOut: ms > limitMs };
  };
  return { ...engine, run };
}

describe('learning', () => {
  let engine;
  let workload;

  const run = (options) =>
    runExperiment(engine, workload, {
      seed: SEED,
      paired: false,
      estimate: true,
      onQuery() {},
      onPhase() {},
      ...options,
    });

  before(async () => {
    await init();
    engine = countSteps(await openEngine());
    createDatabase(engine.db, SEED, 0.05);
    workload = createWorkload(engine, SEED, { train: 40, heldOut: 10 });
  });

  after(() => engine.db.close());

  /** Steps of each plan of each held-out query, counted here. */
  const heldOutSteps = () =>
    workload.heldOut.map(({ template, params }) =>
      template.variants.map(({ statement }) => engine.run(statement, params).ms),
    );

  for (const [words, options] of [
    ['its own estimates of the baseline', {}],
    ['no baseline', { estimate: false }],
    ['a measured baseline', { paired: true }],
  ]) {
    it(`takes half of what there is to gain on queries it has never seen, with ${words}`, async () => {
      const steps = heldOutSteps();
      const own = sum(steps.map(([first]) => first));
      const least = sum(steps.map((plans) => Math.min(...plans)));
      assert.ok(least < 0.8 * own, `${least} of ${own}: there is little to gain`);
      const totals = [];
      for (let seed = 0; seed < 5; seed++) {
        const { best } = await run({ ...options, seed });
        totals.push(sum(steps.map((plans, i) => plans[best(workload.heldOut[i]).arm])));
      }
      const learned = sum(totals) / totals.length;
      assert.ok(own - learned > 0.5 * (own - least), `${totals}, of ${own} to ${least}`);
    });
  }

  it('pays for what ran: the chosen plan and, where that was stopped, the own plan', async () => {
    const { records } = await run();
    const { byTemplate, ...all } = summariseLearning(workload.templates, records);
    let [paid, stopped] = [0, 0];
    for (const { query, arm, paid: given, stopped: isStopped } of records) {
      const [own, chosen] = [0, arm].map(
        (v) => engine.run(query.template.variants[v].statement, query.params).ms,
      );
      if (isStopped) assert.ok(given > own && given < own + chosen);
      else assert.equal(given, chosen);
      paid += given;
      stopped += isStopped;
    }
    assert.ok(stopped > 0, 'no plan was stopped');
    assert.equal(all.stopped, stopped);
    assert.ok(Math.abs(all.paid - paid) <= 1e-9 * paid);
    assert.equal(sum(byTemplate.map(({ others }) => others)), all.others);
  });

  it('keeps to the budget where the baseline is measured, at every query', async () => {
    // What the guard counts: a plan that was stopped is paid with its limit and the own plan.
    const BUDGET = 1;
    const { records } = await run({ paired: true });
    let [paid, own] = [0, 0];
    for (const record of records) {
      paid += record.paid + (record.stopped ? record.own : 0);
      own += record.own;
      assert.ok(paid <= (1 + BUDGET) * own, `${paid} of ${own}`);
    }
  });

  it('chooses the same again', async () => {
    const arms = async () => (await run()).records.map(({ arm }) => arm);
    assert.deepEqual(await arms(), await arms());
  });
});

describe('estimates of the own plan', () => {
  const query = (amount) => ({ template: { name: 'one' }, features: [{ amount }] });

  it('lie half way between runs that are as far away, less 20 % for each power of 2', () => {
    const { note, estimate } = createOwnTimes();
    assert.equal(estimate(query(64)), undefined);
    note(query(16), 2);
    assert.ok(Math.abs(estimate(query(16)) - 2) < 1e-12);
    assert.ok(Math.abs(estimate(query(64)) - 2 * Math.exp(-0.4)) < 1e-12);
    note(query(256), 8);
    assert.ok(Math.abs(estimate(query(64)) - 4 * Math.exp(-0.4)) < 1e-12);
    assert.ok(estimate(query(200)) > estimate(query(100)));
  });

  it('of another template, and of another choice, are worth nothing', () => {
    const { note, estimate } = createOwnTimes();
    const choice = (index) => ({ template: { name: 'two' }, features: [{ index }] });
    note(query(16), 2);
    assert.equal(estimate(choice(0)), undefined);
    note(choice(0), 3);
    note(choice(1), 300);
    assert.ok(Math.abs(estimate(choice(0)) - 3) < 1e-3);
  });
});
