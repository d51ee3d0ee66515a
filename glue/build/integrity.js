// Keeps the hashes of dist/microlora.js in README.md true: node glue/build/integrity.js (make dist).
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/**
 * What the `integrity` of a script element is.
 *
 * @param {Uint8Array} bytes
 */
export const integrityOf = (bytes) =>
  `sha384-${createHash('sha384').update(bytes).digest('base64')}`;

/** A hash of sha384 in base64: 48 bytes, so 64 characters. */
export const INTEGRITY = /sha384-[A-Za-z0-9+/]{64}/g;

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const readme = readFileSync('README.md', 'utf8');
  const integrity = integrityOf(readFileSync('dist/microlora.js'));
  if (!INTEGRITY.test(readme)) throw new Error('README.md names no hash of dist/microlora.js');
  writeFileSync('README.md', readme.replace(INTEGRITY, integrity));
}
