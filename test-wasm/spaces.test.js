// EmbeddingSpace and adapters in one, over every build and entry: the classes, against vectors that are mapped
// by hand from what export() gives. What every class must do with bad input, files and memory is tested beside
// the other classes: bad-input, bad-options, safetensors-bits, safetensors-format, memory, printed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exportPeft, load, save } from '../dist/safetensors.js';
import { bitsOf, entries, randomNumbers } from './support/helpers.js';

const DIM = 12;
const DIRECTIONS = 4;

const inner = (v, w) => v.reduce((sum, value, i) => sum + value * w[i], 0);
const normalized = (v) => {
  const length = Math.sqrt(inner(v, v));
  return v.map((value) => (length === 0 ? 0 : value / length));
};
const rowsOf = (vectors, n) =>
  Array.from({ length: vectors.length / n }, (_, j) => [...vectors.subarray(j * n, (j + 1) * n)]);

/** Documents that share a mean, differ most along two axes, and queries around another mean. */
function corpus({ normal }, count, offset = 3) {
  const row = () => Array.from({ length: DIM }, (_, i) => offset + normal() * (i < 2 ? 3 : 0.5));
  return Float32Array.from(Array.from({ length: count }, row).flat());
}

/** In doubles, what the manual of ExportedSpace says. */
function softenedBy({ directions, scales }, v) {
  const mapped = [...v];
  rowsOf(directions, DIM).forEach((direction, j) => {
    const share = (1 - scales[j]) * inner(direction, v);
    direction.forEach((value, i) => (mapped[i] -= share * value));
  });
  return normalized(mapped);
}
const documentByHand = (exported, document) =>
  softenedBy(
    exported,
    [...document].map((value, i) => value - exported.documentMean[i]),
  );
/** After `count` queries, of which the mean counts by w = count / (count + 2). */
function queryByHand(exported, query, count) {
  const common = normalized([...exported.documentMean]);
  const rest = (1 - count / (count + 2)) * inner([...query], common);
  return softenedBy(
    exported,
    [...query].map((value, i) => value - exported.queryMean[i] - rest * common[i]),
  );
}

/** Coordinates of unit vectors; what is exported is rounded to 32 bits. */
function assertClose(actual, expected, what) {
  assert.equal(actual.length, expected.length);
  expected.forEach((value, i) =>
    assert.ok(Math.abs(actual[i] - value) < 1e-5, `${what}, ${i}: ${actual[i]}, not ${value}`),
  );
}

