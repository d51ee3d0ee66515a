// microlora/safetensors: adapters and trajectories as files, and to and from Python. The types, and
// with them the manual.
import type {
  EmbeddingSpace,
  Engine,
  MicroLoRA,
  MicroLoRAOptions,
  Policy,
  ScopedLoRA,
  TrajectoryBuffer,
  WasmMicroLoRA,
  WasmScopedLoRA,
  WasmTrajectoryBuffer,
} from './microlora.js';
import type * as small from './small.js';

/** What a file can hold; of a compat object (`WasmMicroLoRA`), the one behind it. */
export type Savable =
  | (MicroLoRA | ScopedLoRA | TrajectoryBuffer | EmbeddingSpace | Policy)
  | (small.MicroLoRA | small.ScopedLoRA)
  | (WasmMicroLoRA | WasmScopedLoRA | WasmTrajectoryBuffer);

/** Of {@link save}. */
export interface SaveOptions {
  /**
   * Strings of your own that the file carries, such as the name of the embedding model: `load` checks
   * them on request, `inspect` gives them back. Names other than `format` and `microlora.*`.
   */
  metadata?: Readonly<Record<string, string>>;
}

/**
 * An object as the bytes of a safetensors file, with all that belongs to it: weights, optimizer state,
 * counts, options, waiting gradients, the state of the noise, the last forward. The same object gives
 * the same bytes. Any reader of safetensors can open it: `A` (rank, in) and `B` (rank, out), for a
 * set `scopes.<name>.A`, `categories.<number>.A` and so on.
 *
 * @throws `LORA_E_TYPE`, `LORA_E_OPTION` for the metadata, `LORA_E_HANDLE`, `LORA_E_MEMORY`
 */
export function save(object: Savable, options?: SaveOptions): Uint8Array<ArrayBuffer>;

/** Of {@link load}. */
export interface LoadOptions {
  /** Where the object is to live; by default in the shared engine. */
  engine?: Engine;
  /**
   * That of adapters which learned in one, as it was when they were saved: load it first. Only its length is
   * checked; `expect` tells one corpus from another.
   */
  space?: EmbeddingSpace;
  /** Metadata that the file must have: one learned for another model is refused. */
  expect?: Readonly<Record<string, string>>;
}

/**
 * The object that {@link save} was given. Whatever is called next gives the same bits as it would have
 * given there; the views `input`, `output` and `gradient` are what they were too. With `sharedIO`,
 * loading counts as a forward of the object for those it shares with.
 *
 * @throws `LORA_E_FILE` for a file that is damaged in any byte, cut, of another format or version, or
 *   not as expected; the message says what and where. `LORA_E_MEMORY`, `LORA_E_INIT`, `LORA_E_TYPE`,
 *   `LORA_E_OPTION`. Nothing is left in memory then.
 */
export function load(
  file: ArrayBufferView | ArrayBufferLike,
  options?: LoadOptions,
): MicroLoRA | ScopedLoRA | TrajectoryBuffer | EmbeddingSpace | Policy;

/** One tensor of a file. */
export interface TensorInfo {
  /** Such as `A`, `scopes.Scan.B`, `categories.0.numbers`. */
  name: string;
  /** `F32`, `F64`, `U8`, ...: as the format names them, also types that nothing here reads. */
  dtype: string;
  /** Its dimensions; of A (rank, in), of B (rank, out). */
  shape: number[];
}

/** What {@link inspect} finds. */
export interface FileInfo {
  /** `undefined` for a safetensors file that {@link save} did not write. */
  kind: 'MicroLoRA' | 'ScopedLoRA' | 'TrajectoryBuffer' | 'EmbeddingSpace' | 'Policy' | undefined;
  /** The strings of whoever saved it. */
  metadata: Record<string, string>;
  /** In the order in which they lie in the file. */
  tensors: TensorInfo[];
}

