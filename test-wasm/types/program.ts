// A program that uses every name of the package: it compiles in the three ways that TypeScript looks
// for types, runs as it stands, and types.test.js compares what it uses with what is declared.
import init, {
  average,
  COMPAT_SCOPES,
  createEngine,
  DEFAULT_CATEGORIES,
  DEFAULT_SCOPES,
  EmbeddingSpace,
  initSync,
  LoraError,
  MicroLoRA,
  Policy,
  PUBLISHED_SCOPES,
  ScopedLoRA,
  TrajectoryBuffer,
  WasmMicroLoRA,
  WasmScopedLoRA,
  WasmTrajectoryBuffer,
} from 'microlora';
import type {
  ChangeableOptions,
  ChooseOptions,
  Combined,
  ClickOptions,
  ContrastOptions,
  Decision,
  EmbeddingSpaceOptions,
  Engine,
  Diagnosis,
  EngineOptions,
  Evaluation,
  ExportedSpace,
  GroupStatistics,
  GuardOptions,
  InSpace,
  LoraErrorCode,
  LoggedDecision,
  LossOptions,
  MicroLoRAOptions,
  ModuleSource,
  Objective,
  OptimizerName,
  OtherPolicy,
  PolicyOptions,
  PolicyOutcome,
  Prediction,
  RecordedDecision,
  SampleOptions,
  Scope,
  ScopedLoRAOptions,
  RawIndexFit,
  ScoreOptions,
  Shape,
  Trajectory,
  TrajectoryBufferOptions,
  UpdateOptions,
  Weights,
} from 'microlora';
import initSmall, { MicroLoRA as SmallLoRA, ScopedLoRA as SmallSet } from 'microlora/small';
import type {
  LossOptions as SmallLossOptions,
  MicroLoRAOptions as SmallOptions,
  OptimizerName as SmallOptimizer,
  ScopedLoRAOptions as SmallSetOptions,
} from 'microlora/small';
import smallScalar, { wasm as smallWasm } from 'microlora/small/scalar';
import type smallFile from 'microlora/small/wasm';
import type smallScalarFile from 'microlora/small/wasm-scalar';
import { exportPeft, importPeft, inspect, load as loadFile, save } from 'microlora/safetensors';
import type {
  AnyPeftFiles,
  ExportPeftOptions,
  FileInfo,
  ImportPeftOptions,
  LoadOptions,
  PeftFiles,
  PeftModule,
  Savable,
  SaveOptions,
  TensorInfo,
} from 'microlora/safetensors';
import scalar, { wasm } from 'microlora/scalar';
import { load as loadScalar } from 'microlora/scalar/safetensors';
import { loadFrom as loadScalarFrom } from 'microlora/scalar/storage';
import { durableObjectStore, indexedDBStore, kvStore, loadFrom, saveTo } from 'microlora/storage';
import type { Store } from 'microlora/storage';
import { fileStore } from 'microlora/storage/file';
import type wasmFile from 'microlora/wasm';
import type scalarWasmFile from 'microlora/wasm-scalar';

const isTrue = (what: boolean, name: string) => {
  if (!what) throw new Error(name);
};

// ---- engines ----

const bytes: Uint8Array<ArrayBuffer> = wasm();
const module = new WebAssembly.Module(bytes);
const engineOptions: EngineOptions = { memory: 1 << 21, simd: true, warnings: true };
const engine: Engine = await init(engineOptions);
const sources: ModuleSource[] = [bytes, bytes.buffer, module, Promise.resolve(module)];
for (const source of sources) isTrue(!(await createEngine(source)).simd, 'the scalar build');
const other: Engine = await createEngine({ module_or_path: bytes });
await scalar({ module });
isTrue(initSync() === engine, 'one engine');
isTrue(engine.memory instanceof WebAssembly.Memory, 'its memory');
other.grow(65536);
const { used, free, largestFree }: { used: number; free: number; largestFree: number } =
  other.memoryUsage;
isTrue(used < free && largestFree <= free, 'almost nothing is used');
export type Importable = [typeof wasmFile, typeof scalarWasmFile];
export const load = (source: typeof wasmFile) => createEngine({ module: source });

// ---- one adapter ----

