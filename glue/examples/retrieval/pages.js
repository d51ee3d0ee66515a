// Where the manual pages are: the files of two Debian packages, or those of a folder.
import { spawnSync } from 'node:child_process';
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { UsageError } from '../common/usage.js';
import { isAlias, parsePage } from './troff.js';

const PACKAGES = ['manpages', 'manpages-dev'];
const PAGE = /\.\d\w*(\.gz)?$/;

function filesOfPackages() {
  const { status, stdout } = spawnSync('dpkg', ['-L', ...PACKAGES], { encoding: 'utf8' });
  if (status !== 0) {
    throw new UsageError(
      `The Debian packages ${PACKAGES.join(' and ')} are not installed. Install them with: ` +
        `sudo apt-get install ${PACKAGES.join(' ')}\nor name a folder of pages with --pages.`,
    );
  }
  return stdout.split('\n').filter((file) => file.startsWith('/usr/share/man/man'));
}

function filesOfFolder(folder) {
  try {
    return readdirSync(folder, { recursive: true }).map((file) => join(folder, file));
  } catch (error) {
    throw new UsageError(`--pages: cannot read ${folder}: ${error.message}`);
  }
}

function read(file) {
  const bytes = readFileSync(file);
  return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

/**
 * The pages in the order of their file names. A page that only points to another one, as a link or
 * by `.so`, is no page of its own.
 */
export function readPages(folder) {
  const files = (folder === undefined ? filesOfPackages() : filesOfFolder(folder))
    .filter((file) => PAGE.test(file) && lstatSync(file).isFile())
    .sort();
  const pages = [];
  for (const file of files) {
    const source = read(file);
    const page = isAlias(source) ? undefined : parsePage(source);
    if (page !== undefined) pages.push({ title: basename(file, '.gz'), ...page });
  }
  return pages;
}
