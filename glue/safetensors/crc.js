// CRC-32, as in zip and PNG: it finds every change of up to 32 bits in a row.

const POLYNOMIAL = 0xedb88320;

/** Made when it is first needed, because an import does no work. @type {Int32Array | undefined} */
let table;

const makeTable = () =>
  Int32Array.from({ length: 256 }, (_, byte) => {
    let value = byte;
    for (let bit = 0; bit < 8; bit++) value = (value >>> 1) ^ (value & 1 ? POLYNOMIAL : 0);
    return value;
  });

/**
 * Of several pieces of bytes, one after the other, as 8 lowercase hex digits.
 *
 * @param {Uint8Array[]} pieces
 */
export function crc32(pieces) {
  table ??= makeTable();
  let crc = -1;
  for (const bytes of pieces) {
    for (let i = 0; i < bytes.length; i++) crc = table[(crc ^ bytes[i]) & 0xff] ^ (crc >>> 8);
  }
  return (~crc >>> 0).toString(16).padStart(8, '0');
}
