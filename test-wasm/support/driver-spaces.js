// The run of test-native/driver_spaces.cpp over the raw exports of an instance: the same calls in the same
// order, so the same hash. Whoever changes one changes the other.
import { mixer } from './mixer.js';

const RESIDUAL = 1;
const SHARED_IO = 2;
const FROM_TRANSFER = 1;
const DOCUMENTS = 0;
const QUERIES = 1;
const SHIFT = 8;

// dim, directions, rank, flags, rate
const ROWS = [
  [5, 0, 1, RESIDUAL, 1 / 16],
  [16, 3, 2, RESIDUAL, 1 / 16],
  [33, 32, 3, 0, 1 / 32],
  [64, 8, 2, RESIDUAL + SHARED_IO, 1 / 32],
  [21, 5, 4, RESIDUAL, 1 / 4],
  [24, 4, 2, RESIDUAL, 1 / 32],
];
const SCOPES = 2;
const BATCH = 3;
const STEPS = 800;
const ARENA = 4 << 20;

export function driverSpacesHash(exports) {
  const lora = exports;
  if (lora.lora_memory_free() < ARENA) lora.lora_grow(ARENA);
  const { pick, fold, foldDouble, foldVector, fill, result } = mixer(lora.memory);
  const transfer = () => lora.lora_transfer() >>> 2;

  const made = ROWS.map(([dim, directions, rank, flags, rate], index) => {
    const space = lora.lora_space_create(dim, directions);
    const set = lora.lora_create(
      ...[dim, dim, rank, 1, rate, index % 5, index, flags, SCOPES, 1, BATCH],
    );
    for (let scope = 0; scope < SCOPES; ++scope) fold(lora.lora_set_category(set, scope, 0));
    if (index + 1 < ROWS.length) fold(lora.lora_join_space(set, space, index % 2));
    return { dim, directions, rank, space, set };
  });

  const step = () => {
    const action = pick(14);
    const { dim, directions, space, set } = made[pick(ROWS.length)];
    const scope = pick(SCOPES);
    const rows = 1 + pick(BATCH);
    const foldOutput = () => foldVector(lora.lora_output(set) >>> 2, dim);
    switch (action) {
      case 0:
      case 1:
      case 2:
        fold(lora.lora_space_reserve(space, rows));
        fill(transfer(), rows * dim);
        fold(lora.lora_space_learn(space, action === 2 ? QUERIES : DOCUMENTS, rows));
        break;
      case 3:
        fold(lora.lora_space_reserve(space, rows));
        fill(transfer(), rows * dim);
        fold(lora.lora_space_map(space, pick(2), rows));
        foldVector(transfer(), rows * dim);
        break;
      case 4:
        fill(lora.lora_space_input(space) >>> 2, dim);
        fold(lora.lora_space_map_input(space, pick(2)));
        foldVector(lora.lora_space_output(space) >>> 2, dim);
        break;
      case 5:
        fill(transfer(), rows * dim);
        fold(lora.lora_forward(set, scope, rows, FROM_TRANSFER));
        foldOutput();
        fill(transfer(), rows * dim);
        fold(lora.lora_adapt(set, scope, rows, FROM_TRANSFER));
        break;
      case 6:
        fill(transfer(), 2 * rows * dim);
        foldDouble(lora.lora_learn(set, scope, rows, pick(3), 0.5, 0));
        foldOutput();
        break;
      case 7:
      case 8: {
        const candidates = rows + 1 + pick(3);
        fold(lora.lora_reserve(set, rows, candidates));
        fill(transfer(), (rows + candidates) * dim);
        foldDouble(lora.lora_contrast(set, scope, rows, candidates, pick(3), 0.5));
        foldOutput();
        break;
      }
      case 9: {
        const candidates = 1 + pick(4);
        fold(lora.lora_reserve(set, 1, candidates));
        fill(transfer(), (1 + candidates) * dim);
        fold(lora.lora_score(set, scope, candidates, pick(2)));
        foldVector(transfer(), candidates);
        break;
      }
      case 10:
        foldDouble(lora.lora_space_count(space, DOCUMENTS));
        foldDouble(lora.lora_space_count(space, QUERIES));
        foldDouble(lora.lora_space_spread(space));
        fold(lora.lora_space_is_frozen(space));
        foldDouble(lora.lora_served(set, scope));
        fold(lora.lora_space_mean(space, pick(2)));
        foldVector(transfer(), dim);
        if (directions === 0) break;
        foldDouble(lora.lora_space_direction(space, pick(directions)));
        foldVector(transfer(), dim);
        break;
      case 11:
      case 12: {
        const shown = 2 + pick(5);
        fold(lora.lora_reserve(set, 1, shown));
        fill(transfer(), (1 + shown) * dim);
        const place = pick(shown);
        foldDouble(lora.lora_click(set, scope, shown, place, pick(2), 0.8));
        foldOutput();
        break;
      }
      default:
        fold(lora.lora_space_freeze(space, pick(4) === 0 ? 1 : 0));
        break;
    }
  };

  const finish = ({ dim, directions, rank, space, set }) => {
    for (let scope = 0; scope < SCOPES; ++scope) {
      fold(lora.lora_read_row(set, scope, SHIFT, 0));
      foldVector(transfer(), dim);
      for (const factor of [0, 1]) {
        for (let at = 0; at < rank; ++at) {
          fold(lora.lora_read_row(set, scope, factor, at));
          foldVector(transfer(), dim);
        }
      }
    }
    for (let at = 0; at < directions; ++at) {
      fold(lora.lora_space_read_row(space, at));
      foldVector(transfer(), dim);
    }
    const count = lora.lora_space_read_numbers(space);
    foldVector(transfer(), 2 * count);
    fold(lora.lora_free(space));
    fold(lora.lora_free(set));
  };

  for (let i = 0; i < STEPS; ++i) step();
  made.forEach(finish);
  return result();
}
