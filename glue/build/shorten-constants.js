// Makes constants of a module in text form shorter, for the build:
// node glue/build/shorten-constants.js FILE
//
// An f64.const takes 9 bytes and a v128.const 18. A small whole number converted from an i32.const
// takes 3, four equal lanes splatted from one 4 to 8; compilers of engines fold both, so the machine
// code is that of the constant. Bits stay: these conversions are exact, and -0 is left as it is.
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

// What an i32.const holds in at most two bytes, sign included.
const LARGEST = 2 ** 13 - 1;

/** @param {string} text of a float constant */
function isSmallInteger(text) {
  const value = Number(text);
  return Number.isInteger(value) && Math.abs(value) <= LARGEST && !Object.is(value, -0);
}

/** @param {string} wat */
export const shorten = (wat) =>
  wat
    .replace(/\((f32|f64)\.const (-?[\d.e+]+)\)/g, (constant, type, value) =>
      isSmallInteger(value) ? `(${type}.convert_i32_s (i32.const ${Number(value)}))` : constant,
    )
    .replace(/\(v128\.const i32x4 (0x[0-9a-f]{8}) \1 \1 \1\)/g, (_, lane) =>
      Number(lane) === 0
        ? '(i8x16.splat (i32.const 0))'
        : `(i32x4.splat (i32.const ${Number(lane) | 0}))`,
    );

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [file] = process.argv.slice(2);
  writeFileSync(file, shorten(readFileSync(file, 'utf8')));
}