const shape: Shape = { in: 8, out: 4 };
const optimizer: OptimizerName = 'adamw';
const changeable: ChangeableOptions = {
  learningRate: 0.05,
  weightDecay: 0,
  clipNorm: 10,
  ratio: 2,
  momentum: 0.9,
  betas: [0.9, 0.99],
  epsilon: 1e-6,
  maxDeltaNorm: 5,
  decayToBase: 0,
  explore: 0,
};
const options: MicroLoRAOptions = {
  ...shape,
  rank: 3,
  alpha: 0.5,
  optimizer,
  seed: 7,
  batch: 4,
  sharedIO: false,
  engine: other,
};
const x = Float32Array.from({ length: 8 }, (_, i) => Math.sin(i + 1));
const target = Float32Array.of(0.5, -0.25, 0.125, 1);
const X = new Float32Array([...x, ...x.map((value) => -value)]);
const targets = new Float32Array([...target, ...target]);
const loss: LossOptions = { loss: 'huber', delta: 0.5, reduction: 'mean' };
const retrieval: ContrastOptions = { temperature: 0.1, units: 'cosine' };

const rectangular = new MicroLoRA(options);
rectangular.setOptions(changeable);
const { learningRate }: Required<ChangeableOptions> = rectangular.getOptions();
isTrue(learningRate === 0.05, 'setOptions');
const y: Float32Array = rectangular.forward(x);
rectangular.forward(x, y);
rectangular.input.set(x);
const nothing: void = rectangular.forward();
isTrue(nothing === undefined, 'forward on views');
rectangular.gradient.set(rectangular.output.map((value, i) => value - target[i]));
rectangular.adapt();
rectangular.adapt(y);
const Y: Float32Array = rectangular.forwardBatch(X);
rectangular.forwardBatch(X, Y);
rectangular.adaptBatch(Y);
rectangular.inputs.forEach((row) => row.set(x));
rectangular.forwardBatch(2);
rectangular.gradients.forEach((row, i) => row.set(rectangular.outputs[i]));
rectangular.adaptBatch();
const losses: number[] = [
  rectangular.learn(x, target, loss),
  rectangular.learnBatch(X, targets, { loss: 'cosine' }),
  rectangular.contrast(x, target, targets, retrieval),
  rectangular.contrastBatch(X, new Float32Array([...target, ...target.map((v) => -v)]), targets, {
    margin: 0.5,
  }),
];
isTrue(losses.every(Number.isFinite), 'losses');
rectangular.forward(x);
rectangular.accumulate(y);
rectangular.step();
rectangular.decayToBase(0.25);
rectangular.learningRate = 0.1;
const weights: Weights = rectangular.getWeights();
rectangular.setWeights({ A: weights.A, B: weights.B });
isTrue(rectangular.deltaNorm > 0 && rectangular.adaptCount > 0, 'it learned');
isTrue(rectangular.paramCount === rectangular.rank * (rectangular.in + rectangular.out), 'count');
isTrue(rectangular.dim === 8 && rectangular.batch === 4 && rectangular.alpha === 0.5, 'options');
isTrue(rectangular.optimizer === optimizer && rectangular.forwardCount > 0, 'counts');

// ---- out of one adapter, into another ----

const base = new Float32Array(rectangular.out * rectangular.in);
rectangular.unmergeFrom(rectangular.mergeInto(base));
isTrue(rectangular.delta().length === base.length, 'a delta is as large as a base matrix');
const earlier: MicroLoRA = rectangular.clone();
rectangular.learn(x, y);
const updateOptions: UpdateOptions = { rank: 2, maxNorm: 1 };
const update: Combined<MicroLoRA> = rectangular.update(earlier, updateOptions);
isTrue(update.keptEnergy <= 1 && update.foldError === 0, 'an update');
const averaged: Combined<MicroLoRA> = average(
  [{ adapter: rectangular, weight: 2 }, { adapter: update.adapter }],
  { rank: 3 },
);
isTrue(averaged.adapter.rank === 3 && rectangular.resize(5).rank === 5, 'ranks');
earlier.copyFrom(rectangular);
rectangular.reset();

const square = new MicroLoRA({ dim: 8 });
square.forward(x);
square.adaptWithReward(0.5);
const squareShown: object = square.toJSON();
const engineShown: object = engine.toJSON();
square[Symbol.dispose]();

// ---- an adapter per scope ----

