// The bare modules under bad calls: wrong handles and numbers are refused, nothing traps, and a
// failed call changes no byte.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { read, wasmFiles } from './support/helpers.js';
import * as raw from './support/raw.js';

const { HANDLE, MEMORY, NONFINITE, OPTION, RANGE, SCOPE, SHAPE, STATE } = raw;

/** The handle of the set, which is the first to be given out. */
const FIRST = 1 << 18;
/** That of the space, which is the fourth. */
const SPACE = FIRST + 3;

/** That of the policy, the fifth. */
const POLICY = FIRST + 4;
/** What a policy of that shape has: see lora_policy_read_numbers. */
const POLICY_NUMBERS = 218;

/** Functions that take a handle, with other arguments that are good; `of` the kind they take. */
const takers = [
  ['set', 'lora_input'],
  ['set', 'lora_output'],
  ['set', 'lora_gradient'],
  ['set', 'lora_forward', 1, 1, 1],
  ['set', 'lora_adapt', 1, 1, 1],
  ['set', 'lora_learn', 1, 1, 0, 0, 0],
  ['set', 'lora_packed_output', 1],
  ['set', 'lora_adapt_with_reward', 1, 0.5],
  ['set', 'lora_delta_norm', 1],
  ['set', 'lora_adapt_count', 1],
  ['set', 'lora_forward_count', 1],
  ['set', 'lora_total_adapt_count'],
  ['set', 'lora_total_forward_count'],
  ['set', 'lora_param_count'],
  ['set', 'lora_option', 0, 0],
  ['set', 'lora_set_option', 0, 0, 0.5],
  ['set', 'lora_contrast', 0, 1, 2, 0, 1],
  ['set', 'lora_click', 0, 2, 1, 0, 1],
  ['set', 'lora_reserve', 1, 2],
  ['set', 'lora_accumulate', 1, 1, 0],
  ['set', 'lora_step', 1],
  ['set', 'lora_decay_to_base', 0, 0.5],
  ['set', 'lora_reset', 1],
  ['set', 'lora_reset', 0xffffffff],
  ['set', 'lora_read_row', 1, 0, 0],
  ['set', 'lora_write_row', 1, 0, 0],
  ['set', 'lora_read_numbers', 1],
  ['set', 'lora_has_learned', 1],
  ['set', 'lora_write_numbers', 1, 21],
  ['set', 'lora_read_forward'],
  ['set', 'lora_write_forward', 6],
  ['set', 'lora_copy', FIRST, 0],
  ['set', 'lora_merge_row', 1, 7, 1],
  ['set', 'lora_set_category', 1, 0],
  ['set', 'lora_set_category_fallback', 0],
  ['ring', 'lora_trajectory_record', 2, 5, 45, 120],
  ['ring', 'lora_trajectory_record_decision', 2, 5, 45, 120, 0.5, 90, 1],
  ['ring', 'lora_trajectory_length'],
  ['ring', 'lora_trajectory_total_count'],
  ['ring', 'lora_trajectory_success_rate'],
  ['ring', 'lora_trajectory_best_improvement'],
  ['ring', 'lora_trajectory_mean_improvement'],
  ['ring', 'lora_trajectory_variance'],
  ['ring', 'lora_trajectory_best_attention'],
  ['ring', 'lora_trajectory_high_quality_count', 0.5],
  ['ring', 'lora_trajectory_count_by_operator', 2],
  ['ring', 'lora_trajectory_get', 0, 0],
  ['ring', 'lora_trajectory_read', 0],
  ['ring', 'lora_trajectory_group', 0, 2, 0],
  ['ring', 'lora_trajectory_draw', 0, 1, 0],
  ['ring', 'lora_trajectory_set_total_count', 1],
  ['ring', 'lora_trajectory_reset'],
  ['sum', 'lora_sum_add', FIRST, 1, 1],
  ['sum', 'lora_sum_take', FIRST, 1, 0, 0],
  ['sum', 'lora_sum_kept'],
  ['sum', 'lora_sum_lost'],
  ['set', 'lora_join_space', SPACE, 1],
  ['set', 'lora_served', 1],
  ['set', 'lora_mean_cosine'],
  ['set', 'lora_score', 1, 2, 0],
  ['space', 'lora_space_learn', 0, 1],
  ['space', 'lora_space_map', 1, 1],
  ['space', 'lora_space_check', 1],
  ['space', 'lora_space_reserve', 2],
  ['space', 'lora_space_input'],
  ['space', 'lora_space_output'],
  ['space', 'lora_space_map_input', 0],
  ['space', 'lora_space_count', 1],
  ['space', 'lora_space_spread'],
  ['space', 'lora_space_freeze', 1],
  ['space', 'lora_space_is_frozen'],
  ['space', 'lora_space_mean', 0],
  ['space', 'lora_space_direction', 2],
  ['space', 'lora_space_read_row', 0],
  ['space', 'lora_space_write_row', 0],
  ['space', 'lora_space_read_numbers'],
  ['space', 'lora_space_write_numbers', 20],
  ['space', 'lora_space_copy', SPACE],
  ['space', 'lora_space_reset'],
  ['policy', 'lora_policy_set_option', 0, 0.5],
  ['policy', 'lora_policy_option', 5],
  ['policy', 'lora_policy_set_category', 1, 0],
  ['policy', 'lora_policy_context'],
  ['policy', 'lora_policy_set_context'],
  ['policy', 'lora_policy_choose', 1, 0, 1, NaN],
  ['policy', 'lora_policy_choice', 1],
  ['policy', 'lora_policy_fate', 1],
  ['policy', 'lora_policy_learn', 1, 5, 0, NaN],
  ['policy', 'lora_policy_cancel', 1],
  ['policy', 'lora_policy_observe', 1, 2, 5, 0, NaN],
  ['policy', 'lora_policy_predict', 1, NaN],
  ['policy', 'lora_policy_bank'],
  ['policy', 'lora_policy_count', 1, 1, 0],
  ['policy', 'lora_policy_add_arm', 1],
  ['policy', 'lora_policy_remove_arm', 1],
  ['policy', 'lora_policy_reset_arm', 1],
  ['policy', 'lora_policy_reset'],
  ['policy', 'lora_policy_read_numbers'],
  ['policy', 'lora_policy_write_numbers', POLICY_NUMBERS],
  ['policy', 'lora_policy_read_row', 1, 3, 0],
  ['policy', 'lora_policy_write_row', 1, 3, 0],
  ['policy', 'lora_policy_next_open', 0],
  ['policy', 'lora_policy_read_context', 1],
  ['policy', 'lora_policy_write_context', 1],
  ['policy', 'lora_policy_copy', POLICY],
  ['either', 'lora_free'],
];