for (const entry of entries) {
  const loaded = entry.open();
  const make = async (options = {}) => {
    const api = await loaded;
    const { engine } = api;
    const space = new api.EmbeddingSpace({ dim: DIM, directions: DIRECTIONS, engine, ...options });
    return { ...api, space };
  };
  /** A space that has learned 40 documents, and the random numbers after them. */
  const makeLearned = async () => {
    const made = await make();
    const random = randomNumbers(7);
    made.space.learnDocuments(corpus(random, 40));
    return { ...made, random };
  };

  test(`${entry.name}: what is exported is enough to map documents and queries by hand`, async () => {
    const { space, random } = await makeLearned();
    for (const queries of [0, 1, 30]) {
      if (queries > 0) space.learnQueries(corpus(random, queries - space.queryCount, -2));
      const exported = space.export();
      assert.equal(exported.directions.length, DIRECTIONS * DIM);
      assert.equal(exported.scales.length, DIRECTIONS);
      for (const v of rowsOf(corpus(random, 5), DIM)) {
        const given = Float32Array.from(v);
        assertClose(space.document(given), documentByHand(exported, v), 'document');
        assertClose(space.query(given), queryByHand(exported, v, queries), 'query');
      }
    }
    // The two axes along which the documents differ most are softened most.
    const { directions, scales } = space.export();
    assert.ok(scales[0] < 0.8 && scales.every((scale) => scale > 0 && scale <= 1), `${scales}`);
    rowsOf(directions, DIM).forEach((v) => assert.ok(Math.abs(inner(v, v) - 1) < 1e-5));
    const [first] = rowsOf(directions, DIM);
    assert.ok(first[0] ** 2 + first[1] ** 2 > 0.8, `${first}`);
    space.free();
  });

  test(`${entry.name}: one by one, in batches, on views and into arrays: the same bits`, async () => {
    const { EmbeddingSpace, engine, space, random } = await makeLearned();
    // More than one call of the boundary takes.
    const many = corpus(random, 150);
    const one = new EmbeddingSpace({ dim: DIM, directions: DIRECTIONS, engine });
    const all = new EmbeddingSpace({ dim: DIM, directions: DIRECTIONS, engine });
    all.learnDocuments(many);
    all.learnQueries(many);
    for (const row of rowsOf(many, DIM)) one.learnDocuments(Float32Array.from(row));
    for (const row of rowsOf(many, DIM)) one.learnQueries(Float32Array.from(row));
    assert.deepEqual(save(one), save(all));
    assert.deepEqual([all.documentCount, all.queryCount], [150, 150]);

    for (const [single, several] of [
      ['document', 'documents'],
      ['query', 'queries'],
    ]) {
      const mapped = space[several](many);
      assert.equal(mapped.length, many.length);
      const out = new Float32Array(many.length);
      assert.equal(space[several](many, out), out);
      assert.deepEqual(out, mapped);
      const inPlace = many.slice();
      space[several](inPlace, inPlace);
      assert.deepEqual(inPlace, mapped);
      rowsOf(many, DIM).forEach((row, j) => {
        const given = Float32Array.from(row);
        const expected = mapped.subarray(j * DIM, (j + 1) * DIM);
        assert.deepEqual(space[single](given), expected);
        assert.deepEqual([space.input, space.output], [given, expected]);
        assert.equal(space[single](given, given), given);
        assert.deepEqual(given, expected);
        space.input.set(row);
        space.output.fill(0);
        assert.equal(space[single](), undefined);
        assert.deepEqual(space.output, expected);
      });
    }
    const { input, output } = space;
    engine.grow(1 << 16);
    assert.deepEqual([input.length, output.length], [0, 0]);
    assert.deepEqual([space.input.length, space.output.length], [DIM, DIM]);
    for (const each of [space, one, all]) each.free();
  });

  test(`${entry.name}: a frozen space keeps what is indexed, and learns queries`, async () => {
    const { LoraError, space, random } = await makeLearned();
    const documents = corpus(random, 9);
    const indexed = space.documents(documents);
    assert.equal(space.frozen, false);
    space.freeze();
    assert.equal(space.frozen, true);
    assert.throws(
      () => space.learnDocuments(documents),
      (error) => error instanceof LoraError && /freeze\(false\) lets it learn again/.test(error),
    );
    const query = documents.subarray(0, DIM);
    const before = space.query(query);
    space.learnQueries(documents);
    assert.notDeepEqual(space.query(query), before);
    assert.deepEqual(space.documents(documents), indexed);
    space.freeze(false);
    space.learnDocuments(documents);
    assert.equal(space.documentCount, 49);
    assert.notDeepEqual(space.documents(documents), indexed);
    space.free();
  });

  test(`${entry.name}: clone, copyFrom and reset`, async () => {
    const { EmbeddingSpace, engine, space, random } = await makeLearned();
    space.learnQueries(corpus(random, 3));
    space.freeze();
    const fresh = new EmbeddingSpace({ dim: DIM, directions: DIRECTIONS, engine });
    const untouched = save(fresh);
    const clone = space.clone();
    assert.deepEqual([clone.dim, clone.directions, clone.frozen], [DIM, DIRECTIONS, true]);
    assert.deepEqual(save(clone), save(space));
    fresh.copyFrom(space);
    assert.deepEqual(save(fresh), save(space));
    fresh.copyFrom(fresh);
    assert.deepEqual(save(fresh), save(space));
    // They are two.
    clone.freeze(false);
    clone.learnDocuments(corpus(random, 3));
    assert.equal(space.documentCount, 40);
    fresh.reset();
    assert.deepEqual(save(fresh), untouched);
    assert.equal(fresh.frozen, false);

    for (const [options, message] of [
      [{ dim: DIM + 1 }, /dim or directions differ/],
      [{ directions: DIRECTIONS - 1 }, /dim or directions differ/],
    ]) {
      const { space: other } = await make(options);
      assert.throws(() => space.copyFrom(other), { code: 'LORA_E_SHAPE', message });
      other.free();
    }
    const elsewhere = await entry.open();
    const foreign = new EmbeddingSpace({
      dim: DIM,
      directions: DIRECTIONS,
      engine: elsewhere.engine,
    });
    assert.throws(() => space.copyFrom(foreign), {
      code: 'LORA_E_OPTION',
      message: /different engines/,
    });
    for (const each of [space, clone, fresh, foreign]) each.free();
  });

  test(`${entry.name}: by default 32 directions, or as many as there can be`, async () => {
    const { EmbeddingSpace, engine } = await loaded;
    for (const [dim, directions] of [
      [1, 0],
      [2, 1],
      [32, 31],
      [33, 32],
      [384, 32],
    ]) {
      const space = new EmbeddingSpace({ dim, engine });
      assert.equal(space.directions, directions);
      space.learnDocuments(randomNumbers(1).vector(3 * dim));
      assert.ok(space.document(randomNumbers(2).vector(dim)).every(Number.isFinite));
      space.free();
    }
  });

  test(`${entry.name}: an adapter in a space is one that is given mapped vectors`, async () => {
    const { MicroLoRA, engine, space, random } = await makeLearned();
    const within = new MicroLoRA({ space, batch: 2 });
    const plain = new MicroLoRA({ dim: DIM, batch: 2, engine });
    // A starts from the leading directions.
    const start = within.getWeights();
    const { directions } = space.export();
    const length = Math.sqrt(1 / 3);
    assertClose(
      start.A,
      Array.from(directions.subarray(0, start.A.length), (value) => length * value),
      'A',
    );
    plain.setWeights(start);
    assert.equal(within.space, space);
    assert.equal(plain.space, undefined);
    assert.equal(within.dim, DIM);
    const same = (call) => {
      // Before the call, as learning moves the mean of queries.
      const [x, documents] = [corpus(random, 1), corpus(random, 3)];
      const [u, e] = [space.query(x), space.documents(documents)];
      const found = call(within, x, documents);
      const expected = call(plain, u, e);
      assert.deepEqual(found, expected);
      assert.deepEqual(within.getWeights(), plain.getWeights());
      assert.deepEqual(within.output, plain.output);
    };
    const head = (documents) => documents.subarray(0, DIM);
    for (let i = 0; i < 5; i++) {
      same((lora, x) => bitsOf(lora.forward(x)));
      same((lora, x, documents) => lora.learn(x, head(documents)));
      for (const options of [{ margin: 0.2 }, { units: 'cosine' }]) {
        same((lora, x, documents) => lora.contrast(x, head(documents), documents, options));
      }
      same((lora, x, documents) => bitsOf(lora.score(x, documents)));
      same((lora, x, documents) => [...lora.order(x, documents)]);
    }
    // In units of the space's spread.
    const unit = { temperature: 0.5 * space.spread, units: 'cosine' };
    same((lora, x, documents) =>
      lora.contrast(x, head(documents), documents, lora === within ? { temperature: 0.5 } : unit),
    );
    // It has learned as many queries as were learned from, and no documents.
    assert.equal(space.queryCount, 16);
    assert.equal(space.documentCount, 40);
    // Gradients and rewards are of the space.
    const [x, g] = [corpus(random, 1), random.vector(DIM)];
    const u = space.query(x);
    for (const [lora, given] of [
      [within, x],
      [plain, u],
    ]) {
      lora.forward(given);
      lora.adapt(g);
      lora.forward(given);
      lora.adaptWithReward(1);
    }
    assert.deepEqual(within.getWeights(), plain.getWeights());
    assert.deepEqual(within.input, x);
    for (const each of [within, plain, space]) each.free();
  });

  test(`${entry.name}: score and order are the cosines of the answer, and change nothing`, async () => {
    const { MicroLoRA, ScopedLoRA, engine, space, random } = await makeLearned();
    const [x, g] = [corpus(random, 1), random.vector(DIM)];
    const documents = corpus(random, 20);
    const cosine = (v, w) => inner([...normalized([...v])], normalized([...w]));
    const adapters = [
      [new MicroLoRA({ space, seed: 3 }), []],
      [new ScopedLoRA({ space, scopes: ['a', 'b'] }), ['b']],
      [new MicroLoRA({ in: DIM, out: DIM, engine }), []],
    ];
    for (const [lora, scope] of adapters) {
      for (let i = 0; i < 4; i++) lora.learn(...scope, corpus(random, 1), corpus(random, 1));
      const twin = lora.clone();
      const scores = lora.score(...scope, x, documents);
      const mapped = lora.space === undefined ? documents : space.documents(documents);
      const y = twin.forward(...scope, x);
      const expected = rowsOf(mapped, DIM).map((document) => cosine(y, document));
      assertClose(scores, expected, 'score');
      const order = lora.order(...scope, x, documents);
      assert.deepEqual(
        [...order],
        [...scores.keys()].sort((i, j) => scores[j] - scores[i]),
      );
      assert.ok(order instanceof Uint32Array && scores instanceof Float32Array);
      // Equal ones keep their order.
      const equal = new Float32Array([
        ...documents.subarray(0, DIM),
        ...documents.subarray(0, DIM),
      ]);
      assert.deepEqual([...lora.order(...scope, x, equal)], [0, 1]);
      if (lora.space !== undefined) {
        const given = lora.score(...scope, x, mapped, { mapped: true });
        assert.deepEqual(bitsOf(given), bitsOf(scores));
        assert.notDeepEqual(lora.score(...scope, x, mapped), scores);
      }
      // A step still follows on the forward before the scores.
      lora.forward(...scope, x);
      lora.score(...scope, g, documents);
      lora.adapt(...scope, g);
      twin.adapt(...scope, g);
      assert.deepEqual(lora.getWeights(...scope), twin.getWeights(...scope));
      lora.free();
      twin.free();
    }
    space.free();
  });

  test(`${entry.name}: a click is learned in the space, and lasts`, async () => {
    const { MicroLoRA, ScopedLoRA, average, engine, space, random } = await makeLearned();
    space.freeze();
    const scoped = { scopes: ['a', 'b', 'c'], categories: { all: ['a', 'b'] } };
    const makers = [
      () => [new MicroLoRA({ space, rank: 3 }), []],
      () => [new ScopedLoRA({ space, cautious: true, ...scoped }), ['a']],
    ];
    for (const create of makers) {
      const [lora, scope] = create();
      const below = (n) => Math.floor(n * Math.abs(random.normal())) % n;
      const teach = (object) => {
        const shown = 2 + below(5);
        return object.click(...scope, corpus(random, 1), corpus(random, shown), below(shown));
      };
      for (let i = 0; i < 30; i++) assert.ok(teach(lora) > 0);
      const x = corpus(random, 1);
      const y = lora.forward(...scope, x);

      // More than the delta does.
      const delta = rowsOf(lora.delta(...scope), DIM);
      const u = space.query(x);
      const served = lora.scopes === undefined ? lora.served : lora.served(...scope);
      const byDelta = delta.map((row, i) => u[i] + served * inner(row, u));
      const shift = byDelta.map((value, i) => y[i] - value);
      if (served > 0) assert.ok(inner(shift, shift) > 1e-3, `${shift}`);

      // Saved, loaded and copied, it goes on with the very same bits.
      const loadedSpace = load(save(space), { engine });
      const again = load(save(lora), { engine, space: loadedSpace });
      const clone = lora.clone();
      const list = corpus(random, 4);
      const index = below(4);
      const mapped = space.documents(list);
      const kept = save(space);
      const seen = [again, clone, lora].map((object) => {
        space.copyFrom(load(kept, { engine }));
        assert.deepEqual(bitsOf(object.forward(...scope, x)), bitsOf(y));
        const byHand = object === clone;
        return [
          object.click(...scope, x, byHand ? mapped : list, index, { mapped: byHand }),
          bitsOf(object.forward(...scope, x)),
          bitsOf(object.score(...scope, x, list)),
        ];
      });
      assert.deepEqual(seen[0], seen[2]);
      assert.deepEqual(seen[1], seen[2]);

      // Of another rank, a mean and an update: shifts add up as deltas do.
      for (let i = 0; i < 10; i++) teach(clone);
      const answer = (object) => [...object.forward(...scope, x)];
      const [before, after] = [lora, clone].map(answer);
      if (!lora.cautious) {
        assertClose(answer(lora.resize(6)), before, 'resize');
        const { adapter: update } = clone.update(lora);
        const now = space.query(x);
        assertClose(
          answer(update).map((value, i) => value - now[i]),
          after.map((value, i) => value - before[i]),
          'update',
        );
        const mean = average([{ adapter: lora }, { adapter: clone, weight: 3 }], { rank: 6 });
        assertClose(
          answer(mean.adapter),
          after.map((value, i) => (before[i] + 3 * value) / 4),
          'mean',
        );
      }
      // A matrix has no place for a shift.
      const W = new Float32Array(DIM * DIM);
      const options = { module: 'query' };
      for (const call of [
        () => lora.mergeInto(...scope, W),
        () => lora.unmergeFrom(...scope, W),
        () => exportPeft(lora, options),
      ]) {
        assert.throws(call, { code: 'LORA_E_STATE', message: /shift/ });
      }
      assert.ok(W.every((value) => value === 0));
      lora.decayToBase(...scope, 1);
      assertClose(answer(lora), [...space.query(x)], 'decayed');
      for (const each of [again, clone, lora, loadedSpace]) each.free();
    }
    space.free();
  });

  test(`${entry.name}: a click that cannot be is refused`, async () => {
    const { MicroLoRA, space, random } = await makeLearned();
    const lora = new MicroLoRA({ space });
    const [x, list] = [corpus(random, 1), corpus(random, 3)];
    lora.click(x, list, 1);
    const before = save(lora);
    for (const [args, code, message] of [
      [[x, list, 3], 'LORA_E_SHAPE', /click: index must be .* 0 to 2/],
      [[x, list, -1], 'LORA_E_SHAPE', /index/],
      [[x, list, 0.5], 'LORA_E_SHAPE', /index/],
      [[x, list], 'LORA_E_TYPE', /index/],
      [[x, list.subarray(DIM), 0, { temperature: 0 }], 'LORA_E_RANGE', /temperature/],
      [[x, list, 0, { mapped: 1 }], 'LORA_E_TYPE', /mapped/],
      [[x, list.subarray(0, DIM), 0], 'LORA_E_SHAPE', /show at least two/],
      [[x, new Float32Array(33 * DIM), 0], 'LORA_E_SHAPE', /32/],
      [[x, list.subarray(1), 0], 'LORA_E_SHAPE', /click: shown/],
      [[list, list, 0], 'LORA_E_SHAPE', /click: query/],
      [[x.map(() => NaN), list, 0], 'LORA_E_NONFINITE', /click/],
    ]) {
      assert.throws(() => lora.click(...args), { code, message });
      assert.deepEqual(save(lora), before);
    }
    lora.free();
    space.free();
  });

  test(`${entry.name}: adapters of another engine or length, and in and out, are refused`, async () => {
    const { MicroLoRA, ScopedLoRA, LoraError, engine, space } = await make();
    const { engine: other } = await entry.open();
    const places = [engine, other];
    // The first objects of an engine bring what it keeps.
    for (const place of places) {
      new MicroLoRA({ dim: DIM, engine: place }).free();
      new ScopedLoRA({ dim: DIM, engine: place }).free();
    }
    const before = places.map(({ memoryUsage }) => memoryUsage.used);
    for (const [options, code, message] of [
      [{ engine: other }, 'LORA_E_OPTION', /space: it is in another engine/],
      [{ dim: DIM + 1 }, 'LORA_E_SHAPE', /its vectors have 12 numbers, these have 13/],
      [{ in: DIM, out: 5 }, 'LORA_E_SHAPE', /its vectors have 12 numbers, these have 12 and 5/],
      [{ in: DIM }, 'LORA_E_OPTION', /give either dim .* or in and out/],
    ]) {
      for (const Class of [MicroLoRA, ScopedLoRA]) {
        assert.throws(
          () => new Class({ space, ...options }),
          (error) => {
            assert.ok(error instanceof LoraError);
            assert.equal(error.code, code, error.message);
            assert.match(error.message, message);
            return true;
          },
        );
      }
    }
    assert.deepEqual(
      places.map(({ memoryUsage }) => memoryUsage.used),
      before,
    );
    const linear = new MicroLoRA({ space, in: DIM, out: DIM });
    assert.equal(linear.residual, false);
    linear.free();
    space.free();
    assert.throws(() => new MicroLoRA({ space }), { code: 'LORA_E_HANDLE' });
  });

  test(`${entry.name}: a space ends with the last that uses it, in any order`, async () => {
    const { MicroLoRA, ScopedLoRA, engine, EmbeddingSpace } = await loaded;
    const { used } = engine.memoryUsage;
    for (const order of [
      [0, 1, 2],
      [2, 1, 0],
      [1, 0, 2],
    ]) {
      const space = new EmbeddingSpace({ dim: DIM, engine });
      const documents = corpus(randomNumbers(2), 5);
      space.learnDocuments(documents);
      const objects = [space, new MicroLoRA({ space }), new ScopedLoRA({ space, scopes: ['a'] })];
      const x = documents.subarray(0, DIM);
      const y = objects[1].forward(x);
      const answer = [null, () => objects[1].forward(x), () => objects[2].forward('a', x)];
      order.forEach((index, i) => {
        objects[index].free();
        for (const left of order.slice(i + 1)) {
          if (left !== 0) assert.deepEqual(answer[left](), y);
        }
      });
      assert.equal(engine.memoryUsage.used, used);
    }
  });

  test(`${entry.name}: saved and loaded in its space, an adapter goes on with the very same bits`, async () => {
    const { MicroLoRA, ScopedLoRA, engine, space, random } = await makeLearned();
    const scoped = { scopes: ['a', 'b', 'c'], categories: { all: ['a', 'b'] } };
    const makers = [
      () => [new MicroLoRA({ space, rank: 3, optimizer: 'adam' }), []],
      () => [new MicroLoRA({ space, sharedIO: true }), []],
      () => [new ScopedLoRA({ space, ...scoped }), ['a']],
    ];
    for (const create of makers) {
      const [lora, scope] = create();
      const three = () => [corpus(random, 1), corpus(random, 1), corpus(random, 4)];
      for (let i = 0; i < 4; i++) lora.contrast(...scope, ...three());
      const x = corpus(random, 1);
      lora.forward(...scope, x);
      const file = save(lora);
      const itsSpace = load(save(space), { engine });
      const loadedAgain = load(file, { engine, space: itsSpace });
      assert.equal(loadedAgain.space, itsSpace);
      assert.equal(loadedAgain.sharedIO, lora.sharedIO);
      const g = random.vector(DIM);
      const next = three();
      const seen = [loadedAgain, lora].map((object) => {
        // With sharedIO, the one that was loaded has the last forward, so the other repeats it.
        if (object === lora && lora.sharedIO) lora.forward(...scope, x);
        object.adapt(...scope, g);
        const others = lora.scopes === undefined ? [scope] : lora.scopes.map((name) => [name]);
        return [
          object.contrast(...scope, ...next),
          object.learn(...scope, next[0], next[1]),
          // b answers as the category that both are in.
          ...others.map((one) => bitsOf(object.forward(...one, x))),
          bitsOf(object.score(...scope, x, next[2])),
        ];
      });
      assert.deepEqual(seen[0], seen[1]);
      assert.deepEqual(save(itsSpace), save(space));
      for (const each of [lora, loadedAgain, itsSpace]) each.free();
    }
    space.free();
  });

  test(`${entry.name}: copies, other ranks, averages and updates stay in the space`, async () => {
    const { MicroLoRA, ScopedLoRA, average, space, engine, random } = await makeLearned();
    const objects = [
      [new MicroLoRA({ space, rank: 3 }), []],
      [new ScopedLoRA({ space, rank: 3, scopes: ['a', 'b'], categories: { c: ['a'] } }), ['a']],
    ];
    for (const [lora, scope] of objects) {
      const teach = (object) => object.learn(...scope, corpus(random, 1), corpus(random, 1));
      for (let i = 0; i < 3; i++) teach(lora);
      const clone = lora.clone();
      assert.equal(clone.space, space);
      assert.deepEqual(clone.getWeights(...scope), lora.getWeights(...scope));
      teach(clone);
      const { adapter: update } = clone.update(lora);
      const { adapter: mean } = average([{ adapter: lora }, { adapter: clone }]);
      const resized = lora.resize(6);
      for (const each of [update, mean, resized]) assert.equal(each.space, space);
      const x = corpus(random, 1);
      assertClose(resized.forward(...scope, x), [...lora.forward(...scope, x)], 'resize');
      const [y, z] = [lora.delta(...scope), clone.delta(...scope)];
      assertClose(mean.resize(6).delta(...scope), [...mean.delta(...scope)], 'resize of a mean');
      assertClose(
        update.delta(...scope),
        Array.from(y, (value, i) => z[i] - value),
        'update',
      );
      lora.copyFrom(clone);
      assert.deepEqual(lora.delta(...scope), z);

      // Without a space, or in another one, what was learned would mean something else.
      const options =
        lora.scopes === undefined ? {} : { scopes: ['a', 'b'], categories: { c: ['a'] } };
      const Class = lora.scopes === undefined ? MicroLoRA : ScopedLoRA;
      const otherSpace = space.clone();
      for (const place of [{ dim: DIM, engine }, { space: otherSpace }]) {
        const foreign = new Class({ ...place, rank: 3, ...options });
        teach(foreign);
        assert.throws(() => lora.copyFrom(foreign), { code: 'LORA_E_SHAPE', message: /space/ });
        for (const call of [
          () => average([{ adapter: lora }, { adapter: foreign }]),
          () => lora.update(foreign),
        ]) {
          assert.throws(call, { code: 'LORA_E_OPTION', message: /in different spaces/ });
        }
        foreign.free();
      }
    }
    space.free();
  });

  test(`${entry.name}: without a space, a temperature is in units of the spread of negatives`, async () => {
    const { MicroLoRA, engine } = await loaded;
    const { vector } = randomNumbers(11);
    const [one, other] = [1, 2].map(() => new MicroLoRA({ dim: DIM, engine }));
    const negatives = vector(6 * DIM);
    const [x, positive] = [vector(DIM), vector(DIM)];
    // The answer is x before anything is learned.
    const cosines = rowsOf(negatives, DIM).map((row) => inner(normalized([...x]), normalized(row)));
    const mean = cosines.reduce((sum, value) => sum + value, 0) / cosines.length;
    const squares = cosines.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    const spread = Math.sqrt(squares / (cosines.length - 1));
    const [byDefault, inCosines] = [
      one.contrast(x, positive, negatives),
      other.contrast(x, positive, negatives, { temperature: 0.5 * spread, units: 'cosine' }),
    ];
    assert.ok(Math.abs(byDefault - inCosines) < 1e-5, `${byDefault}, ${inCosines}`);
    assertClose(one.delta(), [...other.delta()], 'the step');
    one.free();
    other.free();
  });

  test(`${entry.name}: a positive among the negatives is no negative`, async () => {
    const { MicroLoRA, engine } = await loaded;
    const { vector } = randomNumbers(12);
    const [x, positive, negatives] = [vector(DIM), vector(DIM), vector(2 * DIM)];
    for (const options of [{}, { units: 'cosine' }, { margin: 1 }]) {
      const [one, other] = [1, 2].map(() => new MicroLoRA({ dim: DIM, engine }));
      const more = new Float32Array([...negatives, ...positive]);
      assert.equal(
        one.contrast(x, positive, more, options),
        other.contrast(x, positive, negatives, options),
      );
      assert.deepEqual(one.getWeights(), other.getWeights());
      one.free();
      other.free();
    }
  });

  test(`${entry.name}: a cautious adapter serves nothing of random clicks, and keeps that in a file`, async () => {
    const { EmbeddingSpace, MicroLoRA, ScopedLoRA, engine } = await make();
    const random = randomNumbers(41);
    const space = new EmbeddingSpace({ dim: DIM, directions: DIRECTIONS, engine });
    space.learnDocuments(corpus(random, 40));
    const lora = new MicroLoRA({ space, cautious: true, engine });
    const bold = new MicroLoRA({ space, engine });
    assert.deepEqual([lora.cautious, bold.cautious], [true, false]);
    assert.deepEqual([lora.served, bold.served], [0, 1]);
    const click = (adapter) =>
      adapter.contrast(corpus(random, 1), corpus(random, 1), corpus(random, 4));
    for (let i = 0; i < 100; i++) click(lora);
    assert.ok(lora.deltaNorm > 0);
    assert.equal(lora.served, 0);
    const x = corpus(random, 1);
    assert.deepEqual(bitsOf(lora.forward(x)), bitsOf(space.query(x)));

    // What follows the query's document: all of it is served before long, by one scope only.
    const set = new ScopedLoRA({ space, cautious: true, scopes: ['a', 'b'], rank: 4, engine });
    const turned = (v) => v.map((value, i) => (i < 2 ? 6 - value : value));
    for (let i = 0; i < 300; i++) {
      const query = corpus(random, 1);
      set.contrast('a', query, turned(query), corpus(random, 4));
    }
    assert.ok(set.served('a') > 0);
    assert.equal(set.served('b'), 0);
    const again = load(save(set), { engine, space });
    assert.deepEqual([again.cautious, again.served('a')], [true, set.served('a')]);
    assert.deepEqual(bitsOf(again.forward('a', x)), bitsOf(set.forward('a', x)));
    const clone = set.clone();
    assert.equal(clone.served('a'), set.served('a'));
    set.reset('a');
    assert.equal(set.served('a'), 0);
    assert.throws(() => new MicroLoRA({ dim: 3, cautious: true, engine }), {
      code: 'LORA_E_OPTION',
      message: /needs a space/,
    });
    for (const each of [lora, bold, set, again, clone, space]) each.free();
  });

  test(`${entry.name}: inputs that share a direction are told of, once for each engine`, async (t) => {
    const { createEngine, EmbeddingSpace, MicroLoRA } = await make();
    const told = t.mock.method(console, 'warn', () => {});
    for (const warnings of [true, false]) {
      const engine = await createEngine({ warnings });
      const random = randomNumbers(43);
      const learn = (options, offset) => {
        const lora = new MicroLoRA({ ...options, engine });
        const inputs = Array.from({ length: 65 }, () => corpus(random, 1, offset));
        inputs.slice(0, 16).forEach((x) => lora.learn(x, x));
        // A repeated input tells nothing: the 16 before it made 15 pairs.
        lora.learn(inputs[15], inputs[15]);
        const early = lora.diagnose();
        inputs.slice(16).forEach((x) => lora.learn(x, x));
        return { inputs, early, ...lora.diagnose() };
      };
      const centred = learn({ dim: DIM }, 0);
      assert.deepEqual(centred.early, { meanCosine: undefined, advice: undefined });
      assert.ok(Math.abs(centred.meanCosine) < 0.3);
      assert.equal(centred.advice, undefined);
      assert.equal(told.mock.callCount(), 0);

      for (const tellsHere of [warnings, false]) {
        const { inputs, meanCosine, advice } = learn({ dim: DIM }, 3);
        const cosines = inputs.slice(1).map((x, i) => inner(normalized(x), normalized(inputs[i])));
        const mean = cosines.reduce((sum, cosine) => sum + cosine, 0) / cosines.length;
        assert.ok(Math.abs(meanCosine - mean) < 0.02, `${meanCosine}, not ${mean}`);
        assert.ok(mean > 0.5);
        assert.match(advice, /mean cosine of 0\.\d\d.*EmbeddingSpace/);
        assert.equal(told.mock.callCount(), tellsHere ? 1 : 0);
        if (tellsHere) assert.ok(told.mock.calls[0].arguments[0].includes(advice));
        told.mock.resetCalls();
      }

      // Of a large batch, the first rows are enough.
      const many = new MicroLoRA({ dim: DIM, batch: 1000, engine });
      const rows = corpus(random, 1000);
      many.learnBatch(rows, rows);
      const first = rowsOf(rows, DIM).slice(0, 129).map(normalized);
      const mean = first.slice(1).reduce((sum, x, i) => sum + inner(x, first[i]), 0) / 128;
      assert.ok(Math.abs(many.diagnose().meanCosine - mean) < 1e-5);

      const space = new EmbeddingSpace({ dim: DIM, engine });
      space.learnDocuments(corpus(random, 40));
      assert.equal(learn({ space }, 3).advice, undefined);
    }
    assert.equal(told.mock.callCount(), 0);
  });
}

test('the defaults learn to find what shares a direction with all else', async () => {
  const { default: init, EmbeddingSpace, MicroLoRA } = await entries[0].open();
  await init();
  // As embeddings of real models, nearly parallel; a query is its document, turned.
  const { normal } = randomNumbers(5);
  const count = 60;
  const row = () => Float32Array.from({ length: DIM }, () => 8 + normal());
  const documents = Array.from({ length: count }, row);
  const queryOf = (document) => document.map((value, i) => 8 + (document[(i + 1) % DIM] - 8));
  const all = new Float32Array(documents.flatMap((document) => [...document]));
  const found = (lora) =>
    documents.filter((document, i) => lora.order(queryOf(document), all)[0] === i).length;
  const teach = (lora) => {
    for (let pass = 0; pass < 10; pass++) {
      documents.forEach((document) => lora.contrast(queryOf(document), document, all));
    }
    return found(lora);
  };
  const space = new EmbeddingSpace({ dim: DIM });
  space.learnDocuments(all);
  const within = new MicroLoRA({ space, rank: 8 });
  const before = found(within);
  const after = teach(within);
  assert.ok(after > 2 * before && after > count / 2, `${before} found before, ${after} after`);
});