const scopedOptions: ScopedLoRAOptions = {
  dim: 8,
  batch: 2,
  scopes: ['a', 'b', 'c'],
  categories: { letters: ['a', 'b'] },
  categoryFallback: true,
};
const set = new ScopedLoRA(scopedOptions);
const scope: Scope = 'a';
const g = x.map((value) => value / 8);
const G = new Float32Array([...g, ...g]);
set.forward(scope, x, new Float32Array(8));
set.forward(0);
set.adapt(scope, g);
set.forwardBatch(scope, X, new Float32Array(16));
set.forwardBatch(scope, 2);
set.adaptBatch(scope, G);
set.learn(scope, x, g, loss);
set.learnBatch(scope, X, G, loss);
set.contrast(scope, x, g, X, retrieval);
set.contrastBatch(scope, X, X, G, retrieval);
set.forward(scope, x);
set.accumulate(scope, g);
set.step(scope);
set.setOptions({ explore: 0 }, scope);
isTrue(set.getOptions(scope).explore === 0, 'options of a scope');
set.decayToBase(scope, 0.5);
set.forward(scope, x);
set.adaptWithReward(scope, 1);
set.categoryFallback = false;
set.setWeights('c', set.getWeights(scope));
isTrue(set.deltaNorm('c') === set.deltaNorm(scope), 'the same weights');
isTrue(set.scopeName(2) === set.scopes[2], 'names');
isTrue(set.adaptCount(scope) === set.totalAdaptCount, 'steps');
isTrue(set.forwardCount(scope) === set.totalForwardCount, 'forwards');
set.unmergeFrom(scope, set.mergeInto(scope, set.delta(scope)));
const twin: ScopedLoRA = set.clone();
twin.copyFrom(set);
isTrue(set.update(twin).adapter.rank === 2 * set.rank, 'an update of every scope');
isTrue(
  average([{ adapter: set }, { adapter: twin.resize(3) }]).adapter.rank === 3,
  'a set of means',
);
set.reset(scope);
set.free();

// ---- what was tried ----

const bufferOptions: TrajectoryBufferOptions = { capacity: 4, dim: 8, operators: 3, engine };
const buffer = new TrajectoryBuffer(bufferOptions);
buffer.record(x, 2, 5, 10, 15);
buffer.record(x, 1, 5, 10, 5);
const trajectory: Trajectory = buffer.get(0);
const { embedding, operator, attention, executionMs, baselineMs, improvement } = trajectory;
isTrue(improvement === baselineMs / executionMs - 1 && embedding.length === buffer.dim, 'as given');
isTrue(buffer.countByOperator(operator) === 1 && buffer.bestAttention === attention, 'by kind');
isTrue(buffer.bestImprovement === 0.5 && buffer.meanImprovement === 0, 'improvements');
isTrue(buffer.variance === 0.5 && buffer.successRate === 0.5, 'statistics');
isTrue(buffer.highQualityCount(0.25) === 1 && !buffer.isEmpty, 'counts');
isTrue(
  buffer.length === [...buffer[Symbol.iterator]()].length && buffer.totalCount === 2,
  'length',
);
isTrue(buffer.capacity === 4 && buffer.operators === 3, 'options');
isTrue(buffer.filter((one) => one.improvement < 0)[0].operator === 1, 'filter');
isTrue(buffer.top(1)[0].operator === 2, 'top');
const groups: GroupStatistics[] = buffer.statistics('attention');
const [{ key, count, mean, standardError }] = groups;
isTrue(key === 5 && count === 2 && mean === 0 && standardError === 0.5, 'groups');
const sampling: SampleOptions = { by: 'improvement', seed: 3 };
isTrue(buffer.sample(8, sampling).length === 8, 'samples');
buffer.reset();
buffer.free();
const bufferShown: object = buffer.toJSON();
buffer[Symbol.dispose]();

// ---- policies ----

const recorded: RecordedDecision = { probability: 0.5, limit: 9, stopped: false };
const decisions = new TrajectoryBuffer({ dim: 8, engine });
decisions.record(x, 0, 0, 1, 2, recorded);
const { stopped, limit, probability: drawn } = decisions.get(0);
isTrue(!stopped && limit === 9 && drawn === 0.5, 'a decision in a buffer');