/**
 * What is in a file, without an engine. Checks it as {@link load} does, but for what tensors hold.
 *
 * @throws `LORA_E_FILE`, `LORA_E_TYPE`
 */
export function inspect(file: ArrayBufferView | ArrayBufferLike): FileInfo;

/** Of {@link exportPeft}. */
export interface ExportPeftOptions {
  /** Which module of the base model this adapts, as `model.layers.0.self_attn.q_proj`. */
  module: string;
  /** Goes into `base_model_name_or_path`. */
  baseModel?: string | null;
  /** Of the weights. `F16` rounds to the nearest, and refuses what is too large for it. */
  dtype?: 'F32' | 'F16';
}

/** The files of an adapter in the layout of Hugging Face PEFT. */
export interface PeftFiles<Config = string, Weights = Uint8Array<ArrayBuffer>> {
  /** Rank, alpha and modules, as JSON. */
  'adapter_config.json': Config;
  /** `lora_A.weight` (rank, in) and `lora_B.weight` (out, rank) of each module. */
  'adapter_model.safetensors': Weights;
}

/**
 * An adapter as PEFT keeps it: the delta alpha * B^T A on the module's matrix; so a module whose base
 * is the identity for a `{ dim }` adapter. `lora_alpha` is alpha * rank, rounded so that it gives alpha
 * back. A set gives one module for each
 * scope, `<module>.<scope>`, with what the scope uses: its own adapter or its category's.
 *
 * @throws `LORA_E_TYPE`, `LORA_E_OPTION`, `LORA_E_RANGE` for a weight too large for F16
 */
export function exportPeft(
  adapter: Exclude<Savable, TrajectoryBuffer | WasmTrajectoryBuffer | EmbeddingSpace | Policy>,
  options: ExportPeftOptions,
): PeftFiles;

/**
 * A module of a PEFT adapter; `alpha` is the one of {@link MicroLoRAOptions}. One that cannot be read, or
 * that A and B alone do not describe, has a `reason`, and its four numbers are NaN.
 */
export interface PeftModule {
  /** Its name in the base model. */
  module: string;
  /** Length of its input. */
  in: number;
  /** Length of its output. */
  out: number;
  /** `r`, or that of `rank_pattern`. */
  rank: number;
  /** `lora_alpha` / r, or over the root of r with rsLoRA: what multiplies B A. */
  alpha: number;
  /** Why it cannot be read, in words. */
  reason?: string;
}

/** Of {@link importPeft}: which module, and how it is to learn on. */
export type ImportPeftOptions = Omit<MicroLoRAOptions, 'dim' | 'in' | 'out' | 'rank' | 'alpha'> & {
  /** The name of the module, as the list has it. */
  module: string;
  /** y = x + delta(x), or delta(x) alone; by default the first where in is out. */
  residual?: boolean;
};

/** The two files as they were read: bytes, the configuration also as text. */
export type AnyPeftFiles = PeftFiles<
  string | ArrayBufferView | ArrayBufferLike,
  ArrayBufferView | ArrayBufferLike
>;

/**
 * The modules of a PEFT adapter, or with `module` one of them as an adapter, with options as
 * {@link MicroLoRA} has them. F32, F16 and BF16; `rank_pattern`, `alpha_pattern`, `use_rslora` and
 * `fan_in_fan_out` (of which A and B do not depend) mean what they mean there. The patterns are regular
 * expressions of Python, without back references and looking around.
 *
 * A module that cannot be read does not hide the others: the list has the reason, and only asking for it
 * throws. The list looks at shapes and types; whether all numbers are finite shows when one is read.
 *
 * @throws `LORA_E_FILE` for files that are not well-formed, for a setting that may change what A and B
 *   mean, by its name, and for a module that cannot be read or is not there; as the constructor of
 *   {@link MicroLoRA}
 */
export function importPeft(files: AnyPeftFiles): PeftModule[];
export function importPeft(files: AnyPeftFiles, options: ImportPeftOptions): MicroLoRA;
