// Policy over every build and entry: what users of other bandits complain of, each as a test; the promise of the
// guard over hostile streams; late, missing and doubled outcomes; arms that come and go; files. The equations are
// tested natively (test-native/test_policy.cpp), bits in bits.test.js.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { inspect as inspectFile, load, save } from '../dist/safetensors.js';
import { entries, randomNumbers } from './support/helpers.js';

const sum = (values) => values.reduce((all, value) => all + value, 0);
const mean = (values) => sum(values) / values.length;
const x1 = Float32Array.of(1);

/** Arms whose costs are linear in a context that ends with 1. */
function world(dim, arms, seed) {
  const { normal } = randomNumbers(seed);
  const maps = Array.from({ length: arms }, () => Array.from({ length: dim }, () => normal()));
  return {
    context: () => Float32Array.from({ length: dim }, (_, i) => (i === dim - 1 ? 1 : normal())),
    costs: (x) => maps.map((map) => sum(map.map((value, i) => value * x[i]))),
    noise: () => 0.2 * normal(),
  };
}

for (const entry of entries) {
  const loaded = entry.open();
  const make = async (options) => {
    const { Policy, engine } = await loaded;
    return new Policy({ dim: 1, arms: 3, engine, ...options });
  };

  // vowpal_wabbit#1233: the hello world does not learn. #1436: it always takes the first arm.
  test(`${entry.name}: it learns which arm suits which context`, async () => {
    const [users, hours] = [
      ['tom', 'anna'],
      ['morning', 'evening'],
    ];
    const topics = ['politics', 'sports', 'music', 'food', 'finance', 'health', 'camping'];
    const likes = (user, hour, topic) =>
      topic ===
      (user === 'tom' ? ['politics', 'music'] : ['sports', 'politics'])[hours.indexOf(hour)];
    const policy = await make({ dim: 4, arms: topics, objective: 'reward' });
    const { uniform } = randomNumbers(7);
    const first = new Set();
    const clicks = [];
    for (let i = 0; i < 1000; i++) {
      const [user, hour] = [users, hours].map((list) => list[Math.floor(2 * uniform())]);
      const at = 2 * users.indexOf(user) + hours.indexOf(hour);
      const d = policy.choose(Float32Array.from({ length: 4 }, (_, j) => Number(j === at)));
      if (i < 30) first.add(d.name);
      clicks.push(Number(likes(user, hour, d.name)));
      policy.learn(d.id, clicks[i]);
    }
    assert.ok(first.size >= 4, [...first].join());
    assert.ok(mean(clicks.slice(-500)) > 0.95, String(mean(clicks.slice(-500))));
    policy.free();
  });

  // #548, #4319: what is the probability, and where? #3680: negative ones.
  test(`${entry.name}: a decision has its probability, and predict those of all`, async () => {
    const { context, costs, noise } = world(5, 4, 3);
    const policy = await make({ dim: 5, arms: 4, objective: 'cost' });
    for (let i = 0; i < 300; i++) {
      const x = context();
      const d = policy.choose(x);
      const all = policy.predict(x).map(({ probability }) => probability);
      assert.ok(all.every((p) => p >= 0 && p <= 1));
      assert.ok(Math.abs(sum(all) - 1) < 1e-12);
      assert.ok(d.probability > 0);
      // Nothing has been learned since: predict is of the same beliefs.
      assert.equal(d.probability, all[d.arm]);
      policy.learn(d.id, costs(x)[d.arm] + noise());
    }
    policy.free();
  });

  // #1178: what it learns must not fade away in a stream that has no end.
  test(`${entry.name}: it follows a change, with forgetting`, async () => {
    const policy = await make({ objective: 'cost', forgetting: 0.97 });
    const best = (i) => (i < 1000 ? 0 : 2);
    const found = Array.from({ length: 2000 }, (_, i) => {
      const d = policy.choose(x1);
      policy.learn(d.id, d.arm === best(i) ? 0 : 1);
      return Number(d.arm === best(i));
    });
    assert.ok(mean(found.slice(500, 1000)) > 0.9, String(mean(found.slice(500, 1000))));
    assert.ok(mean(found.slice(-500)) > 0.9, String(mean(found.slice(-500))));
    policy.free();
  });

  test(`${entry.name}: a cost and the reward that is its opposite lead to the same choices`, async () => {
    const { context, costs, noise } = world(4, 3, 8);
    const [cost, reward] = [
      await make({ dim: 4, objective: 'cost' }),
      await make({ dim: 4, objective: 'reward' }),
    ];
    for (let i = 0; i < 200; i++) {
      const x = context();
      const [a, b] = [cost.choose(x), reward.choose(x)];
      assert.deepEqual(a, b);
      const paid = costs(x)[a.arm] + noise();
      cost.learn(a.id, paid);
      reward.learn(b.id, -paid);
    }
    cost.free();
    reward.free();
  });

  test(`${entry.name}: by powers of 2, the scale of contexts and costs changes no bit`, async () => {
    for (const guard of [false, { default: 1 }]) {
      const policies = [];
      for (let i = 0; i < 3; i++) policies.push(await make({ dim: 6, objective: 'cost', guard }));
      const scales = [
        [1, 1],
        [1024, 1],
        [1 / 4096, 1 / 256],
      ];
      const { context, costs, noise } = world(6, 3, 21);
      for (let i = 0; i < 300; i++) {
        const x = context();
        const decisions = policies.map((policy, p) =>
          policy.choose(x.map((value) => value * scales[p][0])),
        );
        assert.deepEqual(decisions[1], decisions[0]);
        assert.deepEqual(decisions[2], decisions[0]);
        const paid = 5 + costs(x)[decisions[0].arm] + noise();
        policies.forEach((policy, p) => policy.learn(decisions[p].id, paid * scales[p][1]));
      }
      policies.forEach((policy) => policy.free());
    }
  });

  for (const factor of [1000, 0.001]) {
    test(`${entry.name}: contexts and latencies times ${factor} change no decision`, async () => {
      const policies = [await make({ dim: 6 }), await make({ dim: 6 })];
      const scale = [1, factor];
      const { context, costs, noise } = world(6, 3, 5);
      const { uniform } = randomNumbers(2);
      for (let i = 0; i < 400; i++) {
        const x = context();
        const beside = uniform() < 0.5;
        const ms = costs(x).map((cost) => Math.exp(cost / 2 + noise()));
        const decisions = policies.map((policy, p) =>
          policy.choose(
            x.map((value) => value * scale[p]),
            beside ? { baseline: ms[0] * scale[p] } : {},
          ),
        );
        assert.equal(decisions[1].arm, decisions[0].arm, String(i));
        const { arm, limit, id } = decisions[0];
        const stopped = ms[arm] >= limit;
        policies.forEach((policy, p) =>
          policy.learn(id, stopped ? { stopped: limit * scale[p] } : ms[arm] * scale[p]),
        );
      }
      policies.forEach((policy) => policy.free());
    });
  }

  test(`${entry.name}: the first choice of each scope is the default, until its outcome is known`, async () => {
    const policy = await make({ scopes: ['a', 'b'], guard: { default: 2 } });
    for (const scope of ['a', 'b']) {
      for (let i = 0; i < 3; i++) {
        const d = policy.choose(scope, x1);
        assert.deepEqual([d.arm, d.reason, d.probability, d.limit], [2, 'default', 1, Infinity]);
        if (i === 2) policy.learn(d.id, 5);
      }
      assert.equal(policy.choose(scope, x1).reason, 'budget');
    }
    policy.free();
  });

  // The adversary knows what was chosen and sets the cost; the caller keeps to limits.
  test(`${entry.name}: with baselines, what was paid is never above 1 + budget times the default`, async () => {
    const { Policy, engine } = await loaded;
    const step = fc.record({
      baseline: fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
      ratio: fc.constantFrom(0.01, 0.5, 1, 1.9, 2.5, 1e6),
      after: fc.nat(6),
      end: fc.constantFrom('learn', 'learn', 'learn', 'cancel', 'never'),
      x: fc.tuple(fc.float({ noNaN: true, min: -8, max: 8 }), fc.constant(1)),
    });
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 50, maxLength: 150 }),
        fc.constantFrom(0, 0.1, 1),
        fc.constantFrom(0.5, 1, 2),
        fc.nat(1000),
        (steps, budget, patience, seed) => {
          const guard = { default: 0, budget, patience };
          const policy = new Policy({
            dim: 2,
            arms: 3,
            guard,
            temperature: 1,
            pending: 4,
            seed,
            engine,
          });
          let [paid, allowed] = [0, 0];
          const later = [];
          const finish = ({ d, baseline, ratio, end }) => {
            const cost = d.arm === 0 ? baseline : ratio * baseline;
            const stopped = cost >= d.limit;
            if (end !== 'cancel') {
              paid += stopped ? d.limit + baseline : cost;
              allowed += (1 + budget) * baseline;
            }
            try {
              if (end === 'learn') policy.learn(d.id, stopped ? { stopped: d.limit } : cost);
              if (end === 'cancel') policy.cancel(d.id);
            } catch (error) {
              // Four are kept: what was forgotten before was run all the same.
              assert.match(error.message, /was forgotten/);
            }
            assert.ok(paid <= allowed * (1 + 1e-9) + 1e-12, `${paid} of ${allowed}`);
          };
          for (const { x, ...rest } of steps) {
            const { baseline, after } = rest;
            later.push({ ...rest, after, d: policy.choose(Float32Array.from(x), { baseline }) });
            for (const one of later) one.after--;
            while (later.some(({ after: left }) => left < 0)) {
              finish(
                ...later.splice(
                  later.findIndex(({ after: left }) => left < 0),
                  1,
                ),
              );
            }
          }
          policy.free();
        },
      ),
      { numRuns: 60, seed: 11 },
    );
  });

  test(`${entry.name}: where nothing can be gained, all prefixes cost at most 1 + budget`, async () => {
    const { context } = world(5, 3, 2);
    for (const budget of [0.1, 0.05]) {
      const policy = await make({ dim: 5, guard: { budget } });
      let [paid, fair, tried] = [0, 0, 0];
      const { uniform } = randomNumbers(4);
      for (let i = 0; i < 600; i++) {
        const baseline = Math.exp(2 * uniform());
        const d = policy.choose(context(), { baseline });
        const cost = baseline * (d.arm === 0 ? 1 : 1.5 + d.arm);
        const stopped = cost >= d.limit;
        policy.learn(d.id, stopped ? { stopped: d.limit } : cost);
        paid += stopped ? d.limit + baseline : cost;
        fair += baseline;
        tried += Number(d.arm !== 0);
        assert.ok(paid <= (1 + budget) * fair * (1 + 1e-12), `${i}: ${paid / fair}`);
      }
      assert.ok(tried > 5);
      policy.free();
    }
  });

  test(`${entry.name}: it finds the faster arm, and serves it once that is sure`, async () => {
    const policy = await make({ arms: ['own', 'index', 'scan'] });
    const cost = { own: 10, index: 4, scan: 30 };
    assert.equal(policy.choose(x1, { explore: false }).reason, 'default');
    let total = 0;
    for (let i = 0; i < 400; i++) {
      const d = policy.choose(x1, { baseline: cost.own });
      const stopped = cost[d.name] >= d.limit;
      policy.learn(d.id, stopped ? { stopped: d.limit } : cost[d.name]);
      total += stopped ? d.limit + cost.own : cost[d.name];
    }
    assert.ok(total < 0.6 * 400 * cost.own, String(total));
    const served = policy.choose(x1, { explore: false, baseline: cost.own });
    assert.deepEqual([served.name, served.id, served.limit], ['index', 0, 20]);
    // It is a question: asked a thousand times, it leaves no decision behind.
    const before = save(policy);
    for (let i = 0; i < 1000; i++) policy.choose(x1, { explore: false, baseline: cost.own });
    assert.deepEqual(save(policy), before);
    policy.free();
  });

  test(`${entry.name}: outcomes come late, in any order, twice, or never`, async () => {
    const policy = await make({ objective: 'cost', pending: 4 });
    const ids = Array.from({ length: 4 }, () => policy.choose(x1).id);
    assert.deepEqual(ids, [1, 2, 3, 4]);
    policy.learn(3, 1);
    policy.learn(1, 2);
    const refuses = (call, message) => assert.throws(call, { code: 'LORA_E_STATE', message });
    refuses(() => policy.learn(3, 1), /decision 3 is known already/);
    refuses(() => policy.cancel(1), /decision 1 is known already/);
    policy.choose(x1);
    policy.choose(x1);
    refuses(() => policy.learn(2, 1), /decision 2 was forgotten, as only the last 4 are kept/);
    for (const id of [0, 7, -1, 1.5, NaN, Infinity]) {
      refuses(() => policy.learn(id, 1), /there is no decision/);
    }
    policy.cancel(4);
    refuses(() => policy.learn(4, 1), /decision 4 is known already/);
    assert.equal(sum(policy.counts().map(({ outcomes }) => outcomes)), 2);
    policy.reset();
    refuses(() => policy.learn(6, 1), /decision 6 was forgotten/);
    assert.equal(policy.choose(x1).id, 7);
    policy.free();
  });

  test(`${entry.name}: costs that are none change nothing`, async () => {
    const latency = await make({});
    const reward = await make({ objective: 'reward' });
    for (const policy of [latency, reward]) {
      const d = policy.choose(x1);
      policy.learn(d.id, 3);
      const { id } = policy.choose(x1);
      const before = save(policy);
      const rows = [
        [NaN, 'LORA_E_NONFINITE'],
        [-Infinity, 'LORA_E_NONFINITE'],
        [2e25, 'LORA_E_RANGE'],
        ['3', 'LORA_E_TYPE'],
        [undefined, 'LORA_E_TYPE'],
        [{ stopped: NaN }, policy === latency ? 'LORA_E_NONFINITE' : 'LORA_E_OPTION'],
        [{ stoped: 2 }, 'LORA_E_OPTION'],
        ...(policy === latency
          ? [0, -2, { stopped: 0 }].map((cost) => [cost, 'LORA_E_RANGE'])
          : []),
      ];
      for (const [cost, code] of rows) {
        assert.throws(() => policy.learn(id, cost), { code }, String(cost));
        assert.deepEqual(save(policy), before);
      }
      assert.throws(() => policy.choose(x1, { baseline: NaN }), { code: 'LORA_E_NONFINITE' });
      assert.throws(() => policy.learn(id, 3, { baseline: Infinity }), {
        code: 'LORA_E_NONFINITE',
      });
      assert.throws(() => policy.choose(Float32Array.of(NaN)), { code: 'LORA_E_NONFINITE' });
      assert.throws(() => policy.choose(new Float32Array(2)), { code: 'LORA_E_SHAPE' });
      assert.throws(() => policy.choose([1]), { code: /LORA_E_(TYPE|SCOPE)/ });
      policy.learn(id, 3);
    }
    latency.free();
    reward.free();
  });

  // #3363, #1306; mabwiser#10; contextualbandits#25: arms come and go, and what does a new one start from?
  test(`${entry.name}: arms come and go`, async () => {
    const policy = await make({ arms: ['a', 'b'], objective: 'cost', temperature: 0.5 });
    const cost = { a: 5, b: 3, c: 1, d: 4 };
    const run = (count) => {
      const taken = [];
      for (let i = 0; i < count; i++) {
        const { id, name } = policy.choose(x1);
        taken.push(name);
        policy.learn(id, cost[name]);
      }
      return taken;
    };
    assert.ok(
      run(100)
        .slice(-20)
        .every((name) => name === 'b'),
    );
    assert.equal(policy.addArm('c'), 2);
    assert.ok(
      run(100)
        .slice(-20)
        .every((name) => name === 'c'),
    );
    // One whose outcome is not known yet.
    const open = policy.choose(x1);
    assert.equal(open.name, 'c');
    policy.removeArm('c');
    assert.deepEqual(policy.arms, ['a', 'b']);
    assert.throws(() => policy.removeArm('c'), {
      code: 'LORA_E_OPTION',
      message: /there is no arm "c"/,
    });
    assert.equal(policy.addArm('d', { like: 'a' }), 2);
    const [{ expected: ofA, deviation }, , likeA] = policy.predict(x1);
    assert.equal(likeA.name, 'd');
    assert.equal(likeA.expected, ofA);
    assert.ok(likeA.deviation > 2 * deviation);
    // The outcome of the arm that had this number teaches it nothing.
    policy.learn(open.id, 1);
    assert.equal(policy.predict(x1)[2].expected, ofA);
    assert.ok(
      run(100)
        .slice(-20)
        .every((name) => name === 'b'),
    );
    policy.resetArm('b');
    assert.equal(policy.counts()[1].outcomes, 0);
    policy.removeArm('a');
    policy.removeArm(2);
    assert.throws(() => policy.removeArm('b'), { code: 'LORA_E_STATE', message: /last arm/ });
    assert.throws(() => policy.addArm('b'), { code: 'LORA_E_OPTION' });
    policy.free();
    const guarded = await make({ guard: { default: '1' } });
    assert.throws(() => guarded.removeArm(1), { code: 'LORA_E_STATE', message: /default/ });
    guarded.free();
  });

  // #3421; mabwiser#74, #99: only some arms are there now, of hundreds.
  test(`${entry.name}: a choice may be of some arms only`, async () => {
    const policy = await make({ arms: 256, objective: 'cost' });
    for (let i = 0; i < 200; i++) {
      const arms = [i % 256, (7 * i + 3) % 256, '9'];
      const d = policy.choose(x1, { arms });
      assert.ok(arms.map(Number).includes(d.arm));
      policy.learn(d.id, d.arm === 9 ? 0 : 1);
    }
    assert.equal(policy.choose(x1, { arms: [200] }).probability, 1);
    assert.equal(policy.choose(x1, { arms: [9, 9, 4], explore: false }).arm, 9);
    assert.equal(new Set(policy.predict(x1).map(({ arm }) => arm)).size, 256);
    assert.ok(Math.abs(sum(policy.predict(x1).map(({ probability }) => probability)) - 1) < 1e-12);
    assert.throws(() => policy.choose(x1, { arms: [] }), { code: 'LORA_E_OPTION' });
    assert.throws(() => policy.choose(x1, { arms: [256] }), { code: 'LORA_E_OPTION' });
    assert.throws(() => policy.choose(x1, { arms: ['Nine'] }), { code: 'LORA_E_OPTION' });
    assert.throws(() => policy.choose(x1, { arms: 3 }), { code: 'LORA_E_TYPE' });
    assert.throws(() => policy.addArm('more'), { code: 'LORA_E_RANGE' });
    policy.free();
    const guarded = await make({});
    assert.throws(() => guarded.choose(x1, { arms: [1, 2] }), {
      code: 'LORA_E_OPTION',
      message: /must have the default of the guard, "0"/,
    });
    assert.equal(guarded.choose(x1, { arms: [2, 0] }).arm, 0);
    guarded.free();
  });

  test(`${entry.name}: scopes of a category learn from each other, others do not`, async () => {
    const policy = await make({
      scopes: ['a', 'b', 'c'],
      categories: { pair: ['a', 'b'] },
      objective: 'cost',
    });
    for (let i = 0; i < 60; i++) {
      const d = policy.choose('a', x1);
      policy.learn(d.id, [3, 1, 2][d.arm]);
    }
    const of = (scope) => policy.predict(scope, x1).map(({ probability }) => probability);
    assert.ok(of('a')[1] > 0.9);
    assert.ok(of('b')[1] > of('b')[0] + 0.1, of('b').join());
    of('c').forEach((p) => assert.ok(Math.abs(p - 1 / 3) < 1e-12));
    assert.deepEqual(
      policy.counts('b').map(({ outcomes }) => outcomes),
      [0, 0, 0],
    );
    assert.throws(() => policy.choose(x1), { code: 'LORA_E_TYPE' });
    assert.throws(() => policy.choose('d', x1), { code: 'LORA_E_SCOPE' });
    policy.free();
  });

  // #3116: a model that is saved and read is not the same.
  test(`${entry.name}: saved in the middle, loaded, copied and cloned, it goes on with the same bits`, async () => {
    const { Policy, engine } = await loaded;
    const { context, costs, noise } = world(5, 4, 6);
    const { uniform } = randomNumbers(9);
    const options = {
      dim: 5,
      arms: ['own', 'b', 'c', 'd'],
      scopes: ['one', 'two'],
      categories: { both: ['one', 'two'], none: [] },
      guard: { default: 'own', budget: 0.5, confidence: 0.5, patience: 1.5 },
      memory: 2,
      temperature: 0.5,
      forgetting: 0.99,
      floor: 0.01,
      pending: 6,
      seed: 3,
      engine,
    };
    const policy = new Policy(options);
    const open = [];
    const step = (policies) => {
      const [x, scope] = [context(), uniform() < 0.5 ? 'one' : 1];
      const ms = costs(x).map((cost) => Math.exp(cost / 2 + noise()));
      const given = uniform() < 0.5 ? { baseline: ms[0] } : undefined;
      const decisions = policies.map((each) => each.choose(scope, x, given));
      for (const d of decisions) assert.deepEqual(d, decisions[0]);
      open.push([decisions[0].id, ms[decisions[0].arm]]);
      if (open.length > 3) {
        const [id, cost] = open.splice(1, 1)[0];
        for (const each of policies) each.learn(id, cost);
      }
    };
    for (let i = 0; i < 80; i++) step([policy]);
    policy.removeArm('c');
    for (let i = 0; i < 10; i++) step([policy]);
    const file = save(policy, { metadata: { of: 'plans' } });
    assert.equal(inspectFile(file).kind, 'Policy');
    const twin = load(file, { engine, expect: { of: 'plans' } });
    const clone = policy.clone();
    const copy = new Policy({ ...options, temperature: 1 });
    copy.removeArm('c');
    copy.copyFrom(policy);
    assert.deepEqual(save(twin, { metadata: { of: 'plans' } }), file);
    for (const other of [twin, clone, copy]) assert.deepEqual(other.arms, ['own', 'b', 'd']);
    const all = [policy, twin, clone, copy];
    for (let i = 0; i < 80; i++) step(all);
    assert.equal(new Set(all.map((each) => each.addArm('e', { like: 'b' }))).size, 1);
    for (let i = 0; i < 40; i++) step(all);
    for (const other of [twin, clone, copy]) {
      assert.deepEqual(save(other), save(policy));
      other.free();
    }
    const small = await make({});
    assert.throws(() => small.copyFrom(policy), { code: 'LORA_E_SHAPE' });
    small.free();
    policy.free();
  });

  // #2150, #4713: leaks.
  test(`${entry.name}: choosing and learning take no memory, and free gives all of it back`, async () => {
    const { Policy, engine } = await loaded;
    const before = engine.memoryUsage;
    const policy = new Policy({ dim: 20, arms: 3, engine });
    policy.context.fill(0.25);
    const round = (count) => {
      for (let i = 0; i < count; i++) {
        policy.decide();
        policy.learn(policy.lastId, 1 + (i % 3));
        policy.cancel(policy.choose(policy.context, { baseline: 4 }).id);
      }
    };
    round(300);
    const warm = engine.memoryUsage;
    round(20_000);
    assert.deepEqual(engine.memoryUsage, warm);
    policy.free();
    assert.deepEqual(engine.memoryUsage, before);
  });

  test(`${entry.name}: decide on the view is choose`, async () => {
    const { context, costs } = world(5, 3, 13);
    const [one, other] = [await make({ dim: 5 }), await make({ dim: 5 })];
    for (let i = 0; i < 100; i++) {
      const x = context();
      const d = one.choose(x);
      other.context.set(x);
      assert.equal(other.decide(), d.arm);
      assert.equal(other.lastId, d.id);
      const cost = Math.exp(costs(x)[d.arm]);
      one.learn(d.id, cost);
      other.learn(other.lastId, cost);
    }
    assert.equal(one.bank, other.bank);
    one.free();
    other.free();
  });

  test(`${entry.name}: a buffer of trajectories can be replayed`, async () => {
    const { TrajectoryBuffer, engine } = await loaded;
    const buffer = new TrajectoryBuffer({ dim: 1, operators: 2, engine });
    for (let i = 0; i < 40; i++) buffer.record(x1, i % 2, 1 + (i % 3 === 0), i % 2 ? 20 : 2, 8);
    const policy = await make({ scopes: ['slow', 'fast'].reverse() });
    policy.replay(buffer);
    const of = (scope) => policy.predict(scope, x1, { baseline: 8 });
    assert.ok(of('fast')[1].expected < 4);
    assert.ok(of('slow')[1].expected > 14);
    assert.equal(policy.bank, 0);
    assert.equal(sum(policy.counts('fast').map(({ outcomes }) => outcomes)), 20);
    // A run that was stopped took longer than that.
    for (let i = 0; i < 9; i++) buffer.record(x1, 0, 2, 5, 8, { limit: 5, stopped: true });
    const [, , before2] = of('fast');
    policy.replay(buffer);
    assert.ok(of('fast')[2].expected > 1.5 * before2.expected);
    assert.equal(policy.counts('fast')[2].stopped, 9);
    const before = save(policy);
    buffer.record(x1, 0, 3, 1, 1);
    assert.throws(() => policy.replay(buffer), { code: 'LORA_E_OPTION' });
    assert.deepEqual(save(policy), before);
    const wide = new TrajectoryBuffer({ dim: 2, engine });
    assert.throws(() => policy.replay(wide), { code: 'LORA_E_SHAPE' });
    assert.throws(() => policy.replay([]), { code: 'LORA_E_TYPE' });
    const reward = await make({ objective: 'reward' });
    assert.throws(() => reward.replay(buffer), { code: 'LORA_E_OPTION' });
    for (const object of [buffer, wide, policy, reward]) object.free();
  });

  // #1687: it got better with wrong probabilities. Here the truth is known.
  test(`${entry.name}: a log says what another policy would have cost, and how sure that is`, async () => {
    const { context, costs, noise } = world(4, 3, 17);
    const errors = { dr: [], ips: [], dm: [], snips: [] };
    let covered = 0;
    const rounds = 12;
    for (let round = 0; round < rounds; round++) {
      const policy = await make({ dim: 4, objective: 'cost', floor: 0.05, seed: round });
      const log = [];
      for (let i = 0; i < 400; i++) {
        const x = context();
        const d = policy.choose(x);
        const cost = 3 + costs(x)[d.arm] + noise();
        policy.learn(d.id, cost);
        log.push({ context: x, arm: d.name, probability: d.probability, cost });
      }
      const other = (x) => Number(x[0] > 0);
      const truth = mean(log.map(({ context: x }) => 3 + costs(x)[other(x)]));
      const found = policy.evaluate(log, other);
      for (const name of Object.keys(errors)) errors[name].push((found[name] - truth) ** 2);
      // Of this log's contexts, so the spread of costs among them is not part of it.
      covered += Number(Math.abs(found.dr - truth) < 2 * found.error);
      assert.ok(found.effectiveSize > 10 && found.effectiveSize < 400);
      assert.ok(found.supported > 0.5);
      // Shares instead of an arm.
      const mixed = policy.evaluate(log, () => [0.25, 0.25, 0.5]);
      assert.ok(mixed.dr !== found.dr);
      policy.free();
    }
    const rmse = (name) => Math.sqrt(mean(errors[name]));
    assert.ok(rmse('dr') < 0.5 * rmse('ips'), `${rmse('dr')} of ${rmse('ips')}`);
    assert.ok(covered >= 0.9 * rounds, String(covered));
  });

  test(`${entry.name}: what a log must be`, async () => {
    const policy = await make({ objective: 'cost' });
    const good = { context: x1, arm: 0, probability: 0.5, cost: 1 };
    const rows = [
      [[], 'LORA_E_SHAPE'],
      [{}, 'LORA_E_TYPE'],
      [[good, { ...good, probability: 0 }], 'LORA_E_RANGE'],
      [[good, { ...good, probability: 1.5 }], 'LORA_E_RANGE'],
      [[good, { ...good, cost: NaN }], 'LORA_E_NONFINITE'],
      [[good, { ...good, arm: 'x' }], 'LORA_E_OPTION'],
      [[good, { ...good, context: new Float32Array(2) }], 'LORA_E_SHAPE'],
      [[good, null], 'LORA_E_TYPE'],
    ];
    for (const [log, code] of rows) {
      assert.throws(() => policy.evaluate(log, () => 0), { code }, JSON.stringify(log));
    }
    const bad = [() => [0.5, 0.6, 0], () => [-1, 2, 0], () => [1, 0, 0, 0]];
    for (const chooseOther of bad) {
      assert.throws(() => policy.evaluate([good, good], chooseOther), { code: 'LORA_E_RANGE' });
    }
    assert.throws(() => policy.evaluate([good, good], () => 5), { code: 'LORA_E_OPTION' });
    assert.throws(() => policy.evaluate([good, good], 5), { code: 'LORA_E_TYPE' });
    policy.free();
  });

  test(`${entry.name}: a line for Vowpal Wabbit`, async () => {
    const x = Float32Array.of(0.5, 0, -2);
    const policy = await make({ dim: 3, objective: 'cost' });
    const d = policy.choose(x);
    const line = new RegExp(`^${d.arm + 1}:8\\.5:0\\.333\\d* \\|x 0:0\\.5 2:-2$`);
    assert.match(policy.toVW(d, 8.5), line);
    policy.learn(d.id, 8.5);
    assert.throws(() => policy.toVW(d, 8.5), { code: 'LORA_E_STATE' });
    const scoped = await make({ dim: 3, scopes: ['a', 'b'], objective: 'reward' });
    const other = scoped.choose('b', x);
    assert.match(
      scoped.toVW(other, 2),
      new RegExp(`^${other.arm + 1}:-2:\\S+ \\|x 0:0\\.5 2:-2 \\|s 1$`),
    );
    policy.free();
    scoped.free();
  });
}
