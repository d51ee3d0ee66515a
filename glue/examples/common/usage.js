// What the command lines of the examples share: errors that the user can mend, files to write.
import { access, constants } from 'node:fs/promises';
import { dirname } from 'node:path';

/** An error that the user can mend: printed without a stack. */
export class UsageError extends Error {}

/** Says so before the long run, not after it, if a file cannot be written. */
export async function checkFolder(file) {
  try {
    await access(dirname(file), constants.W_OK);
  } catch {
    throw new UsageError(`--out: cannot write in ${dirname(file)}. Name a folder that exists.`);
  }
}

/** Runs `main` with the arguments of the process; what it returns is the exit code. */
export async function runProgram(main) {
  try {
    process.exitCode = await main(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  }
}