const ADDRESSES = [
  ...['lora_input', 'lora_output', 'lora_gradient', 'lora_packed_output'],
  ...['lora_space_input', 'lora_space_output', 'lora_policy_context'],
];

/** [function, its arguments by the handles, the status it must give] */
const refused = [
  ['lora_create', () => [0, 8, 2, 1, 0.1, 0, 1, 0, 1, 0, 1], SHAPE],
  ['lora_create', () => [16385, 16385, 2, 1, 0.1, 0, 1, 1, 1, 0, 1], SHAPE],
  ['lora_create', () => [-1, 8, 2, 1, 0.1, 0, 1, 0, 1, 0, 1], SHAPE],
  ['lora_create', () => [8, 8, 0, 1, 0.1, 0, 1, 1, 1, 0, 1], SHAPE],
  ['lora_create', () => [8, 8, 65, 1, 0.1, 0, 1, 1, 1, 0, 1], SHAPE],
  ['lora_create', () => [8, 7, 2, 1, 0.1, 0, 1, 1, 1, 0, 1], SHAPE],
  ['lora_create', () => [8, 8, 2, NaN, 0.1, 0, 1, 1, 1, 0, 1], NONFINITE],
  ['lora_create', () => [8, 8, 2, 1e39, 0.1, 0, 1, 1, 1, 0, 1], NONFINITE],
  ['lora_create', () => [8, 8, 2, 1, Infinity, 0, 1, 1, 1, 0, 1], NONFINITE],
  ['lora_create', () => [8, 8, 2, 1, -0.1, 0, 1, 1, 1, 0, 1], RANGE],
  ['lora_create', () => [8, 8, 2, 1, 0.1, 5, 1, 1, 1, 0, 1], OPTION],
  ['lora_create', () => [8, 8, 2, 1, 0.1, 0, 1, 4, 1, 0, 1], OPTION],
  ['lora_create', () => [8, 8, 2, 1, 0.1, 0, 1, 0xffffffff, 1, 0, 1], OPTION],
  ['lora_create', () => [8, 8, 2, 1, 0.1, 0, 1, 1, 0, 0, 1], RANGE],
  ['lora_create', () => [8, 8, 2, 1, 0.1, 0, 1, 1, 4097, 0, 1], RANGE],
  ['lora_create', () => [8, 8, 2, 1, 0.1, 0, 1, 1, 2, 3, 1], RANGE],
  ['lora_create', () => [8192, 8192, 64, 1, 0.1, 0, 1, 1, 4096, 4096, 1], MEMORY],
  ['lora_create', () => [8192, 8192, 64, 1, 0.1, 0, 1, 3, 1, 0, 1], MEMORY],
  ['lora_create', () => [8, 8, 2, 1, 0.1, 0, 1, 1, 1, 0, 0], RANGE],
  ['lora_create', () => [8, 8, 2, 1, 0.1, 0, 1, 1, 1, 0, 1025], RANGE],
  ['lora_create', () => [8, 8, 2, 1, 0.1, 0, 1, 1, 1, 0, -1], RANGE],
  ['lora_create', () => [16, 16, 2, 1, 0.1, 0, 1, 1, 1, 0, 1024], MEMORY],
  ['lora_trajectory_create', () => [0, 8, 17], RANGE],
  ['lora_trajectory_create', () => [4, 0, 17], SHAPE],
  ['lora_trajectory_create', () => [4, 16385, 17], SHAPE],
  ['lora_trajectory_create', () => [4, 8, 0], RANGE],
  ['lora_trajectory_create', () => [4, 8, 257], RANGE],
  ['lora_trajectory_create', () => [0xffffffff, 8192, 17], MEMORY],
  ['lora_grow', () => [0xffffffff], MEMORY],
  ['lora_check', () => [16385], SHAPE],
  ['lora_check', () => [0xffffffff], SHAPE],
  ['lora_forward', ({ set }) => [set, 3, 1, 1], SCOPE],
  ['lora_forward', ({ set }) => [set, -1, 1, 1], SCOPE],
  ['lora_forward', ({ set }) => [set, 1, 1, 2], OPTION],
  ['lora_forward', ({ set }) => [set, 1, 0, 1], SHAPE],
  ['lora_forward', ({ set }) => [set, 1, 2, 1], SHAPE],
  ['lora_forward', ({ set }) => [set, 1, -1, 1], SHAPE],
  ['lora_adapt', ({ set }) => [set, 0, 1, 1], STATE],
  ['lora_adapt', ({ set }) => [set, 3, 1, 1], SCOPE],
  ['lora_adapt', ({ set }) => [set, 1, 1, 2], OPTION],
  ['lora_adapt', ({ set }) => [set, 1, 0, 1], SHAPE],
  ['lora_adapt', ({ set }) => [set, 1, 2, 1], SHAPE],
  ['lora_learn', ({ set }) => [set, 3, 1], SCOPE],
  ['lora_learn', ({ set }) => [set, 1, 0], SHAPE],
  ['lora_learn', ({ set }) => [set, 1, 2], SHAPE],
  ['lora_packed_output', ({ set }) => [set, 2], 0],
  ['lora_adapt_with_reward', ({ set }) => [set, 0, 1], STATE],
  ['lora_adapt_with_reward', ({ set }) => [set, 1, NaN], NONFINITE],
  ['lora_adapt_with_reward', ({ set }) => [set, 1, -Infinity], NONFINITE],
  ['lora_delta_norm', ({ set }) => [set, 3], SCOPE],
  ['lora_adapt_count', ({ set }) => [set, 3], SCOPE],
  ['lora_forward_count', ({ set }) => [set, 3], SCOPE],
  ['lora_set_option', ({ set }) => [set, 0, 0, NaN], NONFINITE],
  ['lora_set_option', ({ set }) => [set, 0, 0, -1], RANGE],
  ['lora_reset', ({ set }) => [set, 3], SCOPE],
  ['lora_read_row', ({ set }) => [set, 5, 0, 0], SCOPE],
  ['lora_read_row', ({ set }) => [set, 1, 9, 0], OPTION],
  ['lora_read_row', ({ set }) => [set, 1, 8, 1], SHAPE],
  ['lora_read_row', ({ set }) => [set, 1, 8, 0], STATE],
  ['lora_read_row', ({ set }) => [set, 1, 2, 0], STATE],
  ['lora_read_row', ({ set }) => [set, 0, 6, 0], STATE],
  ['lora_read_row', ({ set }) => [set, 1, 0, 2], SHAPE],
  ['lora_write_row', ({ set }) => [set, 5, 0, 0], SCOPE],
  ['lora_write_row', ({ set }) => [set, 1, 9, 0], OPTION],
  ['lora_write_row', ({ set }) => [set, 1, 8, 0], STATE],
  ['lora_write_row', ({ set }) => [set, 1, 2, 0], STATE],
  ['lora_write_row', ({ set }) => [set, 3, 6, 0], STATE],
  ['lora_read_numbers', ({ set }) => [set, 5], SCOPE],
  ['lora_has_learned', ({ set }) => [set, 5], SCOPE],
  ['lora_default_rate', () => [5, 8], OPTION],
  ['lora_default_rate', () => [0, 0], SHAPE],
  ['lora_default_rate', () => [0, 16385], SHAPE],
  ['lora_write_numbers', ({ set }) => [set, 5, 21], SCOPE],
  ['lora_write_numbers', ({ set }) => [set, 0, 20], SHAPE],
  ['lora_write_numbers', ({ set }) => [set, 0, 21], RANGE],
  ['lora_write_forward', ({ set }) => [set, 3], SHAPE],
  ['lora_write_forward', ({ set }) => [set, 0xffffffff], SHAPE],
  ['lora_write_forward', ({ set }) => [set, 7], RANGE],
  ['lora_copy', ({ set }) => [set, set, 2], OPTION],
  ['lora_merge_row', ({ set }) => [set, 3, 0, 1], SCOPE],
  ['lora_merge_row', ({ set }) => [set, 1, 8, 1], SHAPE],
  ['lora_merge_row', ({ set }) => [set, 1, 0, NaN], NONFINITE],
  ['lora_reserve_transfer', () => [0xffffffff], MEMORY],
  ['lora_sum_create', () => [0, 8, 4], SHAPE],
  ['lora_sum_create', () => [8, 8, 1], RANGE],
  ['lora_sum_create', () => [8, 8, 1025], RANGE],
  ['lora_sum_create', () => [8192, 8192, 1024], MEMORY],
  ['lora_sum_add', ({ set, sum }) => [sum, set, 5, 1], SCOPE],
  ['lora_sum_add', ({ set, sum }) => [sum, set, 0, 1e39], NONFINITE],
  ['lora_sum_take', ({ set, sum }) => [sum, set, 5, 0, 0], SCOPE],
  ['lora_sum_take', ({ set, sum }) => [sum, set, 0, 2, 0], OPTION],
  ['lora_sum_take', ({ set, sum }) => [sum, set, 0, 0, NaN], RANGE],
  ['lora_write_row', ({ set }) => [set, 1, 1, 2], SHAPE],
  ['lora_set_category', ({ set }) => [set, 1, 2], RANGE],
  ['lora_set_category', ({ set }) => [set, 3, 0], SCOPE],
  ['lora_set_category_fallback', ({ set }) => [set, 2], OPTION],
  ['lora_trajectory_record', ({ ring }) => [ring, 17, 5, 45, 120], RANGE],
  ['lora_trajectory_record', ({ ring }) => [ring, 2, 256, 45, 120], RANGE],
  ['lora_trajectory_record', ({ ring }) => [ring, 2, 5, 0, 120], RANGE],
  ['lora_trajectory_record', ({ ring }) => [ring, 2, 5, 45, -1], RANGE],
  ['lora_trajectory_record', ({ ring }) => [ring, 2, 5, NaN, 120], NONFINITE],
  ['lora_trajectory_record', ({ ring }) => [ring, 2, 5, 45, Infinity], NONFINITE],
  ['lora_trajectory_record', ({ ring }) => [ring, 2, 5, 1e-300, 1e300], NONFINITE],
  ['lora_trajectory_high_quality_count', ({ ring }) => [ring, NaN], NONFINITE],
  ['lora_trajectory_count_by_operator', ({ ring }) => [ring, 17], RANGE],
  ['lora_trajectory_get', ({ ring }) => [ring, 1, 0], RANGE],
  ['lora_trajectory_get', ({ ring }) => [ring, 0, 8], OPTION],
  ['lora_trajectory_record_decision', ({ ring }) => [ring, 2, 5, 45, 120, 0, 90, 0], RANGE],
  ['lora_trajectory_record_decision', ({ ring }) => [ring, 2, 5, 45, 120, 1.5, 90, 0], RANGE],
  ['lora_trajectory_record_decision', ({ ring }) => [ring, 2, 5, 45, 120, 1, NaN, 0], RANGE],
  ['lora_trajectory_record_decision', ({ ring }) => [ring, 2, 5, 45, 120, 1, 90, 2], OPTION],
  ['lora_trajectory_read', ({ ring }) => [ring, 1], RANGE],
  ['lora_trajectory_group', ({ ring }) => [ring, 2, 0, 0], OPTION],
  ['lora_trajectory_group', ({ ring }) => [ring, 0, 0, 3], OPTION],
  ['lora_trajectory_draw', ({ ring }) => [ring, 2, 0, 0], OPTION],
  ['lora_trajectory_set_total_count', ({ ring }) => [ring, 2], RANGE],
  ['lora_contrast', ({ set }) => [set, 1, 1, 2, 3, 1], OPTION],
  ['lora_contrast', ({ set }) => [set, 1, 1, 2, 2, 0], RANGE],
  ['lora_click', ({ set }) => [set, 1, 1, 0, 0, 1], SHAPE],
  ['lora_click', ({ set }) => [set, 1, 33, 0, 0, 1], SHAPE],
  ['lora_click', ({ set }) => [set, 1, 2, 2, 0, 1], SHAPE],
  ['lora_click', ({ set }) => [set, 1, 2, 0, 2, 1], OPTION],
  ['lora_click', ({ set }) => [set, 1, 2, 0, 0, 0], RANGE],
  ['lora_click', ({ set }) => [set, 1, 2, 0, 0, 1], STATE],
  ['lora_join_space', ({ set, ring }) => [set, ring, 0], HANDLE],
  ['lora_join_space', ({ set, space }) => [set, space, 2], OPTION],
  ['lora_served', ({ set }) => [set, 3], SCOPE],
  ['lora_score', ({ set }) => [set, 3, 2, 0], SCOPE],
  ['lora_score', ({ set }) => [set, 1, 0, 0], SHAPE],
  ['lora_score', ({ set }) => [set, 1, 65537, 0], SHAPE],
  ['lora_score', ({ set }) => [set, 1, 0xffffffff, 0], SHAPE],
  ['lora_score', ({ set }) => [set, 1, 2, 2], OPTION],
  ['lora_space_create', () => [0, 0], SHAPE],
  ['lora_space_create', () => [16385, 0], SHAPE],
  ['lora_space_create', () => [8, 8], RANGE],
  ['lora_space_create', () => [128, 65], RANGE],
  ['lora_space_create', () => [8192, 64], MEMORY],
  ['lora_space_learn', ({ space }) => [space, 2, 1], OPTION],
  ['lora_space_learn', ({ space }) => [space, 0, 0], SHAPE],
  ['lora_space_learn', ({ space }) => [space, 1, 0xffffffff], SHAPE],
  ['lora_space_map', ({ space }) => [space, 2, 1], OPTION],
  ['lora_space_map', ({ space }) => [space, 0, 0], SHAPE],
  ['lora_space_map', ({ space }) => [space, 0, 1025], SHAPE],
  ['lora_space_map_input', ({ space }) => [space, 2], OPTION],
  ['lora_space_check', ({ space }) => [space, 0], SHAPE],
  ['lora_space_reserve', ({ space }) => [space, 0], SHAPE],
  ['lora_space_reserve', ({ space }) => [space, 65537], SHAPE],
  ['lora_space_reserve', ({ space }) => [space, 65536], MEMORY],
  ['lora_space_count', ({ space }) => [space, 2], OPTION],
  ['lora_space_freeze', ({ space }) => [space, 2], OPTION],
  ['lora_space_mean', ({ space }) => [space, 2], OPTION],
  ['lora_space_direction', ({ space }) => [space, 3], SHAPE],
  ['lora_space_read_row', ({ space }) => [space, 3], SHAPE],
  ['lora_space_write_row', ({ space }) => [space, 3], SHAPE],
  // The numbers there are longer than 1.
  ['lora_space_write_row', ({ space }) => [space, 0], RANGE],
  ['lora_space_write_numbers', ({ space }) => [space, 19], SHAPE],
  ['lora_space_write_numbers', ({ space }) => [space, 20], RANGE],
  ['lora_space_copy', ({ space, set }) => [space, set], HANDLE],
  ['lora_policy_create', () => [0, 3, 2, 1, 0, 4, 0, 0, 1], SHAPE],
  ['lora_policy_create', () => [16385, 3, 2, 1, 0, 4, 0, 0, 1], SHAPE],
  ['lora_policy_create', () => [8, 0, 2, 1, 0, 4, 0, 0, 1], RANGE],
  ['lora_policy_create', () => [8, 257, 2, 1, 0, 4, 0, 0, 1], RANGE],
  ['lora_policy_create', () => [8, 3, 17, 1, 0, 4, 0, 0, 1], RANGE],
  ['lora_policy_create', () => [8, 3, 2, 0, 0, 4, 0, 0, 1], RANGE],
  ['lora_policy_create', () => [8, 3, 2, 1, 2, 4, 0, 0, 1], RANGE],
  ['lora_policy_create', () => [8, 3, 2, 1, 0, 0, 0, 0, 1], RANGE],
  ['lora_policy_create', () => [8, 3, 2, 1, 0, 65537, 0, 0, 1], RANGE],
  ['lora_policy_create', () => [8, 3, 2, 1, 0, 4, 0, 3, 1], RANGE],
  ['lora_policy_create', () => [8, 3, 2, 1, 0, 4, 3, 0, 1], OPTION],
  ['lora_policy_create', () => [8192, 3, 2, 1, 0, 65536, 0, 0, 1], MEMORY],
  ['lora_policy_create', () => [8, 256, 2, 4096, 4096, 4, 0, 0, 1], MEMORY],
  ['lora_policy_set_option', ({ policy }) => [policy, 6, 1], OPTION],
  ['lora_policy_set_option', ({ policy }) => [policy, 0, -1], RANGE],
  ['lora_policy_set_option', ({ policy }) => [policy, 1, 1.5], RANGE],
  ['lora_policy_set_option', ({ policy }) => [policy, 5, 0], RANGE],
  ['lora_policy_set_option', ({ policy }) => [policy, 0, NaN], NONFINITE],
  ['lora_policy_option', ({ policy }) => [policy, 6], OPTION],
  ['lora_policy_set_category', ({ policy }) => [policy, 3, 0], SCOPE],
  ['lora_policy_set_category', ({ policy }) => [policy, 1, 2], RANGE],
  ['lora_policy_choose', ({ policy }) => [policy, 3, 0, 1, NaN], SCOPE],
  ['lora_policy_choose', ({ policy }) => [policy, 1, 0, 2, NaN], OPTION],
  ['lora_policy_choose', ({ policy }) => [policy, 1, 0, 1, 0], RANGE],
  ['lora_policy_choose', ({ policy }) => [policy, 1, 0, 1, Infinity], NONFINITE],
  // The first number there is 1, which is not the default, and the second no arm.
  ['lora_policy_choose', ({ policy }) => [policy, 1, 1, 1, NaN], STATE],
  ['lora_policy_choose', ({ policy }) => [policy, 1, 2, 1, NaN], OPTION],
  ['lora_policy_choose', ({ policy }) => [policy, 1, 16385, 1, NaN], SHAPE],
  ['lora_policy_choice', ({ policy }) => [policy, 4], OPTION],
  ['lora_policy_learn', ({ policy }) => [policy, 2, 5, 0, NaN], STATE],
  ['lora_policy_learn', ({ policy }) => [policy, 1, 0, 0, NaN], RANGE],
  ['lora_policy_learn', ({ policy }) => [policy, 1, 1e26, 0, NaN], RANGE],
  ['lora_policy_learn', ({ policy }) => [policy, 1, NaN, 0, NaN], NONFINITE],
  ['lora_policy_learn', ({ policy }) => [policy, 1, 5, 0, -1], RANGE],
  ['lora_policy_learn', ({ policy }) => [policy, 1, 5, 2, NaN], OPTION],
  ['lora_policy_cancel', ({ policy }) => [policy, 2], STATE],
  ['lora_policy_observe', ({ policy }) => [policy, 3, 1, 5, 0, NaN], SCOPE],
  ['lora_policy_observe', ({ policy }) => [policy, 1, 3, 5, 0, NaN], OPTION],
  ['lora_policy_observe', ({ policy }) => [policy, 1, 1, -5, 0, NaN], RANGE],
  ['lora_policy_predict', ({ policy }) => [policy, 3, NaN], SCOPE],
  ['lora_policy_predict', ({ policy }) => [policy, 1, -1], RANGE],
  ['lora_policy_count', ({ policy }) => [policy, 3, 1, 0], SCOPE],
  ['lora_policy_count', ({ policy }) => [policy, 1, 3, 0], OPTION],
  ['lora_policy_count', ({ policy }) => [policy, 1, 1, 2], OPTION],
  ['lora_policy_add_arm', ({ policy }) => [policy, 3], OPTION],
  ['lora_policy_remove_arm', ({ policy }) => [policy, 3], OPTION],
  ['lora_policy_remove_arm', ({ policy }) => [policy, 0], STATE],
  ['lora_policy_reset_arm', ({ policy }) => [policy, 3], OPTION],
  ['lora_policy_write_numbers', ({ policy }) => [policy, POLICY_NUMBERS - 1], SHAPE],
  ['lora_policy_write_numbers', ({ policy }) => [policy, POLICY_NUMBERS], RANGE],
  ['lora_policy_read_row', ({ policy }) => [policy, 5, 0, 0], SHAPE],
  ['lora_policy_read_row', ({ policy }) => [policy, 1, 7, 0], SHAPE],
  ['lora_policy_read_row', ({ policy }) => [policy, 1, 3, 4], SHAPE],
  ['lora_policy_read_row', ({ policy }) => [policy, 1, 4, 0], STATE],
  ['lora_policy_write_row', ({ policy }) => [policy, 1, 4, 0], STATE],
  ['lora_policy_write_row', ({ policy }) => [policy, 1, 7, 0], SHAPE],
  // The numbers there are no diagonal: some are below 0.
  ['lora_policy_write_row', ({ policy }) => [policy, 1, 3, 1], RANGE],
  ['lora_policy_read_context', ({ policy }) => [policy, 2], STATE],
  ['lora_policy_write_context', ({ policy }) => [policy, 2], STATE],
  ['lora_policy_copy', ({ policy, space }) => [policy, space], HANDLE],
];

