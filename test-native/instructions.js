// Counts the instructions of native calls under callgrind and compares them with instructions.json.
//
// A count, unlike a time, is the same on every machine with the same compiler: the library is SSE2
// code that branches on nothing but its arguments. What is not is libc, whose memcpy depends on the
// processor; so only instructions of the program's own file are counted.
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const EXPECTED = here('instructions.json');
const CASES = ['forward', 'adapt', 'learn', 'forward_batch', 'adapt_batch'];
const CALLS = 8;
const TOLERANCE = 0.02;

const options = {
  help: { type: 'boolean', default: false },
  update: { type: 'boolean', default: false },
  program: { type: 'string', default: here('../build/native/instructions') },
  compiler: { type: 'string', default: 'clang++-19' },
};

const HELP = `node test-native/instructions.js: instructions of native calls, beside those of instructions.json
  --update        write instructions.json
  --program FILE  the program that is counted; build/native/instructions (make test-instructions builds it)
  --compiler CXX  the compiler it was built with; clang++-19
  --help          this
Fails where a call takes more than ${TOLERANCE * 100} % more. Rank 2, dim 256; batches of 32, per call.`;

/** An error of whoever typed the command, or of the code: printed without a stack. */
class Failure extends Error {}

/**
 * Instructions that a callgrind file says were executed in one object file.
 *
 * @param {string} text
 * @param {string} object
 */
function sumOfObject(text, object) {
  const names = new Map();
  let inObject = false;
  let inclusive = false;
  let sum = 0;
  for (const line of text.split('\n')) {
    const place = /^ob=\((\d+)\)(?: (.+))?$/.exec(line);
    if (place) {
      if (place[2] !== undefined) names.set(place[1], place[2]);
      inObject = names.get(place[1]) === object;
    }
    const called = /^cob=\((\d+)\) (.+)$/.exec(line);
    if (called) names.set(called[1], called[2]);
    // The line after calls= has what the callee cost, which is listed there, too.
    if (/^[+\-*\d]/.test(line)) {
      if (inObject && !inclusive) sum += Number(line.split(' ')[1]);
      inclusive = false;
    }
    if (line.startsWith('calls=')) inclusive = true;
  }
  return sum;
}

/** Instructions of one call. */
function count(program, name, folder) {
  const file = join(folder, name);
  try {
    execFileSync(
      'valgrind',
      [
        '--tool=callgrind',
        `--callgrind-out-file=${file}`,
        `--toggle-collect=count_${name}`,
        program,
        name,
        String(CALLS),
      ],
      { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' },
    );
  } catch (error) {
    throw new Failure(
      error.code === 'ENOENT'
        ? 'valgrind is missing: apt-get install --no-install-recommends valgrind'
        : `valgrind failed:\n${error.stderr}`,
    );
  }
  const sum = sumOfObject(readFileSync(file, 'utf8'), program);
  if (sum === 0) throw new Failure(`callgrind saw no instruction of ${program} in ${name}`);
  return Math.round(sum / CALLS);
}

function countAll(program) {
  const folder = mkdtempSync(join(tmpdir(), 'microlora-callgrind-'));
  try {
    return Object.fromEntries(CASES.map((name) => [name, count(program, name, folder)]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const percent = (share) => `${share >= 0 ? '+' : ''}${(100 * share).toFixed(1)} %`;

function readOptions() {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    throw new Failure(`${error.message}\n${HELP}`);
  }
}

function main() {
  const values = readOptions();
  if (values.help) return console.log(HELP);
  if (!existsSync(values.program)) {
    throw new Failure(`there is no ${values.program}; make test-instructions builds it`);
  }
  const [compiler] = execFileSync(values.compiler, ['--version'], { encoding: 'utf8' }).split('\n');
  const counted = { compiler, instructionsPerCall: countAll(realpathSync(values.program)) };
  if (values.update) {
    writeFileSync(EXPECTED, `${JSON.stringify(counted, null, 2)}\n`);
    return console.log(`written: ${relative('.', EXPECTED)}`);
  }
  const expected = JSON.parse(readFileSync(EXPECTED, 'utf8'));
  if (compiler !== expected.compiler) {
    return console.log(
      `not compared: counted with ${compiler}; instructions.json is of ${expected.compiler}`,
    );
  }
  let failed = false;
  let fewer = false;
  for (const name of CASES) {
    const now = counted.instructionsPerCall[name];
    const before = expected.instructionsPerCall[name];
    const change = now / before - 1;
    const more = change > TOLERANCE;
    failed ||= more;
    fewer ||= change < -TOLERANCE;
    console.log(
      `${name.padEnd(14)} ${String(now).padStart(7)} instructions, was ${before}: ` +
        `${percent(change)}${more ? '  TOO MANY' : ''}`,
    );
  }
  const update = 'make test-instructions INSTRUCTIONS_FLAGS=--update';
  if (failed) {
    throw new Failure(
      `more than ${percent(TOLERANCE)} instructions; where that is meant: ${update}`,
    );
  }
  if (fewer) console.log(`fewer than before: keep it by ${update}`);
}

try {
  main();
} catch (error) {
  console.error(error instanceof Failure ? error.message : error);
  process.exitCode = 1;
}
