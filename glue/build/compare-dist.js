// Compares two dist folders byte for byte: node glue/build/compare-dist.js build/dist dist
//
// Only the same compiler gives the same bytes, so with another one this warns and does not fail.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const BUILDINFO = 'BUILDINFO';

/** Every file of a folder but hidden ones, which make leaves there: name to bytes. */
function readFolder(folder) {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return new Map(
    names
      .filter((name) => !name.startsWith('.'))
      .sort()
      .map((name) => [name, readFileSync(join(folder, name))]),
  );
}

/** The second line of BUILDINFO. */
const compilerOf = (files) =>
  files.get(BUILDINFO)?.toString().split('\n')[1] ?? 'no compiler named';

/** One line for each file that is not the same in both. */
export function differences(built, committed) {
  const names = [...new Set([...built.keys(), ...committed.keys()])].sort();
  return names.flatMap((name) => {
    const [mine, theirs] = [built.get(name), committed.get(name)];
    if (theirs === undefined) return [`missing    ${name} (${mine.length} bytes when built)`];
    if (mine === undefined) return [`extra      ${name} (${theirs.length} bytes, not built)`];
    if (mine.equals(theirs)) return [];
    const at = mine.findIndex((byte, i) => byte !== theirs[i]);
    const first = at < 0 ? Math.min(mine.length, theirs.length) : at;
    return [
      `different  ${name} (${theirs.length} bytes, ${mine.length} when built; first at byte ${first})`,
    ];
  });
}

/** The exit code, after printing why. */
export function compare(builtFolder, committedFolder, print = console.log) {
  const built = readFolder(builtFolder);
  const committed = readFolder(committedFolder);
  if (built.size === 0) {
    print(`${builtFolder} is empty or does not exist; build it first: make dist`);
    return 1;
  }
  const lines = differences(built, committed);
  if (lines.length === 0) {
    print(`${committedFolder} is what the sources give: ${built.size} files, byte for byte`);
    return 0;
  }
  const [here, there] = [compilerOf(built), compilerOf(committed)];
  if (committed.has(BUILDINFO) && here !== there) {
    print(`WARNING: ${committedFolder} was built by another compiler, so it was not compared.`);
    print(`  ${committedFolder}: ${there}`);
    print(`  here: ${here}`);
    print('  To compare, install that version: apt-get install clang-19 lld-19 on Debian 12,');
    print('  or name it: make test-dist WASM_CXX=... WASM_LD=...');
    return 0;
  }
  print(`${committedFolder} is not what the sources give:`);
  for (const line of lines) print(`  ${line}`);
  print('Run `make dist` and commit dist/ in a commit of its own.');
  return 1;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [built, committed] = process.argv.slice(2);
  if (committed === undefined) {
    console.error('usage: node glue/build/compare-dist.js <built folder> <committed folder>');
    process.exit(2);
  }
  process.exit(compare(built, committed));
}
