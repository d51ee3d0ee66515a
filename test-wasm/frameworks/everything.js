// One object of each class, kept together as a page would keep them, and a program that uses all of each.
// What the program finds, to the bit, must not depend on what the objects went through.
import { createHash } from 'node:crypto';
import { inspect } from 'node:util';
import init, {
  average,
  EmbeddingSpace,
  MicroLoRA,
  Policy,
  ScopedLoRA,
  TrajectoryBuffer,
  WasmMicroLoRA,
  WasmScopedLoRA,
  WasmTrajectoryBuffer,
} from '../../dist/microlora.js';
import { load, save } from '../../dist/safetensors.js';
import { bitsOf, randomNumbers } from '../support/helpers.js';

const DIM = 8;
const shared = await init();

/** The objects; the compat ones live in the shared engine. */
export function createState(engine) {
  const options = { dim: DIM, batch: 2, explore: 0.01, engine };
  const lora = new MicroLoRA(options);
  const other = new MicroLoRA({ ...options, rank: 3, seed: 5 });
  const twin = new MicroLoRA({ ...options, seed: 7 });
  const { vector } = randomNumbers(11);
  for (const adapter of [lora, other, twin]) adapter.learn(vector(DIM), vector(DIM));
  const space = new EmbeddingSpace({ dim: DIM, engine });
  space.learnDocuments(vector(9 * DIM));
  return {
    engine,
    lora,
    other,
    twin,
    members: [{ adapter: lora, weight: 2 }, { adapter: other }],
    set: new ScopedLoRA(options),
    otherSet: new ScopedLoRA({ ...options, seed: 3 }),
    buffer: new TrajectoryBuffer({ dim: DIM, capacity: 3, engine }),
    space,
    inSpace: new MicroLoRA({ space, rank: 3 }),
    policy: new Policy({ dim: DIM, arms: ['own', 'index'], engine }),
    wasmLora: new WasmMicroLoRA(DIM),
    wasmSet: new WasmScopedLoRA(DIM),
    wasmBuffer: new WasmTrajectoryBuffer(3, DIM),
  };
}

/** Those of a state that have an end. */
export const disposable = (state) =>
  Object.values(state).filter((value) => typeof value.free === 'function');

/** What can be seen of an object without calling anything of it by name. */
const look = (object, Class) => [
  object instanceof Class,
  Object.prototype.toString.call(object),
  JSON.stringify(object),
  inspect(object),
];

const hashOf = (file) => createHash('sha256').update(file).digest('hex');
const weightsOf = ({ A, B }) => [bitsOf(A), bitsOf(B)];

function useAdapter({ lora, other, twin, members, engine }, apart) {
  const { vector } = randomNumbers(1);
  const [x, target] = [vector(DIM), vector(DIM)];
  const found = [look(lora, MicroLoRA), bitsOf(lora.forward(x)), bitsOf(lora.output)];
  lora.adapt(target);
  lora.adaptWithReward(0.5);
  lora.input.set(x);
  lora.forward();
  lora.gradient.set(target);
  lora.adapt();
  found.push(lora.learn(x, target), bitsOf(lora.forward(x, new Float32Array(DIM))));
  found.push(lora.learnBatch(vector(2 * DIM), vector(2 * DIM)));
  found.push(bitsOf(lora.forwardBatch(vector(2 * DIM))), lora.inputs.length);
  found.push(lora.contrast(x, target, vector(2 * DIM)));
  lora.accumulate(target);
  lora.step();
  lora.learningRate = 0.25;
  lora.setOptions({ clipNorm: 2 });
  found.push(lora.learningRate, lora.getOptions(), lora.deltaNorm, lora.adaptCount);
  // From, to and with others, wrapped as this one is and not.
  const clone = lora.clone();
  found.push(clone.learn(x, target), bitsOf(lora.delta()));
  for (const source of [twin, apart.twin]) {
    const update = clone.update(source, { maxNorm: 1 });
    found.push(update.keptEnergy, bitsOf(update.adapter.delta()));
    update.adapter.free();
    clone.copyFrom(source);
    found.push(weightsOf(clone.getWeights()));
    source.copyFrom(lora);
    found.push(weightsOf(source.getWeights()));
  }
  lora.copyFrom(clone);
  const means = [
    average(members),
    average([{ adapter: lora }, { adapter: other }, { adapter: apart.lora }]),
  ];
  for (const { adapter, keptEnergy } of means) {
    found.push(keptEnergy, bitsOf(adapter.delta()));
    adapter.free();
  }
  const resized = lora.resize(1);
  found.push(bitsOf(resized.delta()));
  resized.setWeights(resized.getWeights());
  const file = save(lora);
  const loaded = load(file, { engine });
  found.push(hashOf(file), loaded.learn(x, target), weightsOf(loaded.getWeights()));
  [clone, resized, loaded].forEach((made) => made.free());
  return found;
}

