// The command line: flags, their meaning, and what to do about a wrong one.
import { parseArgs } from 'node:util';
import { UsageError } from '../common/usage.js';

export const HELP = `Learns which plan SQLite should run, on a generated sales database in memory.

usage: node query-optimizer/main.js [options]

  --seed N        seed of the data, the queries and the policy (default 7)
  --seeds LIST    a line of figures for each of these seeds, such as 0-9 or 3,5, and their means
  --quick         fewer queries: a first impression in about 15 seconds
  --paired        SQLite's own plan runs beside each training query, as its baseline
  --no-estimate   the policy is not told how long SQLite's own plan takes for other parameters
  --out FILE      where to write the chart (default ./query-optimizer.svg)
  --check         only check that all plans of a query return the same rows
  --help          this text`;

export const OPTIONS = {
  seed: { type: 'string', default: '7' },
  seeds: { type: 'string' },
  quick: { type: 'boolean', default: false },
  paired: { type: 'boolean', default: false },
  'no-estimate': { type: 'boolean', default: false },
  out: { type: 'string', default: 'query-optimizer.svg' },
  check: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
};

/** 0-9 or 3,5,7-8 as a list of numbers. */
function readSeeds(text) {
  const parts = text.split(',').map((part) => /^(\d{1,9})(?:-(\d{1,9}))?$/.exec(part) ?? []);
  return parts.flatMap(([, first, last = first]) => {
    const count = last - first + 1;
    if (!(count > 0)) {
      throw new UsageError(`--seeds ${text} is not a list of whole numbers. Try --seeds 0-9.`);
    }
    return Array.from({ length: count }, (_, i) => Number(first) + i);
  });
}

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
  const seeds = values.seeds === undefined ? undefined : readSeeds(values.seeds);
  return { ...values, seeds, seed: Number(values.seed), estimate: !values['no-estimate'] };
}
