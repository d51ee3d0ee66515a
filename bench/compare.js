// Two results of run.js, or two of growth.js, beside each other: what became slower, what faster.
import { readFileSync } from 'node:fs';
import Table from 'cli-table3';
import { parseOptions, runProgram, UsageError } from '../test-wasm/support/command-line.js';
import { COLUMNS } from './cases.js';
import { formatNs, labelOf } from './report.js';

const PROGRAM = 'node bench/compare.js';

const options = {
  help: { type: 'boolean', default: false },
  threshold: { type: 'string', default: '5' },
};

const HELP = `${PROGRAM} old.json new.json: two results of bench/run.js or of bench/growth.js beside each other
  --threshold P   changes of P percent or less do not count; 5
  --help          this
Ours are compared relative to another column in the same run, so that a slower machine does not look
like slower code: the published package, or plain JavaScript, or native, the first that both have.
A change counts where the quartiles of the two runs do not overlap either.`;

const REFERENCES = ['published', 'plain', 'native'];

function read(file) {
  let text;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(
      `${file} cannot be read (${error.code}); give two results of bench/run.js or bench/growth.js`,
    );
  }
  try {
    const results = JSON.parse(text);
    if (typeof results.cases === 'object') return results;
  } catch {
    // Said below.
  }
  throw new UsageError(`${file} is not a result of bench/run.js or bench/growth.js`);
}

const kindOf = ({ kind = 'cases' }) => kind;

// How ours stands to a reference. The JSON has the ratio the other way round.
const relative = ({ ratios }, reference) => ({
  median: 1 / ratios[reference].median,
  p25: 1 / ratios[reference].p75,
  p75: 1 / ratios[reference].p25,
});

/** @returns {'slower' | 'faster' | ''} */
function judge(before, after, threshold) {
  const change = after.median / before.median - 1;
  if (change > threshold && after.p25 > before.p75) return 'slower';
  if (change < -threshold && after.p75 < before.p25) return 'faster';
  return '';
}

const percent = (change) => `${change < 0 ? '-' : '+'}${Math.abs(change * 100).toFixed(1)} %`;

function compare(older, newer, threshold) {
  const rows = [];
  for (const [id, after] of Object.entries(newer.cases)) {
    const before = older.cases[id];
    const reference = REFERENCES.find((each) => before?.ratios[each] && after.ratios[each]);
    if (reference === undefined) continue;
    const [from, to] = [relative(before, reference), relative(after, reference)];
    rows.push({
      id,
      times: COLUMNS.map(({ id: column }) =>
        [before, after].map(({ columns }) => columns[column]?.median),
      ),
      reference,
      ratios: [1 / from.median, 1 / to.median],
      change: to.median / from.median - 1,
      verdict: judge(from, to, threshold),
    });
  }
  return rows;
}

await runProgram(async () => {
  const { values, positionals } = parseOptions(PROGRAM, options, process.argv.slice(2), true);
  if (values.help) {
    console.log(HELP);
    return;
  }
  const threshold = Number(values.threshold) / 100;
  if (!(threshold >= 0)) {
    throw new UsageError(`--threshold must be a number of percent, got ${values.threshold}`);
  }
  if (positionals.length !== 2) {
    throw new UsageError(`give two files: ${PROGRAM} old.json new.json`);
  }
  const [older, newer] = positionals.map(read);
  if (kindOf(older) !== kindOf(newer)) {
    throw new UsageError('one is a result of bench/run.js, the other of bench/growth.js');
  }
  const rows = compare(older, newer, threshold);
  const output = new Table({
    head: [
      'ns per call or vector, old > new',
      ...COLUMNS.map(({ label }) => label),
      'reference',
      'reference : ours',
      'ours',
      '',
    ],
    colAligns: ['left', ...Array(COLUMNS.length + 3).fill('right'), 'left'],
    style: { head: [], border: [], compact: true },
  });
  for (const { id, times, reference, ratios, change, verdict } of rows) {
    output.push([
      labelOf(id),
      ...times.map((pair) => pair.map((ns) => (ns ? formatNs(ns) : '-')).join(' > ')),
      COLUMNS.find((column) => column.id === reference).label,
      ratios.map((ratio) => ratio.toFixed(2)).join(' > '),
      percent(change),
      verdict,
    ]);
  }
  console.log(`old: ${older.commit}, ${older.date}\nnew: ${newer.commit}, ${newer.date}`);
  console.log(output.toString());
  for (const verdict of ['slower', 'faster']) {
    const names = rows.filter((row) => row.verdict === verdict).map(({ id }) => id);
    console.log(`${verdict}: ${names.join(', ') || 'none'}`);
  }
});
