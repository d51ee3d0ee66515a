// Safetensors files made and taken apart without the code that is tested.
import { crc32 } from 'node:zlib';

export const HEADER = 8;

/** @param {string | Uint8Array | object} header */
export function build(header, data = new Uint8Array(0)) {
  const text = typeof header === 'string' ? header : JSON.stringify(header);
  const json = header instanceof Uint8Array ? header : new TextEncoder().encode(text);
  const bytes = new Uint8Array(HEADER + json.length + data.length);
  new DataView(bytes.buffer).setUint32(0, json.length, true);
  bytes.set(json, HEADER);
  bytes.set(data, HEADER + json.length);
  return bytes;
}

/** The header, its length, where the data starts, and a copy of the data. */
export function parse(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getUint32(0, true);
  const start = HEADER + length;
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(HEADER, start)));
  return { header, length, start, data: bytes.slice(start) };
}

/** A file of microlora with the checksum that it should have: of all bytes, with zeros for its own. */
export function sealed(header, data) {
  header.__metadata__['microlora.checksum'] = '00000000';
  const text = JSON.stringify(header);
  const padded = (json) => build(json + ' '.repeat((8 - (Buffer.byteLength(json) % 8)) % 8), data);
  const digits = crc32(padded(text)).toString(16).padStart(8, '0');
  return padded(
    text.replace('"microlora.checksum":"00000000"', `"microlora.checksum":"${digits}"`),
  );
}
