// Node: the one that runs this and two from npm, by import and by require().
import { existsSync } from 'node:fs';
import { tool } from '../app.js';
import { runForJson, runProgram } from '../processes.js';

const PROGRAMS = ['check.js', 'outcome.js', 'console.js', 'require.cjs'];

const target = (major, program, remedy) => ({
  id: `node${major}`,
  label: `Node ${major}`,
  missing: async () => {
    if (!existsSync(program)) return remedy;
    const { stdout } = await runProgram(program, ['--version']);
    return stdout.startsWith(`v${major}.`) ? undefined : `${remedy} (this one is ${stdout.trim()})`;
  },
  async *rows({ makeApp }) {
    const folder = await makeApp(`node${major}`, {}, PROGRAMS);
    const { stdout } = await runProgram(program, ['--version']);
    for (const [way, file] of [
      ['`import`', 'console.js'],
      ['`require()`', 'require.cjs'],
    ]) {
      yield {
        how: way,
        run: async () => ({
          version: stdout.trim().slice(1),
          outcome: await runForJson(program, [file], { cwd: folder }),
        }),
      };
    }
  },
});

const FROM_NPM = 'run npm ci in test-wasm/matrix (it has Node for linux-x64 only)';

export const targets = [
  target(20, process.execPath, 'run the matrix with Node 20: make matrix NODE=...'),
  target(22, tool('node22/bin/node'), FROM_NPM),
  target(24, tool('node24/bin/node'), FROM_NPM),
];
