// Writes tables into README.md and bench/README.md from results/latest.json, between their markers.
import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';

const at = (name) => new URL(`../${name}`, import.meta.url);
const read = (name) => JSON.parse(readFileSync(at(`bench/results/${name}`), 'utf8'));
const { cases } = read('latest.json');

/** What bench/README.md shows, of the cases in cases.js. */
const SHOWN = {
  'forward-views': '`forward()` on views',
  'forward-out': '`forward(x, out)`',
  'forward-new': '`forward(x)`, a new array',
  'adapt-views': '`adapt()` on views, `sgd`',
  'adapt-array': '`adapt(g)`, `sgd`',
  learn: '`learn(x, target)`, `sgd`',
  'learn-preconditioned': 'the same, `preconditioned`',
  'learn-momentum': 'the same, `momentum`',
  'learn-adamw': 'the same, `adamw`',
  'learn-huber': '`learn`, `sgd`, huber',
  'learn-cosine': '`learn`, `sgd`, cosine',
  'contrast-info-nce': '`contrast`, 8 negatives',
  'forward-batch-views': '`forwardBatch()` of 32, per vector',
  'adapt-batch-views': '`adaptBatch()` of 32, per vector',
  reward: '`adaptWithReward(r)`',
  'delta-norm': '`deltaNorm`',
  'scoped-forward-fallback': 'scoped `forward`, views, fallback on',
  'scoped-adapt-fallback': 'scoped `adapt`, views, fallback on',
  record: '`record`',
};

/** Of these, what README.md shows. */
const COMMON = [
  ...['forward-views', 'forward-out', 'adapt-array', 'learn', 'learn-preconditioned'],
  ...['scoped-forward-fallback', 'record'],
];

const rounded = (ns) => (ns >= 10000 ? `${Math.round(ns / 1000)} 000` : `${Math.round(ns)}`);
const times = (ratio) => `${ratio >= 20 ? Math.round(ratio) : ratio.toFixed(1)}x`;

function cell({ columns, ratios }, column) {
  if (columns[column] === undefined) return '';
  const ns = rounded(columns[column].median);
  return column === 'simd' || column === 'native' ? ns : `${ns} (${times(ratios[column].median)})`;
}

const row = (cells) => `| ${cells.join(' | ')} |`;

const COLUMNS = {
  simd: 'microlora',
  native: 'native C++',
  published: 'published package',
  plain: 'plain JS',
  tfjs: 'TensorFlow.js',
};

/**
 * @param {string[]} ids of cases
 * @param {string[]} columns
 */
const speedTable = (ids, columns) =>
  [
    row(['ns per call, dim 256, rank 2', ...columns.map((column) => COLUMNS[column])]),
    row(Array(columns.length + 1).fill('---')),
    ...ids.map((id) => row([SHOWN[id], ...columns.map((column) => cell(cases[id], column))])),
  ].join('\n');

/** @param {string} name of the results */
function targetTable(name) {
  const { targets, rounds } = read(name);
  const number = (value, unit) =>
    unit === 'ns' ? `${value.toFixed(0)} ns` : `${value.toFixed(2)}x`;
  return [
    `From the run in \`results/${name}\`, ${rounds} rounds:\n`,
    row(['target', 'beside', 'wanted', 'measured', '']),
    row(Array(5).fill('---')),
    ...targets.map(({ call, than, atLeast, atMost, unit, measured, met }) =>
      row([
        `\`${call}\``,
        than,
        `${atLeast === undefined ? 'at most' : 'at least'} ${atLeast ?? atMost}${unit === 'ns' ? ' ns' : 'x'}`,
        number(measured.median, unit),
        met ? 'met' : '**not met**',
      ]),
    ),
  ].join('\n');
}

/**
 * Puts a table into a page, in the place that its markers name.
 *
 * @param {string} name of the page
 * @param {string} what the table shows, as the markers say
 * @param {string} table
 */
async function write(name, what, table) {
  const text = readFileSync(at(name), 'utf8');
  const from = `<!-- make bench writes ${what} from here -->\n`;
  const to = `<!-- to here: ${what} -->`;
  const [before, rest] = text.split(from);
  const after = rest?.split(to)[1];
  if (after === undefined) throw new Error(`${name} has no place for ${what}`);
  const options = { ...(await resolveConfig(at(name))), parser: 'markdown' };
  const filled = await format(`${before}${from}\n${table}\n\n${to}${after}`, options);
  writeFileSync(at(name), filled);
  console.log(`written: ${name}, ${what}`);
}

const common = speedTable(COMMON, ['simd', 'native', 'published', 'plain']);
await write('README.md', 'the speed of common calls', common);
const all = speedTable(Object.keys(SHOWN), Object.keys(COLUMNS));
await write('bench/README.md', 'the speed of all calls', all);
await write('bench/README.md', 'the targets', targetTable('latest.json'));
await write('bench/README.md', 'the targets among our own calls', targetTable('own.json'));
