// Scopes that explore and fall back on a category: rewards teach the scope, and through it the
// category, and each scope has noise of its own.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bitsOf, entries, randomNumbers } from './support/helpers.js';

const DIM = 8;
const EXPLORE = 0.1;

const distance = (a, b) => Math.hypot(...a.map((value, i) => value - b[i]));

const minus = (a, b) => a.map((value, i) => value - b[i]);

/** An answer without noise. */
function greedy(set, scope, x) {
  set.setOptions({ explore: 0 }, scope);
  const y = set.forward(scope, x);
  set.setOptions({ explore: EXPLORE }, scope);
  return y;
}

/** Rewards for answers to one input that are near to a goal. */
function reward(set, scope, x, goal, count) {
  for (let i = 0; i < count; i++) {
    set.adaptWithReward(scope, -(distance(set.forward(scope, x), goal) ** 2));
  }
}

for (const entry of entries) {
  const loaded = entry.open();
  const make = ({ ScopedLoRA, engine }, options = {}) =>
    new ScopedLoRA({
      dim: DIM,
      scopes: ['a', 'b', 'c', 'alone'],
      categories: { all: ['a', 'b', 'c'] },
      explore: EXPLORE,
      engine,
      ...options,
    });
  const random = randomNumbers(21);
  const x = random.vector(DIM);
  const goal = x.map((value) => value + random.normal());

  test(`${entry.name}: a scope that explores and has not learned answers from its category`, async () => {
    const set = make(await loaded);
    // The category is taught by a sibling that does not explore.
    set.setOptions({ explore: 0 }, 'a');
    for (let i = 0; i < 50; i++) set.learn('a', x, goal);
    assert.ok(distance(greedy(set, 'b', x), goal) < 0.01 * distance(x, goal));
    assert.deepEqual(bitsOf(greedy(set, 'alone', x)), bitsOf(x));
    // And its noise is on top of that answer: the noise that it would have without a category.
    const noise = minus(set.forward('b', x), greedy(set, 'b', x));
    const plain = make(await loaded, { categoryFallback: false });
    const expected = minus(plain.forward('b', x), x);
    assert.ok(distance(noise, expected) < 1e-5 * Math.hypot(...expected));
    assert.ok(Math.hypot(...noise) > EXPLORE, `${noise}`);
    // A forward alone is no lesson.
    assert.equal(set.adaptCount('b'), 0);
  });

  test(`${entry.name}: rewards teach a scope, and its category with it`, async () => {
    const set = make(await loaded);
    const start = distance(x, goal);
    // The first reward is only a baseline: no step, for neither.
    reward(set, 'a', x, goal, 1);
    assert.equal(set.adaptCount('a'), 0);
    assert.deepEqual(bitsOf(greedy(set, 'b', x)), bitsOf(x));
    reward(set, 'a', x, goal, 3000);
    for (const scope of ['a', 'b', 'c']) {
      const left = distance(greedy(set, scope, x), goal) / start;
      assert.ok(left < 0.1, `${scope}: ${left}`);
    }
    assert.deepEqual(bitsOf(greedy(set, 'alone', x)), bitsOf(x));
    // The new scope goes on from there, by rewards for another goal, and the one that taught stays.
    const before = bitsOf(greedy(set, 'a', x));
    const other = goal.map((value) => value + 0.5 * random.normal());
    const away = distance(greedy(set, 'b', x), other);
    reward(set, 'b', x, other, 3000);
    const left = distance(greedy(set, 'b', x), other) / away;
    assert.ok(left < 0.2, `b: ${left}`);
    assert.deepEqual(bitsOf(greedy(set, 'a', x)), before);
    // And the category now answers c as b would.
    assert.ok(distance(greedy(set, 'c', x), other) < distance(greedy(set, 'c', x), goal));
  });

  test(`${entry.name}: noise is of the scope: it comes again, and others do not disturb it`, async () => {
    const api = await loaded;
    const answers = (set, scope, between = () => {}) =>
      Array.from({ length: 5 }, () => {
        between();
        return bitsOf(set.forward(scope, x));
      });
    const expected = answers(make(api), 'a');
    assert.deepEqual(answers(make(api), 'a'), expected);
    const set = make(api);
    assert.deepEqual(
      answers(set, 'a', () => set.forward('b', x)),
      expected,
    );
    // b drew as many numbers as a, of a stream of its own.
    assert.notDeepEqual(answers(make(api), 'b'), expected);
    set.reset('a');
    assert.deepEqual(answers(set, 'a'), expected);
    assert.notDeepEqual(answers(make(api, { seed: 2 }), 'a'), expected);
  });

  test(`${entry.name}: rewards of two scopes in turn give the same bits again`, async () => {
    const api = await loaded;
    const run = () => {
      const set = make(api);
      for (let i = 0; i < 100; i++) {
        reward(set, 'a', x, goal, 1);
        reward(set, 'b', x, goal, 1);
      }
      const bits = ['a', 'b', 'c'].map((scope) => bitsOf(greedy(set, scope, x)));
      set.free();
      return bits;
    };
    const [first, again] = [run(), run()];
    assert.deepEqual(again, first);
    assert.notDeepEqual(first[0], first[1]);
  });
}
