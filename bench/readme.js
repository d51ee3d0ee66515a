// Writes the tables of README.md and bench/README.md from results/latest.json, between their markers.
import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';

const at = (name) => new URL(`../${name}`, import.meta.url);
const { cases, targets, rounds } = JSON.parse(
  readFileSync(at('bench/results/latest.json'), 'utf8'),
);

/** What README.md shows, of the cases in cases.js. */
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

const rounded = (ns) => (ns >= 10000 ? `${Math.round(ns / 1000)} 000` : `${Math.round(ns)}`);
const times = (ratio) => `${ratio >= 20 ? Math.round(ratio) : ratio.toFixed(1)}x`;

function cell({ columns, ratios }, column) {
  if (columns[column] === undefined) return '';
  const ns = rounded(columns[column].median);
  return column === 'simd' || column === 'native' ? ns : `${ns} (${times(ratios[column].median)})`;
}

const row = (cells) => `| ${cells.join(' | ')} |`;

function speedTable() {
  const columns = ['simd', 'native', 'published', 'plain', 'tfjs'];
  const head = ['microlora', 'native C++', 'published package', 'plain JS', 'TensorFlow.js'];
  return [
    row(['ns per call, dim 256, rank 2', ...head]),
    row(Array(6).fill('---')),
    ...Object.entries(SHOWN).map(([id, label]) =>
      row([label, ...columns.map((column) => cell(cases[id], column))]),
    ),
  ].join('\n');
}

function targetTable() {
  const number = (value, unit) =>
    unit === 'ns' ? `${value.toFixed(0)} ns` : `${value.toFixed(2)}x`;
  return [
    `From the run in \`results/latest.json\`, ${rounds} rounds:\n`,
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

async function write(name, table) {
  const text = readFileSync(at(name), 'utf8');
  const parts = /(<!-- bench\/readme\.js writes from here -->\n)[^]*(<!-- to here: bench -->)/;
  if (!parts.test(text)) throw new Error(`${name} has no place for the table`);
  const filled = text.replace(parts, (_, from, to) => `${from}\n${table}\n\n${to}`);
  const options = { ...(await resolveConfig(at(name))), parser: 'markdown' };
  writeFileSync(at(name), await format(filled, options));
  console.log(`written: ${name}`);
}

await write('README.md', speedTable());
await write('bench/README.md', targetTable());