/** Functions that return a handle or an address, where 0 to 2^32 - 1 are all good. */
const returnsHandle = ['', 'trajectory_', 'sum_', 'space_', 'policy_'].map(
  (kind) => `lora_${kind}create`,
);

for (const file of wasmFiles) {
  test(`${file}: the tables name every function that takes a handle`, () => {
    const free = [
      ...['version', 'simd', 'grow', 'check', 'transfer', 'transfer_size', 'reserve_transfer'],
      ...['default_rate', 'features', 'stride'],
    ];
    const named = [
      ...takers.map(([, name]) => name),
      ...free.map((name) => `lora_${name}`),
      ...returnsHandle,
    ];
    const all = raw.signaturesOf(file).map(({ name }) => name);
    assert.deepEqual(
      [...new Set(named)].sort(),
      all.filter((n) => !n.startsWith('lora_memory')).sort(),
    );
  });

  for (const [kind, name, ...rest] of takers) {
    test(`${file}: ${name}(..., ${rest}) refuses every handle that is not one`, async () => {
      const lora = await raw.instantiate(file, 1 << 18);
      const kinds = raw.populate(lora);
      const { set, space, policy } = kinds;
      assert.deepEqual([set, space, policy], [FIRST, SPACE, POLICY]);
      const [freedSet, freedRing] = [
        lora.lora_create(8, 8, 2, 1, 0.1, 0, 1, 1, 1, 0, 1),
        lora.lora_trajectory_create(4, 8, 17),
      ];
      for (const handle of [freedSet, freedRing]) assert.equal(lora.lora_free(handle), 0);
      const all = Object.values(kinds);
      const other = kind === 'either' ? [] : all.filter((handle) => handle !== kinds[kind]);
      const never = [
        0,
        -1,
        1,
        2 ** 31,
        0x7fffffff,
        set + 1000,
        set ^ (1 << 20),
        set ^ (1 << 31),
        policy + (1 << 18),
      ];
      const before = raw.memoryOf(lora);
      for (const handle of [...other, freedSet, freedRing, ...never]) {
        if (all.includes(handle)) assert.ok(other.includes(handle));
        const expected = ADDRESSES.includes(name) ? 0 : HANDLE;
        assert.equal(lora[name](handle, ...rest), expected, `handle ${handle}`);
        assert.ok(raw.memoryOf(lora).equals(before), `handle ${handle}`);
      }
      // The same arguments with the right handle are fine.
      const right = kinds[kind] ?? set;
      if (/write_(numbers|forward)/.test(name)) lora[name.replace('write', 'read')](right, rest[0]);
      if (name === 'lora_click') lora.lora_join_space(right, space, 0);
      if (/(space|policy)_write_row/.test(name))
        lora[name.replace('write', 'read')](right, ...rest);
      assert.ok(lora[name](right, ...rest) >= 0);
    });
  }

  test(`${file}: refused arguments change no byte`, async () => {
    for (const [name, args, status] of refused) {
      const lora = await raw.instantiate(file, 1 << 17);
      const handles = raw.populate(lora);
      const before = raw.memoryOf(lora);
      const given = args(handles);
      assert.equal(lora[name](...given), status, `${name}(${given})`);
      // What was asked for in vain is remembered, and nothing else.
      if (status === MEMORY) {
        if (name !== 'lora_grow')
          assert.ok(lora.lora_memory_wanted() > lora.lora_memory_largest_free());
        const handlesAfter = [
          lora.lora_adapt_count(handles.set, 1),
          lora.lora_trajectory_length(handles.ring),
        ];
        assert.deepEqual(handlesAfter, [1, 1]);
        assert.equal(lora.lora_adapt(handles.set, 1, 1, 1), 0);
      } else {
        assert.ok(raw.memoryOf(lora).equals(before), `${name}(${given})`);
      }
    }
  });

  test(`${file}: NaN in a vector changes no byte`, async () => {
    const calls = {
      lora_forward: ({ set }) => [set, 1, 1, 1],
      lora_adapt: ({ set }) => [set, 1, 1, 1],
      lora_learn: ({ set }) => [set, 1, 1],
      lora_write_row: ({ set }) => [set, 1, 0, 1],
      lora_trajectory_record: ({ ring }) => [ring, 2, 5, 45, 120],
      lora_check: () => [8],
      lora_score: ({ set }) => [set, 1, 1, 0],
      lora_space_learn: ({ space }) => [space, 0, 1],
      lora_space_map: ({ space }) => [space, 1, 1],
      lora_space_check: ({ space }) => [space, 1],
      lora_space_write_row: ({ space }) => [space, 0],
      lora_policy_write_context: ({ policy }) => [policy, 1],
      lora_policy_set_context: ({ policy }) => [policy],
    };
    for (const [name, args] of Object.entries(calls)) {
      for (const value of [NaN, Infinity, -Infinity]) {
        for (let i = 0; i < 8; i++) {
          const lora = await raw.instantiate(file, 1 << 17);
          const handles = raw.populate(lora);
          const before = raw.memoryOf(lora);
          new Float32Array(lora.memory.buffer, lora.lora_transfer(), 8)[i] = value;
          assert.equal(lora[name](...args(handles)), NONFINITE, `${name}, ${value} at ${i}`);
          assert.ok(raw.memoryOf(lora).equals(before), `${name}, ${value} at ${i}`);
        }
      }
    }
  });

  test(`${file}: before any lora_grow nothing works and nothing traps`, async () => {
    const lora = await raw.instantiate(file, 0);
    assert.equal(lora.lora_version(), raw.VERSION);
    assert.equal(lora.lora_transfer_size(), 0);
    assert.equal(lora.lora_transfer(), 0);
    assert.equal(lora.lora_check(1), MEMORY);
    assert.equal(lora.lora_create(8, 8, 2, 1, 0.1, 0, 1, 1, 1, 0, 1), MEMORY);
    assert.equal(lora.lora_trajectory_create(8, 8, 17), MEMORY);
    assert.equal(lora.lora_space_create(8, 3), MEMORY);
    assert.equal(lora.lora_policy_create(8, 3, 2, 1, 0, 4, 0, 0, 1), MEMORY);
    for (const [, name, ...rest] of takers) {
      for (const handle of [0, 1, 1 << 18, (1 << 18) + 1]) {
        const expected = ADDRESSES.includes(name) ? 0 : HANDLE;
        assert.equal(lora[name](handle, ...rest), expected, name);
      }
    }
  });

  test(`${file}: no sequence of calls traps, and those that fail change no byte`, async () => {
    const functions = raw.signaturesOf(file).filter(({ name }) => name !== 'lora_grow');
    const word = (handles) =>
      fc.oneof(
        fc.constantFrom(...handles),
        fc.constantFrom(
          0,
          1,
          2,
          3,
          4,
          8,
          16,
          17,
          64,
          65,
          255,
          256,
          4097,
          8192,
          16385,
          0x7fffffff,
          0xffffffff,
        ),
        fc.nat(20),
        fc.integer(),
      );
    const number = fc.oneof(
      fc.constantFrom(0, 1, 0.5, -1, 1e-30, 3e38, 1e39, NaN, Infinity, -Infinity, 5e-324, 1.8e308),
      fc.double(),
    );
    const module = await WebAssembly.compile(read(file));
    const run = (indices, choose) => {
      const lora = new WebAssembly.Instance(module, {}).exports;
      lora.lora_grow(1 << 17);
      const { set, ring, space, policy } = raw.populate(lora);
      const handles = [set, ring, space, policy];
      for (const index of indices) {
        const { name, parameters, result } = functions[index];
        new Float32Array(lora.memory.buffer, lora.lora_transfer(), 16).fill(choose(number));
        const args = parameters.map((type) => choose(type === 'i32' ? word(handles) : number));
        const before = raw.memoryOf(lora);
        const answer = lora[name](...args);
        const label = `${name}(${args}) = ${answer}`;
        if (result === 'f64') assert.ok(answer >= -1 || (answer <= -2 && answer >= -13), label);
        if (returnsHandle.includes(name) && answer > 0) handles.push(answer);
        const failed = answer < -1 && !ADDRESSES.includes(name) && name !== 'lora_transfer';
        if (failed && answer !== MEMORY) assert.ok(raw.memoryOf(lora).equals(before), label);
      }
    };
    fc.assert(
      fc.property(
        fc.array(fc.nat(functions.length - 1), { minLength: 1, maxLength: 25 }),
        fc.gen(),
        (indices, gen) => run(indices, (arbitrary) => gen(() => arbitrary)),
      ),
      { numRuns: 250 },
    );
  });
}
