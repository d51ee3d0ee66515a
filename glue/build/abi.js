// What the boundary says to the JavaScript: every number of lora.h and the names that an edition exports, as the
// module microlora:abi for the bundles and as its types: node glue/build/abi.js writes those to build/.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const NUMBER = /^#define LORA_(\w+) \(?(-?(?:0x)?[\da-f]+)u?\)?/gm;

/** The numbers of lora.h by their names, without LORA_. @returns {Map<string, number>} */
export const readNumbers = () =>
  new Map(
    [...readFileSync('abi/lora.h', 'utf8').matchAll(NUMBER)].map(([, name, value]) => [
      name,
      Number(value),
    ]),
  );

const isStatus = (/** @type {string} */ name) => name.startsWith('E_');

/**
 * The source of microlora:abi. LORA_E_HANDLE becomes STATUS.LORA_E_HANDLE, LORA_MAX_DIM becomes MAX_DIM.
 *
 * @param {string} version of the package
 */
export function moduleOf(version) {
  const numbers = [...readNumbers()];
  const status = numbers.filter(([name]) => isStatus(name)).map(([n, v]) => [`LORA_${n}`, v]);
  return [
    `export const VERSION = ${JSON.stringify(version)};`,
    `export const STATUS = ${JSON.stringify(Object.fromEntries(status))};`,
    ...numbers
      .filter(([name]) => !isStatus(name))
      .map(([name, value]) => `export const ${name} = ${value};`),
  ].join('\n');
}

/**
 * Its types, with what an edition exports: a call of anything else does not compile.
 *
 * @param {string} list file of names
 */
function typesOf(list) {
  const names = readFileSync(list, 'utf8').trim().split('\n');
  return `// Generated from abi/lora.h and ${list} by glue/build/abi.js.
declare module 'microlora:abi' {
  export type Code = import('../glue/microlora.js').LoraErrorCode;
  export const STATUS: Record<Code, number>;
  export const VERSION: string;
${[...readNumbers().keys()]
  .filter((name) => !isStatus(name))
  .map((name) => `  export const ${name}: number;`)
  .join('\n')}
  export type Export =
${names.map((name) => `    | '${name}'`).join('\n')};
}
`;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  mkdirSync('build', { recursive: true });
  writeFileSync('build/abi.d.ts', typesOf('abi/exports.txt'));
  writeFileSync('build/abi.small.d.ts', typesOf('abi/exports.small.txt'));
}
