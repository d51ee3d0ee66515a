// Child processes: programs that print and end, and servers that stay until they are stopped.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';

const execute = promisify(execFile);
const LIMIT_MS = 300_000;
const START_MS = 90_000;
const STOP_MS = 5_000;

// No tool is to call home, or to write for a terminal.
const QUIET = {
  ...process.env,
  CI: 'true',
  DO_NOT_TRACK: '1',
  NEXT_TELEMETRY_DISABLED: '1',
  NO_COLOR: '1',
};

const start = (text) => text.trim().slice(0, 2000);

/** A program and its arguments, without a shell; an error says what the program said. */
export async function runProgram(file, args, options = {}) {
  try {
    return await execute(file, args, {
      env: QUIET,
      maxBuffer: 1 << 26,
      timeout: LIMIT_MS,
      ...options,
    });
  } catch (error) {
    if (error.stdout === undefined) throw error;
    throw new Error(
      `${file} ended with ${error.code ?? error.signal}: ${start(`${error.stderr}\n${error.stdout}`)}`,
    );
  }
}

/** What a program printed last, as JSON. */
export async function runForJson(file, args, options) {
  const { stdout } = await runProgram(file, args, options);
  return JSON.parse(stdout.trim().split('\n').at(-1));
}

/**
 * Starts a server, waits until it responds, uses it, and ends it with all its children.
 *
 * @param {string} file
 * @param {string[]} args
 * @param {string} address
 * @param {() => Promise<any>} use
 */
export async function withServer(file, args, address, use, options = {}) {
  // A group of its own, which is ended as a whole.
  const child = spawn(file, args, {
    env: QUIET,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...options,
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
  const ended = once(child, 'close');
  const stop = (signal) => {
    try {
      process.kill(-child.pid, signal);
    } catch (error) {
      if (error.code !== 'ESRCH') throw error;
    }
  };
  try {
    const end = Date.now() + START_MS;
    for (;;) {
      try {
        await fetch(address);
        break;
      } catch {
        if (child.exitCode !== null || Date.now() > end) {
          throw new Error(`${file} does not respond at ${address}: ${start(said)}`);
        }
        await new Promise((then) => setTimeout(then, 100));
      }
    }
    return await use();
  } finally {
    stop('SIGTERM');
    const killer = setTimeout(() => stop('SIGKILL'), STOP_MS);
    await ended;
    clearTimeout(killer);
  }
}
