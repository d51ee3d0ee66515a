// The run of test-native/driver.cpp over the raw exports of an instance: the same calls in the same
// order, so the same hash. The comment there says what it does; whoever changes one changes the other.

import { mixer } from './mixer.js';

const A = 0;
const B = 1;
const LEARNING_RATE = 0;
const RESIDUAL = 1;
const SHARED_IO = 2;
const ALL_SCOPES = 0xffffffff;
const NO_CATEGORY = 0xffffffff;
const FROM_OWN = 0;
const FROM_TRANSFER = 1;

// in, out, rank, alpha, rate, flags, scopes, categories, batch
const SETS = [
  [5, 5, 1, 1, 1 / 16, RESIDUAL, 1, 0, 1],
  [16, 16, 2, 1, 1 / 64, RESIDUAL, 1, 0, 1],
  [31, 7, 3, 0.5, 1 / 32, 0, 1, 0, 1],
  [256, 256, 2, 1, 1 / 1024, RESIDUAL, 1, 0, 1],
  [16, 33, 8, 0.75, 1 / 128, 0, 5, 2, 1],
  [31, 31, 2, 1, 1 / 64, RESIDUAL, 6, 3, 1],
  [64, 64, 2, -1, 1 / 128, RESIDUAL + SHARED_IO, 1, 0, 1],
  [64, 64, 3, 2, 1 / 256, SHARED_IO, 3, 1, 1],
  [257, 1, 4, 1, 1 / 256, 0, 2, 0, 1],
  [17, 17, 2, 1, 1 / 64, RESIDUAL, 1, 0, 5],
  [13, 21, 3, 0.5, 1 / 64, 0, 4, 2, 3],
  [32, 32, 2, -0.5, 1 / 64, RESIDUAL + SHARED_IO, 4, 1, 3],
].map(([input, output, rank, alpha, rate, flags, scopes, categories, batch]) => {
  return { input, output, rank, alpha, rate, flags, scopes, categories, batch };
});

const RINGS = [
  { capacity: 7, dim: 31, operators: 17 },
  { capacity: 40, dim: 4, operators: 3 },
];

const STEPS = 2000;
const ARENA = 4 << 20;