const objective: Objective = 'latency';
const guard: GuardOptions = { default: 'own', budget: 0.1, confidence: 1, patience: 2 };
const policyOptions: PolicyOptions = {
  dim: 8,
  arms: ['own', 'index', 'scan'],
  scopes: ['a', 'b'],
  categories: { both: ['a', 'b'] },
  objective,
  guard,
  memory: 4,
  temperature: 0.25,
  forgetting: 1,
  floor: 0.02,
  pending: 64,
  seed: 1,
  engine,
};
const policy = new Policy(policyOptions);
isTrue(policy.dim === 8 && policy.objective === 'latency', 'a policy as given');
isTrue(policy.arms.length === 3 && policy.scopes.length === 2, 'arms and scopes');
const choosing: ChooseOptions = { arms: ['own', 1], baseline: 10, explore: true };
const decision: Decision = policy.choose('a', x, choosing);
const outcome: PolicyOutcome = decision.limit < 20 ? { stopped: decision.limit } : 8;
policy.learn(decision.id, outcome, { baseline: 9 });
isTrue(decision.probability > 0 && decision.reason !== 'default', `why: ${decision.name}`);
isTrue(decision.scope === 0 && decision.arm < 3, 'numbers of a decision');
policy.context.set(x);
const arm: number = policy.decide('b');
const vw: string = policy.toVW({ ...decision, id: policy.lastId, arm }, 3);
policy.cancel(policy.lastId);
isTrue(vw.includes('|x'), 'a line for Vowpal Wabbit');
const [{ arm: armNumber, expected, deviation, probability, name: armName }]: Prediction[] =
  policy.predict(0, x, {
    baseline: 3,
  });
isTrue(
  armNumber === 0 && expected > 0 && deviation >= 0 && probability >= 0 && armName === 'own',
  'predictions',
);
policy.addArm('new', { like: 'index' });
policy.removeArm('new');
policy.resetArm(1);
isTrue(policy.bank > -1 && policy.counts('a')[0].outcomes + policy.counts(1)[0].stopped >= 0, 'b');
const logged: LoggedDecision = { context: x, arm: 'own', probability: 0.5, cost: 3, scope: 'a' };
const otherPolicy: OtherPolicy = (context, scope) => (context[0] > 0 ? scope.length : [0, 1, 0]);
const evaluation: Evaluation = policy.evaluate([logged, logged], otherPolicy);
const { dr, snips, ips, dm, error, effectiveSize, supported }: Evaluation = evaluation;
isTrue([dr, snips, ips, dm, error].length + effectiveSize + supported >= 5, 'estimates');
policy.replay(new TrajectoryBuffer({ dim: 8, operators: 2, engine }));
const otherOne: Policy = policy.clone();
otherOne.copyFrom(policy);
isTrue(loadFile(save(otherOne), { engine }) instanceof Policy, 'a policy from a file');
otherOne.reset();
otherOne.free();
isTrue(JSON.stringify(policy.toJSON()).includes('index'), 'shown');
policy[Symbol.dispose]();
const plain = new Policy({ dim: 8, arms: 3, guard: false, engine });
plain.choose(x).arm.toFixed();
plain.predict(x).length.toFixed();
plain.free();

// ---- embedding spaces ----

