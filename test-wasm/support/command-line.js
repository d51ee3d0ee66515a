// Command lines: what is not known is an error that says what is.
import { parseArgs } from 'node:util';

/** An error of whoever typed the command: it is printed without a stack. */
export class UsageError extends Error {}

/**
 * @param {string} program how it is called
 * @param {Record<string, any>} options as for util.parseArgs
 * @param {string[]} args
 */
export function parseOptions(program, options, args, allowPositionals = false) {
  try {
    return parseArgs({ args, options, allowPositionals });
  } catch (error) {
    const flags = Object.keys(options).map((name) => `--${name}`);
    throw new UsageError(
      `${error.message}\n${program} knows ${flags.join(', ')}; see ${program} --help`,
    );
  }
}

/**
 * A whole number above 0.
 *
 * @param {string} name of the option
 * @param {unknown} value
 */
export function readCount(name, value) {
  const count = Number(value);
  if (!Number.isInteger(count) || count < 1) {
    throw new UsageError(`--${name} must be a whole number above 0, got ${value}`);
  }
  return count;
}

/** @param {() => Promise<void>} main */
export async function runProgram(main) {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof UsageError ? error.message : error);
    process.exitCode = 1;
  }
}