function useSet({ set, otherSet, engine }, apart) {
  const { vector } = randomNumbers(2);
  const [x, target] = [vector(DIM), vector(DIM)];
  const found = [look(set, ScopedLoRA), set.scopes, set.categories, bitsOf(set.forward('Scan', x))];
  set.adapt('Scan', target);
  found.push(set.learn('Filter', x, target), set.deltaNorm('Filter'), set.totalAdaptCount);
  set.categoryFallback = false;
  found.push(set.categoryFallback, bitsOf(set.forward('IndexScan', x)));
  set.categoryFallback = true;
  set.learningRate = 0.125;
  found.push(set.learningRate, set.getOptions('Scan'), bitsOf(set.forward('IndexScan', x)));
  const clone = set.clone();
  clone.learn(0, target, x);
  for (const source of [otherSet, apart.otherSet]) {
    source.copyFrom(set);
    const update = clone.update(source);
    found.push(bitsOf(update.adapter.delta(0)));
    const mean = average([{ adapter: set }, { adapter: source }, { adapter: clone }]);
    found.push(bitsOf(mean.adapter.delta(0)));
    clone.copyFrom(source);
    [update, mean].forEach(({ adapter }) => adapter.free());
  }
  const file = save(set);
  const loaded = load(file, { engine });
  found.push(hashOf(file), loaded.learn(1, x, target), bitsOf(loaded.delta(1)));
  set.reset('Scan');
  found.push(set.adaptCount('Scan'));
  [clone, loaded].forEach((made) => made.free());
  return found;
}

function useBuffer({ buffer, engine }) {
  const { vector } = randomNumbers(3);
  for (let i = 0; i < 5; i++) buffer.record(vector(DIM), i, 4 - i, 10 - i, 8);
  const file = save(buffer);
  const loaded = load(file, { engine });
  const found = [buffer, loaded].map((each) => [
    look(each, TrajectoryBuffer),
    [...each].map(({ embedding, ...rest }) => [bitsOf(embedding), rest]),
    each.length,
    each.isEmpty,
    each.totalCount,
    [each.successRate, each.bestImprovement, each.variance, each.bestAttention],
    each.highQualityCount(0),
    each.countByOperator(4),
    each.top(2).map(({ improvement }) => improvement),
    each.filter(({ operator }) => operator > 2).length,
    each.statistics('operator'),
    each.sample(3).map(({ operator }) => operator),
  ]);
  loaded.free();
  return [...found, hashOf(file)];
}

function useSpace({ space, inSpace, engine }, apart) {
  const { vector } = randomNumbers(5);
  const [x, document] = [vector(DIM), vector(DIM)];
  const found = [look(space, EmbeddingSpace), look(inSpace, MicroLoRA)];
  space.learnDocuments(document);
  space.learnQueries(vector(2 * DIM));
  space.input.set(x);
  space.query();
  found.push(bitsOf(space.output), bitsOf(space.query(x)), bitsOf(space.document(document)));
  found.push(bitsOf(space.documents(vector(2 * DIM), new Float32Array(2 * DIM))));
  found.push(inSpace.contrast(x, document, vector(2 * DIM)), inSpace.learn(x, document));
  found.push(bitsOf(inSpace.score(x, vector(3 * DIM))), [...inSpace.order(x, vector(3 * DIM))]);
  space.freeze();
  found.push(space.frozen, space.spread, space.documentCount, space.queryCount);
  found.push(Object.values(space.export()).map(bitsOf));
  const clone = space.clone();
  apart.space.copyFrom(space);
  clone.copyFrom(apart.space);
  const more = new MicroLoRA({ space, engine });
  const file = save(inSpace);
  const loaded = load(file, { engine, space });
  found.push(bitsOf(more.forward(x)), loaded.learn(x, document), bitsOf(loaded.delta()));
  const twin = load(save(clone), { engine });
  found.push(hashOf(file), hashOf(save(twin)));
  [more, loaded, clone, twin].forEach((made) => made.free());
  return found;
}

