// Whether a bundler drops what is not imported, in bytes. The three classes stay, as `load` may make any.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

// What only the compat classes have: a text that no minifier changes.
const OF_OTHERS = ['get_input_ptr'];

const KB = 1024;

/** A piece of the wasm inside the default entry, which the chunk with the scalar build has not. */
function pieceOfWasm(app) {
  const source = readFileSync(join(app, 'node_modules/microlora/dist/microlora.js'), 'utf8');
  const [packed] = source.match(/text:`([^`]{1000,})`/).slice(1);
  return packed.slice(500, 600);
}

/**
 * The JavaScript that holds the default entry. The chunk for places without SIMD is another file,
 * which is not counted.
 *
 * @param {string} app where the package is installed
 * @param {string} folder of the bundler's output
 */
function entryIn(app, folder) {
  const piece = pieceOfWasm(app);
  const texts = readdirSync(folder, { recursive: true })
    .filter((name) => /\.m?js$/.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .filter((text) => text.includes(piece));
  if (texts.length !== 1) throw new Error(`${texts.length} files in ${folder} hold the wasm`);
  return texts[0];
}

/**
 * @param {string} app
 * @param {{ all: string, only: string }} folders of the two outputs
 * @returns {string} for the table
 */
export function compareSizes(app, folders) {
  const all = entryIn(app, folders.all);
  const only = entryIn(app, folders.only);
  for (const text of OF_OTHERS) {
    if (!all.includes(text)) throw new Error(`${text} is not even in the bundle of everything`);
    if (only.includes(text)) throw new Error(`${text} is in the bundle of MicroLoRA alone`);
  }
  const kb = (text) => `${(Buffer.byteLength(text) / KB).toFixed(1)} KB`;
  return `${kb(all)} → ${kb(only)}`;
}