const spaceOptions: EmbeddingSpaceOptions = { dim: 8, directions: 3, engine };
const space = new EmbeddingSpace(spaceOptions);
isTrue(space.dim === 8 && space.directions === 3, 'a space as given');
space.learnDocuments(X);
space.learnDocuments(g);
space.learnQueries(x);
isTrue(space.documentCount === 3 && space.queryCount === 1, 'counts of a space');
const mapped: Float32Array = space.document(x);
space.query(x, mapped);
space.documents(X, new Float32Array(16));
const mappedQueries: Float32Array = space.queries(X);
isTrue(mappedQueries.length === X.length, 'many at once');
space.input.set(x);
space.document();
space.query();
isTrue(
  space.output.every((value, i) => value === mapped[i]),
  'on views',
);
const exported: ExportedSpace = space.export();
const { documentMean, queryMean, directions, scales }: ExportedSpace = exported;
isTrue(documentMean.length === 8 && queryMean.length === 8, 'means');
isTrue(directions.length === 24 && scales.every((scale) => scale <= 1), 'directions');
space.freeze();
isTrue(space.frozen && space.spread > 0, 'frozen');
const { correction, r2 }: RawIndexFit = space.fitRawIndex(X);
const rawQuery: Float32Array = space.rawQuery(space.query(x), correction, new Float32Array(8));
isTrue(rawQuery.length === correction.length && r2 <= 1, 'for an index of documents as they are');
space.freeze(false);
const inSpace: InSpace = { space, dim: 8, in: undefined, out: undefined };
const finder = new MicroLoRA({ ...inSpace, rank: 2 });
finder.contrast(x, g, X, { temperature: 1, units: 'spread' });
const clicking: ClickOptions = { temperature: 0.9, mapped: false };
isTrue(finder.click(x, X, 1, clicking) > 0, 'a click');
const scoring: ScoreOptions = { mapped: false };
const scores: Float32Array = finder.score(x, X, scoring);
const order: Uint32Array = finder.order(x, space.documents(X), { mapped: true });
isTrue(scores.length === order.length && finder.space === space, 'scores in a space');
const withOptions: MicroLoRAOptions = { dim: 8, space };
const finders = new ScopedLoRA({ scopes: ['a'], space });
isTrue(finders.score('a', x, X)[0] >= -1 && finders.order('a', x, X).length === 2, 'of a scope');
isTrue(new MicroLoRA(withOptions).space === finders.space, 'in one space');
isTrue(finders.click('a', x, X, 0) > 0, 'a click of a scope');
const careful = new ScopedLoRA({ scopes: ['a'], space, cautious: true });
isTrue(careful.cautious && careful.served('a') === 0 && finder.served === 1, 'what is served');
const diagnosis: Diagnosis = finder.diagnose();
isTrue(diagnosis.meanCosine === undefined && diagnosis.advice === undefined, 'too few inputs');
const otherSpace: EmbeddingSpace = space.clone();
otherSpace.reset();
otherSpace.copyFrom(space);
otherSpace.free();
const spaceShown: object = space.toJSON();

// ---- errors ----

let code: LoraErrorCode | undefined;
try {
  buffer.get(0);
} catch (error) {
  if (error instanceof LoraError) code = error.code;
}
isTrue(code === 'LORA_E_HANDLE', 'use after free');
isTrue(new LoraError('LORA_E_STATE', 'mine', code).code === 'LORA_E_STATE', 'an error of a test');

// ---- the names of the product description ----

isTrue(DEFAULT_SCOPES.length === 17 && COMPAT_SCOPES.length === 17, 'scopes');
isTrue(PUBLISHED_SCOPES === COMPAT_SCOPES, 'the earlier name');
isTrue(DEFAULT_CATEGORIES.joins.includes('HashJoin'), 'categories');

const one = new WasmMicroLoRA(8, null, 0.1);
const address = new Float32Array(engine.memory.buffer, one.get_input_ptr(), one.dim());
one.forward_array([1, 2, 3, 4, 5, 6, 7, 8]);
address.set(x);
one.forward();
one.adapt();
one.adapt_array(g);
one.adapt_with_reward(0.5);
isTrue(one.adapt_count() === 3n && one.forward_count() === 2n, 'counts');
isTrue(one.get_output_ptr() !== one.get_input_ptr() && one.param_count() === 32, 'addresses');
isTrue(one.delta_norm() > 0, 'it moved');
one.reset();
one.free();
const oneShown: object = one.toJSON();
one[Symbol.dispose]();

const operators = new WasmScopedLoRA(8);
isTrue(WasmScopedLoRA.scope_name(2) === DEFAULT_SCOPES[2], 'scope names');
operators.forward(2);
operators.forward_array(2, x);
operators.adapt(2);
operators.adapt_array(2, g);
operators.adapt_with_reward(2, 0.5);
isTrue(operators.adapt_count(2) === operators.total_adapt_count(), 'steps');
isTrue(operators.forward_count(2) === operators.total_forward_count(), 'forwards');
isTrue(operators.get_output_ptr() !== operators.get_input_ptr(2), 'addresses');
isTrue(operators.delta_norm(2) > 0, 'it moved');
operators.set_category_fallback(false);
operators.reset_scope(2);
operators.reset_all();
operators.free();
const operatorsShown: object = operators.toJSON();
operators[Symbol.dispose]();

const tried = new WasmTrajectoryBuffer(2, 8);
tried.record(x, 200, 2, 3, 6);
isTrue(tried.success_rate() === 1 && tried.best_improvement() === 1, 'improvements');
isTrue(tried.mean_improvement() === 1 && tried.variance() === 0, 'statistics');
isTrue(tried.best_attention() === 2 && tried.high_quality_count(0.5) === 1, 'kinds');
isTrue(tried.count_by_operator(200) === 1 && tried.len() === 1, 'counts');
isTrue(tried.total_count() === 1n && !tried.is_empty(), 'all');
tried.reset();
tried.free();
const triedShown: object = tried.toJSON();
tried[Symbol.dispose]();

