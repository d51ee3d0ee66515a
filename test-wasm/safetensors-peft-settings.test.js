// Every setting of the newest PEFT (test-wasm/fixtures/peft/fields.json) either cannot change what A and B
// mean, or is refused by its name when it is set; as is any setting that is not known.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importPeft } from '../dist/safetensors.js';
import { read } from './support/helpers.js';
import { build } from './support/safetensors-file.js';

const CONFIG = 'adapter_config.json';
const { fields, later, earlier } = JSON.parse(read('test-wasm/fixtures/peft/fields.json'));
const all = { ...fields, ...later, ...earlier };
const WEIGHTS = build(
  {
    'base_model.model.m.lora_A.weight': { dtype: 'F32', shape: [8, 1], data_offsets: [0, 32] },
    'base_model.model.m.lora_B.weight': { dtype: 'F32', shape: [1, 8], data_offsets: [32, 64] },
  },
  new Uint8Array(64),
);
const list = (settings) =>
  importPeft({
    [CONFIG]: JSON.stringify({ ...all, peft_type: 'LORA', ...settings }),
    'adapter_model.safetensors': WEIGHTS,
  });
const PLAIN = [{ module: 'm', in: 1, out: 1, rank: 8, alpha: 1 }];

/** What a setting may be, where that does not change what A and B mean. */
const harmless = {
  auto_mapping: [{ base_model_class: 'Net', parent_library: '__main__' }],
  base_model_name_or_path: ['someone/some-model', ''],
  bias: ['none', 'all', 'lora_only'],
  corda_config: [{ corda_method: 'ipm' }],
  ensure_weight_tying: [true],
  eva_config: [{ rho: 2, tau: 0.99 }],
  exclude_modules: [['lm_head'], '.*head'],
  fan_in_fan_out: [true],
  inference_mode: [true],
  init_lora_weights: [false, null, 'gaussian', 'eva', 'orthogonal', 'mica'],
  layers_pattern: ['layers', ['h']],
  layers_to_transform: [3, 0, [0, 1]],
  loftq_config: [{ loftq_bits: 4 }],
  lora_dropout: [0.05, 0, 1],
  lora_ga_config: [{ direction: 'ArB2r' }],
  megatron_core: [null, 'megatron.core'],
  merge_weights: [true],
  modules_to_save: [['classifier', 'score']],
  peft_version: ['0.20.0', '0.20.1.dev0@UNKNOWN'],
  qalora_group_size: [32],
  revision: ['main'],
  runtime_config: [{ ephemeral_gpu_offload: true }],
  target_modules: [['q_proj'], 'q_proj', 'all-linear', '.*\\.(q|v)_proj'],
  task_type: ['CAUSAL_LM'],
  trainable_token_indices: [[0, 1], { embed_tokens: [5] }],
};
/** What is read, and what it does. */
const readable = ['alpha_pattern', 'lora_alpha', 'peft_type', 'r', 'rank_pattern', 'use_rslora'];
/** What changes the meaning of A and B, as it may be set. */
const refused = {
  alora_invocation_tokens: [[1, 2]],
  arrow_config: [{ top_k: 3 }],
  enable_lora: [[true, false, true]],
  init_lora_weights: [
    'pissa',
    'pissa_niter_16',
    'olora',
    'corda',
    'loftq',
    'lora_ga',
    'new',
    1,
    {},
  ],
  kasa_config: [{ beta: 1e-4, gamma: 1e-3 }],
  layer_replication: [
    [
      [0, 4],
      [2, 5],
    ],
  ],
  lora_bias: [true],
  megatron_config: [{ tensor_model_parallel_size: 2 }],
  monteclora_config: [{ num_samples: 8 }],
  target_parameters: [['experts.gate_up_proj']],
  use_bdlora: [{ nblocks: 2 }],
  use_dora: [true, 1, 'true'],
  use_qalora: [true],
  velora_config: [{ num_groups: 64 }],
};

test('every setting of PEFT is harmless, read or refused', () => {
  for (const name of Object.keys(all)) {
    assert.ok(name in harmless || name in refused || readable.includes(name), name);
  }
});

test('defaults, absent and unset settings are plain LoRA', () => {
  assert.deepEqual(list({}), PLAIN);
  for (const name of Object.keys(all).filter((one) => one !== 'peft_type')) {
    assert.deepEqual(list({ [name]: all[name] }), PLAIN, name);
    assert.deepEqual(list({ [name]: undefined }), PLAIN, name);
  }
  for (const name of [...Object.keys(refused), 'new_setting']) {
    if (name === 'init_lora_weights') continue;
    for (const value of [null, false, []]) assert.deepEqual(list({ [name]: value }), PLAIN);
  }
});

test('a setting that cannot change A and B may be anything', () => {
  for (const [name, values] of Object.entries(harmless)) {
    for (const value of values) assert.deepEqual(list({ [name]: value }), PLAIN, name);
  }
});

test('any other setting is refused by its name', () => {
  const unknown = {
    new_setting: [1, 0, 'x', '', true, [1], {}, { a: 1 }],
    toString: [1],
    __proto__: [1],
  };
  for (const [name, values] of [
    ...Object.entries(refused),
    ...Object.entries(unknown),
    ['__proto__', [1]],
  ]) {
    for (const value of values) {
      const config = JSON.stringify({ peft_type: 'LORA' }).replace(
        '}',
        `,${JSON.stringify(name)}:${JSON.stringify(value)}}`,
      );
      assert.throws(
        () => importPeft({ [CONFIG]: config, 'adapter_model.safetensors': WEIGHTS }),
        ({ code, message }) =>
          code === 'LORA_E_FILE' && message.startsWith(`adapter_config.json: ${name} is `),
        `${name}: ${JSON.stringify(value)}`,
      );
    }
  }
  const long = 'x'.repeat(1000);
  assert.throws(
    () => list({ [long]: long }),
    ({ message }) => message.length < 300,
  );
});
