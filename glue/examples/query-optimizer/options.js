// The command line: flags, their meaning, and what to do about a wrong one.
import { parseArgs } from 'node:util';
import { UsageError } from '../common/usage.js';

export const HELP = `Learns which plan SQLite should run, on a generated sales database in memory.

usage: node query-optimizer/main.js [options]

  --seed N     seed of the data, the queries and the adapters (default 7)
  --quick      fewer queries: a first impression in about 15 seconds
  --out FILE   where to write the chart (default ./query-optimizer.svg)
  --check      only check that all plans of a query return the same rows
  --help       this text`;

const OPTIONS = {
  seed: { type: 'string', default: '7' },
  quick: { type: 'boolean', default: false },
  out: { type: 'string', default: 'query-optimizer.svg' },
  check: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
};

export function readOptions(args) {
  let values;
  try {
    ({ values } = parseArgs({ args, options: OPTIONS, strict: true, allowPositionals: false }));
  } catch (error) {
    throw new UsageError(`${error.message}\nRun with --help to see every option.`);
  }
  if (!/^\d{1,9}$/.test(values.seed)) {
    throw new UsageError(
      `--seed ${values.seed} is not a whole number from 0 to 999999999. Try --seed 7.`,
    );
  }
  if (values.out === '') throw new UsageError('--out needs a file name. Try --out chart.svg.');
  return { ...values, seed: Number(values.seed) };
}