export function driverHash(exports) {
  const lora = exports;
  if (lora.lora_memory_free() < ARENA) lora.lora_grow(ARENA);
  const transfer = lora.lora_transfer() >>> 2;
  const mixed = mixer(lora.memory);
  const { floats, next, pick, number, fold, foldDouble, foldVector, fill } = mixed;

  const create = (index, seed) => {
    const row = SETS[index];
    const { input, output, rank, alpha, rate, flags, scopes, categories, batch } = row;
    row.handle = lora.lora_create(
      input,
      output,
      rank,
      alpha,
      rate,
      index % 5,
      seed,
      flags,
      scopes,
      categories,
      batch,
    );
    if (categories === 0) return;
    for (let scope = 0; scope < scopes; ++scope) {
      fold(lora.lora_set_category(row.handle, scope, scope % categories));
    }
  };

  const fillRows = (to, n, rows, source) => {
    const stride = source === FROM_OWN ? lora.lora_stride(n) : n;
    for (let j = 0; j < rows; ++j) fill(to + j * stride, n);
  };
  const foldOutput = ({ handle, output }, rows) => {
    const from = lora.lora_output(handle) >>> 2;
    for (let j = 0; j < rows; ++j) foldVector(from + j * lora.lora_stride(output), output);
  };

  const forward = (index, scope, source, rows = 1) => {
    const { handle, input } = SETS[index];
    fillRows(source === FROM_OWN ? lora.lora_input(handle) >>> 2 : transfer, input, rows, source);
    fold(lora.lora_forward(handle, scope, rows, source));
    foldOutput(SETS[index], rows);
  };

  const adapt = (index, scope, source, huge, rows = 1) => {
    const { handle, output } = SETS[index];
    const g = source === FROM_OWN ? lora.lora_gradient(handle) >>> 2 : transfer;
    fillRows(g, output, rows, source);
    if (huge) floats[g] = 2 ** 80;
    fold(lora.lora_adapt(handle, scope, rows, source));
  };

  const step = () => {
    const action = pick(28);
    const index = pick(SETS.length);
    const row = SETS[index];
    const scope = pick(row.scopes);
    const source = pick(2);
    const { capacity, dim, operators, handle: ring } = RINGS[pick(RINGS.length)];
    const set = row.handle;
    switch (action) {
      case 0:
      case 1:
        forward(index, scope, source);
        break;
      case 2:
        adapt(index, scope, source, false);
        break;
      case 3:
        adapt(index, scope, source, true);
        break;
      case 4:
      case 5:
        forward(index, scope, source);
        fold(lora.lora_adapt_with_reward(set, scope, 3 * number()));
        break;
      case 6:
        fold(lora.lora_forward(set, scope, 1, FROM_OWN));
        adapt(index, scope, source, false);
        break;
      case 7: {
        const factor = pick(2);
        const at = pick(row.rank);
        const n = factor === A ? row.input : row.output;
        for (let i = 0; i < n; ++i) floats[transfer + i] = number() / 16;
        fold(lora.lora_write_row(set, scope, factor, at));
        break;
      }
      case 8:
        foldDouble(lora.lora_delta_norm(set, scope));
        foldDouble(lora.lora_adapt_count(set, scope));
        foldDouble(lora.lora_forward_count(set, scope));
        foldDouble(lora.lora_total_adapt_count(set));
        foldDouble(lora.lora_total_forward_count(set));
        foldDouble(lora.lora_option(set, 0, LEARNING_RATE));
        foldDouble(lora.lora_param_count(set));
        break;
      case 9:
        if (pick(4) !== 0) break;
        fold(lora.lora_reset(set, pick(8) === 0 ? ALL_SCOPES : scope));
        break;
      case 10: {
        const category = pick(row.categories + 1);
        const none = category === row.categories;
        fold(lora.lora_set_category(set, scope, none ? NO_CATEGORY : category));
        break;
      }
      case 11:
        fold(lora.lora_set_category_fallback(set, pick(4) !== 0 ? 1 : 0));
        break;
      case 12: {
        if (pick(8) !== 0) break;
        const seed = next();
        fold(lora.lora_free(set));
        fold(lora.lora_free(set));
        create(index, seed);
        break;
      }
      case 13:
        fold(lora.lora_set_option(set, ALL_SCOPES, LEARNING_RATE, (row.rate * pick(9)) / 4));
        break;
      case 14: {
        fill(transfer, dim);
        const op = pick(operators + 1);
        const attention = 37 * pick(6);
        const execution = (1 + pick(64)) / 16;
        const baseline = (1 + pick(64)) / 16;
        fold(lora.lora_trajectory_record(ring, op, attention, execution, baseline));
        break;
      }
      case 15: {
        foldDouble(lora.lora_trajectory_length(ring));
        foldDouble(lora.lora_trajectory_total_count(ring));
        foldDouble(lora.lora_trajectory_success_rate(ring));
        foldDouble(lora.lora_trajectory_best_improvement(ring));
        foldDouble(lora.lora_trajectory_mean_improvement(ring));
        foldDouble(lora.lora_trajectory_variance(ring));
        foldDouble(lora.lora_trajectory_best_attention(ring));
        foldDouble(lora.lora_trajectory_high_quality_count(ring, number()));
        foldDouble(lora.lora_trajectory_count_by_operator(ring, pick(operators)));
        const at = pick(capacity);
        for (let field = 0; field < 5; ++field) {
          foldDouble(lora.lora_trajectory_get(ring, at, field));
        }
        const status = lora.lora_trajectory_read(ring, at);
        fold(status);
        if (status === 0) foldVector(transfer, dim);
        break;
      }
      case 16: {
        const rows = 1 + pick(row.batch);
        forward(index, scope, source, rows);
        foldVector(lora.lora_packed_output(set, rows) >>> 2, rows * row.output);
        break;
      }
      case 17: {
        const rows = 1 + pick(row.batch);
        adapt(index, scope, source, false, rows);
        break;
      }
      case 18: {
        const rows = 1 + pick(row.batch);
        forward(index, scope, source, rows);
        adapt(index, scope, source, pick(8) === 0, rows);
        break;
      }
      case 19:
      case 20: {
        const rows = 1 + pick(row.batch);
        fill(transfer, rows * (row.input + row.output));
        const asked = pick(8) === 0 ? row.batch + 1 : rows;
        const loss = pick(3);
        foldDouble(lora.lora_learn(set, scope, asked, loss, 0.5, pick(2)));
        foldOutput(row, rows);
        break;
      }
      case 21: {
        const rows = 1 + pick(row.batch);
        const candidates = rows + 1 + pick(3);
        fold(lora.lora_reserve(set, rows, candidates));
        fill(transfer, rows * row.input + candidates * row.output);
        foldDouble(lora.lora_contrast(set, scope, rows, candidates, pick(2), 0.25));
        foldOutput(row, rows);
        break;
      }
      case 22: {
        const rows = 1 + pick(row.batch);
        forward(index, scope, source, rows);
        fill(transfer, rows * row.output);
        fold(lora.lora_accumulate(set, scope, rows, FROM_TRANSFER));
        break;
      }
      case 23:
        fold(lora.lora_step(set, scope));
        break;
      case 24: {
        const option = 1 + pick(9);
        const value = pick(5) / 16;
        fold(lora.lora_set_option(set, scope, option, value));
        foldDouble(lora.lora_option(set, scope, option));
        break;
      }
      default:
        forward(index, scope, source);
        adapt(index, scope, source, false);
        break;
    }
  };

  const sumUp = ({ handle, input, output, rank, scopes }) => {
    const sum = lora.lora_sum_create(input, output, 2 * rank);
    for (let scope = 0; scope < scopes; ++scope) {
      fold(lora.lora_sum_add(sum, handle, scope, 1 + scope));
    }
    fold(lora.lora_sum_take(sum, handle, 0, 1, 0));
    foldDouble(lora.lora_sum_kept(sum));
    foldDouble(lora.lora_sum_lost(sum));
    fold(lora.lora_free(sum));
    fill(transfer, input);
    fold(lora.lora_merge_row(handle, 0, 0, 1));
    foldVector(transfer, input);
  };

  const finish = (index) => {
    const { handle, input, output, rank, scopes } = SETS[index];
    sumUp(SETS[index]);
    for (let scope = 0; scope < scopes; ++scope) {
      for (const factor of [A, B]) {
        for (let at = 0; at < rank; ++at) {
          fold(lora.lora_read_row(handle, scope, factor, at));
          foldVector(transfer, factor === A ? input : output);
        }
      }
    }
    for (let scope = 0; scope < scopes; ++scope) {
      fold(lora.lora_reset(handle, scope));
      forward(index, scope, FROM_OWN);
    }
    fold(lora.lora_free(handle));
  };

  for (let index = 0; index < SETS.length; ++index) create(index, index);
  for (const ring of RINGS) {
    ring.handle = lora.lora_trajectory_create(ring.capacity, ring.dim, ring.operators);
  }
  for (let i = 0; i < STEPS; ++i) step();
  for (let index = 0; index < SETS.length; ++index) finish(index);
  for (const ring of RINGS) fold(lora.lora_free(ring.handle));
  return mixed.result();
}