function usePolicy({ policy, engine }, apart) {
  const { vector } = randomNumbers(6);
  const found = [look(policy, Policy)];
  for (let i = 0; i < 30; i++) {
    const d = policy.choose(vector(DIM), { baseline: 2 });
    policy.learn(d.id, 1 + d.arm);
    found.push(d.arm, d.probability);
  }
  policy.context.set(vector(DIM));
  found.push(policy.decide(), policy.lastId, policy.bank);
  policy.cancel(policy.lastId);
  policy.addArm('scan', { like: 'index' });
  policy.removeArm('scan');
  found.push(policy.arms, policy.counts(), policy.predict(vector(DIM), { baseline: 2 }));
  const clone = policy.clone();
  apart.policy.addArm('scan');
  apart.policy.removeArm('scan');
  apart.policy.copyFrom(policy);
  const twin = load(save(apart.policy), { engine });
  found.push(hashOf(save(clone)), hashOf(save(twin)));
  [clone, twin].forEach((made) => made.free());
  return found;
}

function useCompat({ wasmLora, wasmSet, wasmBuffer }) {
  const { vector } = randomNumbers(4);
  const x = vector(DIM);
  const at = (address) => new Float32Array(shared.memory.buffer, address, DIM);
  const found = [look(wasmLora, WasmMicroLoRA), look(wasmSet, WasmScopedLoRA)];
  for (const [object, scope] of [
    [wasmLora, []],
    [wasmSet, [2]],
  ]) {
    object.adapt_with_reward(...scope, 0.5);
    at(object.get_input_ptr()).set(x);
    object.forward(...scope);
    found.push(bitsOf(at(object.get_output_ptr())));
    object.adapt(...scope);
    object.adapt_array(...scope, [...x]);
    found.push(bitsOf(object.forward_array(...scope, x)), object.delta_norm(...scope));
    found.push(String(object.adapt_count(...scope)), String(object.forward_count(...scope)));
    const loaded = load(save(object));
    found.push(bitsOf(scope.length === 0 ? loaded.delta() : loaded.delta(2)));
    loaded.free();
  }
  wasmSet.set_category_fallback(false);
  wasmSet.reset_scope(2);
  wasmLora.reset();
  found.push(String(wasmSet.total_adapt_count()), wasmLora.param_count(), wasmLora.dim());
  wasmBuffer.record(x, 200, 1, 2, 3);
  found.push(look(wasmBuffer, WasmTrajectoryBuffer), wasmBuffer.len());
  found.push(wasmBuffer.mean_improvement(), wasmBuffer.count_by_operator(200));
  return found;
}

/** Grows the memory while there are views and objects, which go on. */
function useEngine({ engine, lora }) {
  const before = engine.memory.buffer.byteLength;
  const { largestFree } = engine.memoryUsage;
  engine.grow(1 << 17);
  const more = new MicroLoRA({ dim: DIM, engine });
  const found = [
    Object.prototype.toString.call(engine),
    engine.simd,
    engine.memory.buffer.byteLength > before,
    engine.memoryUsage.largestFree > largestFree,
    inspect(engine) !== '',
    JSON.parse(JSON.stringify(engine)).simd,
    bitsOf(lora.input),
    bitsOf(lora.forward(lora.input)),
    more.learn(lora.input, lora.gradient),
  ];
  more.free();
  return found;
}

/** Frees them too, in both ways; returns what freed ones look like and throw. */
function end(state) {
  return disposable(state).map((object, i) => {
    if (i % 2 === 0) object.free();
    else object[Symbol.dispose]();
    object.free();
    return [JSON.stringify(object), inspect(object), codeOf(() => save(object))];
  });
}

/** The code of what a call throws. */
export function codeOf(call) {
  try {
    call();
    return 'nothing thrown';
  } catch (error) {
    return error.code ?? error;
  }
}

/**
 * Uses all of a state and frees it; those apart stay.
 *
 * @param state as a library gives it back
 * @param apart another one, untouched by any library
 */
export const everything = (state, apart) => ({
  adapter: useAdapter(state, apart),
  set: useSet(state, apart),
  buffer: useBuffer(state),
  space: useSpace(state, apart),
  policy: usePolicy(state, apart),
  compat: useCompat(state),
  engine: useEngine(state),
  end: end(state),
});
