// What was seen against what must be, and the tables that say so.
import Table from 'cli-table3';
import prettier from 'prettier';

const MOST_ERROR = 0.01;

const EDITIONS = ['full', 'small'];

/**
 * The checks of programs/check.js, by what they must see: `reference` is what Node saw in that edition, and
 * `full` what it saw in the full one.
 */
export const CHECKS = [
  { id: 'import', label: 'import', accepts: (seen, reference) => seen === reference.import.value },
  { id: 'learns', label: 'learns', accepts: (seen) => seen < MOST_ERROR },
  { id: 'bits', label: 'same bits', accepts: (seen, reference) => seen === reference.bits.value },
  {
    id: 'shared',
    label: 'one hash',
    accepts: (seen, reference, full) => seen === full.shared.value,
  },
  { id: 'scalar', label: 'scalar', accepts: (seen, reference) => seen === reference.bits.value },
  {
    id: 'initSync',
    label: 'initSync',
    accepts: (seen, reference) => seen === reference.bits.value,
  },
  { id: 'files', label: 'files', accepts: (seen, reference) => seen === reference.files.value },
];

/**
 * A row of the table.
 *
 * @param {{ how: string, note?: string, mustBeRefused?: boolean }} row
 * @param {{ version?: string, bytes?: string, outcome?: any, error?: string }} result
 * @param {any} reference
 */
export function judge({ how, note, mustBeRefused }, result, reference) {
  const { version = '', bytes = '', outcome, error } = result;
  const base = { how, note: note ?? '', version, bytes, refused: false, cells: {} };
  if (error !== undefined) return { ...base, problems: [error] };
  if (mustBeRefused) {
    const refused = outcome.refused === true;
    return { ...base, refused, problems: refused ? [] : ['it was not refused'] };
  }
  const problems = [];
  for (const { id, label, accepts } of CHECKS) {
    base.cells[id] = true;
    for (const edition of EDITIONS) {
      const seen = outcome[edition]?.[id] ?? { error: 'nothing was seen' };
      if (seen.error === undefined && accepts(seen.value, reference[edition], reference.full)) {
        continue;
      }
      base.cells[id] = false;
      problems.push(`${edition}, ${label}: ${seen.error ?? `saw ${seen.value}`}`);
    }
  }
  return { ...base, problems };
}

const mark = (row, id) => (row.refused ? 'refused' : row.cells[id] ? 'yes' : 'NO');
const name = (group, row) => (row.how ? `${group.label}, ${row.how}` : group.label);
const hasBytes = (groups) => groups.some(({ rows }) => rows.some(({ bytes }) => bytes));

/** All cells, for a terminal. */
export function printed(groups) {
  const table = new Table({
    head: ['', 'version', ...CHECKS.map(({ label }) => label), 'all → only MicroLoRA'],
    style: { head: [], border: [], compact: true },
  });
  for (const group of groups) {
    for (const row of group.rows) {
      table.push([
        name(group, row),
        row.version,
        ...CHECKS.map(({ id }) => mark(row, id)),
        row.bytes,
      ]);
    }
  }
  const problems = groups.flatMap((group) =>
    group.rows.flatMap((row) => row.problems.map((problem) => `${name(group, row)}: ${problem}`)),
  );
  return [table.toString(), ...problems].join('\n');
}

const line = (cells) => `| ${cells.join(' | ')} |`;
const ruler = (count) => line(Array(count).fill('---'));

function cellsTable(groups) {
  const bytes = hasBytes(groups);
  const head = ['', 'version', ...CHECKS.map(({ label }) => label)];
  if (bytes) head.push('bytes');
  head.push('note');
  return [
    line(head),
    ruler(head.length),
    ...groups.flatMap((group) =>
      group.rows.map((row) =>
        line([
          name(group, row),
          row.version,
          ...CHECKS.map(({ id }) => mark(row, id)),
          ...(bytes ? [row.bytes] : []),
          [row.note, ...row.problems].filter(Boolean).join('; ').replace(/[|\n]/g, ' '),
        ]),
      ),
    ),
  ].join('\n');
}

/** The page with all cells. */
export function page(groups, reference, options) {
  const table = (wanted) => cellsTable(groups.filter(({ kind }) => kind === wanted));
  const text = `# Runtimes and bundlers

Written by \`make matrix\`. Each row uses the packed tarball, installed by npm in an empty folder, and
runs [\`programs/check.js\`](programs/check.js) with both editions, \`microlora\` and \`microlora/small\`. A
cell says yes where both do it:

- **import**: all names are there, and \`init()\` gives an engine with SIMD.
- **learns**: \`MicroLoRA\` with default options learns a map of rank 2 at dim 32; the relative error at
  inputs never seen is below 1 %.
- **same bits**: mixed calls of all that the edition has give the hash that Node gives:
  ${reference.full.bits.value} of the full one, ${reference.small.bits.value} of the small one.
- **one hash**: mixed calls of what both have give one hash in both, ${reference.full.shared.value}.
- **scalar**: the build without SIMD gives the same hash.
- **initSync**: so does the engine of \`initSync()\`, called before anything else.
- **files**: objects saved by \`microlora/safetensors\` in the middle of things and loaded again, in the engine
  of the main entry, go on with the same bits as in Node 20.

## Runtimes

${table('runtimes')}

A page opened from \`file:\` cannot load a module from a file beside it, whatever is in that file.
Chromium's console says "Access to script at 'file:///...' from origin 'null' has been blocked by CORS
policy", Firefox's nothing; in these and in WebKit the page sees the script element's \`error\` event. That
is tested, and would fail here if a browser began to allow it. What works is a bundle, as a classic script
or inside \`<script type="module">\`.

## Bundlers

Without any configuration. The page that was built runs in Chromium. Bytes: JavaScript with everything
imported and with \`MicroLoRA\` alone, where no text of the classes with the published names may be left;
of both about 40 KB are the WebAssembly. The chunk for places without SIMD is a file of its own and not in them.

${table('bundlers')}
`;
  return prettier.format(text, { parser: 'markdown', ...options });
}
