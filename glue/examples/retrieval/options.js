// The command line: flags, their meaning, and what to do about a wrong one.
import { parseArgs } from 'node:util';
import { UsageError } from '../common/usage.js';

const MAX_SEEDS = 100;
const MAX_RANK = 64;

export const HELP = `Learns to find manual pages by their one-line descriptions, and searches with held-out ones.

usage: node retrieval/main.js [options]

  --seeds N     how many splits to average over (default 5)
  --ranks LIST  ranks of the adapters (default 2,4,8,16,32)
  --pages DIR   a folder of manual pages, plain or .gz
                (default: those of the Debian packages manpages and manpages-dev)
  --out FILE    where to write the chart (default ./retrieval.svg)
  --json FILE   where to write the numbers of every run, if anywhere
  --help        this text`;

const OPTIONS = {
  seeds: { type: 'string', default: '5' },
  ranks: { type: 'string', default: '2,4,8,16,32' },
  pages: { type: 'string' },
  out: { type: 'string', default: 'retrieval.svg' },
  json: { type: 'string' },
  help: { type: 'boolean', default: false },
};

function wholeNumber(flag, text, most, example) {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < 1 || value > most) {
    throw new UsageError(
      `${flag} ${text}: not a whole number from 1 to ${most}. Try ${flag} ${example}.`,
    );
  }
  return value;
}

export function readOptions(args) {
  let values;
  try {
    ({ values } = parseArgs({ args, options: OPTIONS, strict: true, allowPositionals: false }));
  } catch (error) {
    throw new UsageError(`${error.message}\nRun with --help to see every option.`);
  }
  for (const flag of ['out', 'json', 'pages']) {
    if (values[flag] === '') throw new UsageError(`--${flag} needs a name.`);
  }
  const ranks = values.ranks
    .split(',')
    .map((rank) => wholeNumber('--ranks', rank, MAX_RANK, '2,8'));
  return {
    ...values,
    seeds: wholeNumber('--seeds', values.seeds, MAX_SEEDS, '5'),
    ranks: [...new Set(ranks)].sort((a, b) => a - b),
  };
}
