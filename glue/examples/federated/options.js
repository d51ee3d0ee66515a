// The command line: flags, their meaning, and what to do about a wrong one.
import { parseArgs } from 'node:util';
import { UsageError } from '../common/usage.js';

const MAX_SEEDS = 100;

export const HELP = `Federated learning: 20 clients with data of their own learn one adapter, and send no data.

usage: node federated/main.js [options]

  --seeds N     how many sets of clients to average over (default 10)
  --out FILE    where to write the chart (default ./federated.svg)
  --json FILE   where to write the numbers of every seed, if anywhere
  --help        this text`;

const OPTIONS = {
  seeds: { type: 'string', default: '10' },
  out: { type: 'string', default: 'federated.svg' },
  json: { type: 'string' },
  help: { type: 'boolean', default: false },
};

export function readOptions(args) {
  let values;
  try {
    ({ values } = parseArgs({ args, options: OPTIONS, strict: true, allowPositionals: false }));
  } catch (error) {
    throw new UsageError(`${error.message}\nRun with --help to see every option.`);
  }
  const seeds = Number(values.seeds);
  if (!/^\d+$/.test(values.seeds) || seeds < 1 || seeds > MAX_SEEDS) {
    throw new UsageError(
      `--seeds ${values.seeds}: not a whole number from 1 to ${MAX_SEEDS}. Try --seeds 10.`,
    );
  }
  for (const flag of ['out', 'json']) {
    if (values[flag] === '') throw new UsageError(`--${flag} needs a file name.`);
  }
  return { ...values, seeds };
}