// ---- files, Python, places to keep them ----

const saveOptions: SaveOptions = { metadata: { model: 'm' } };
const loadOptions: LoadOptions = { engine, expect: { model: 'm' } };
const saved: Uint8Array<ArrayBuffer> = save(new MicroLoRA({ dim: 8 }), saveOptions);
const info: FileInfo = inspect(saved.buffer);
isTrue(info.kind === 'MicroLoRA' && info.metadata.model === 'm', 'what a file says of itself');
const isA = ({ name, dtype, shape }: TensorInfo) => name + dtype + shape === 'AF322,8';
isTrue(info.tensors.some(isA), 'tensors');
const inItsSpace: LoadOptions = { engine, space };
const loadedFinder = loadFile(save(finder), inItsSpace);
isTrue(loadedFinder instanceof MicroLoRA && loadedFinder.space === space, 'in its space');
isTrue(loadFile(save(space), { engine }) instanceof EmbeddingSpace, 'a space from a file');
space[Symbol.dispose]();
const loaded = loadFile(saved, loadOptions);
isTrue(loaded instanceof MicroLoRA && loaded.seed === 1 && !loaded.sharedIO, 'what was saved');
isTrue(loaded instanceof MicroLoRA && loaded.residual, 'of one dim');
const exportOptions: ExportPeftOptions = { module: 'q', baseModel: 'b', dtype: 'F16' };
const peft: PeftFiles = exportPeft(loaded as MicroLoRA, exportOptions);
isTrue(peft['adapter_config.json'].length > 0, 'a configuration');
isTrue(peft['adapter_model.safetensors'].length > 0, 'weights');
const files: AnyPeftFiles = peft;
const [{ module: name, in: width, out: height, rank, alpha, reason }]: PeftModule[] =
  importPeft(files);
isTrue(name === 'q' && width === height && rank === 2 && alpha === 1, 'modules');
isTrue(reason === undefined, 'it can be read');
const importOptions: ImportPeftOptions = { module: name, residual: false, engine };
const imported: MicroLoRA = importPeft(files, importOptions);
isTrue(!imported.residual, 'as a linear layer');
const map = new Map<string, Uint8Array<ArrayBuffer>>();
const store: Store = { get: (key) => map.get(key), set: (key, bytes) => map.set(key, bytes) };
await saveTo(store, 'key', imported, saveOptions);
const kept = await loadFrom(store, 'key', loadOptions);
store.set('other', saved);
isTrue(kept instanceof MicroLoRA && store.get('key') !== undefined, 'kept');
const stores = [indexedDBStore, kvStore, durableObjectStore, fileStore, loadScalar, loadScalarFrom];
isTrue(
  stores.every((make) => typeof make === 'function'),
  'places',
);
const { categories } = new ScopedLoRA({ dim: 8 });
isTrue(categories.joins.length === 4, 'categories');

// ---- the small edition ----

await initSmall();
const smallOptimizer: SmallOptimizer = 'sgd';
const smallOptions: SmallOptions = { dim: 8, rank: 2, optimizer: smallOptimizer };
const smallLoss: SmallLossOptions = { loss: 'mse', reduction: 'mean' };
const little: SmallLoRA = new SmallLoRA(smallOptions);
isTrue(little.learn(x, x, smallLoss) >= 0 && little.learnBatch(x, x) >= 0, 'losses');
isTrue(little.optimizer === 'sgd' && little.deltaNorm >= 0, 'its optimizer');
const littleSetOptions: SmallSetOptions = { dim: 8, scopes: ['a'], categoryFallback: false };
const littleSet: SmallSet = new SmallSet(littleSetOptions);
isTrue(littleSet.learn('a', x, x) >= 0 && littleSet.learnBatch('a', x, x) >= 0, 'of a scope');
isTrue(littleSet.optimizer === 'preconditioned' && littleSet.scopeName(0) === 'a', 'its scope');
const savable: Savable = little;
isTrue(save(savable).length > 0, 'a file of the small edition');
const smallFiles: (typeof smallFile | typeof smallScalarFile | undefined)[] = [];
isTrue(typeof smallScalar === 'function' && smallWasm().length > 0 && !smallFiles[0], 'scalar');

console.log('done');
