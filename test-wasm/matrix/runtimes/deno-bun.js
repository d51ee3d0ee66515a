// Deno, with no permission at all, and Bun.
import { existsSync } from 'node:fs';
import { tool } from '../app.js';
import { runForJson, runProgram } from '../processes.js';

const PROGRAMS = ['check.js', 'outcome.js', 'console.js'];

const target = ({ id, label, how, program, args }) => ({
  id,
  label,
  missing: async () =>
    existsSync(program) ? undefined : `run npm ci in test-wasm/matrix (${program} is not there)`,
  async *rows({ makeApp }) {
    const folder = await makeApp(id, {}, PROGRAMS);
    yield {
      how,
      run: async () => {
        const { stdout } = await runProgram(program, ['--version']);
        return {
          version: stdout.match(/\d+\.\d+\.\d+/)[0],
          outcome: await runForJson(program, [...args, 'console.js'], { cwd: folder }),
        };
      },
    };
  },
});

export const targets = [
  target({
    id: 'deno',
    label: 'Deno',
    how: 'without permissions',
    program: tool('@deno/linux-x64-glibc/deno'),
    // What is not allowed fails instead of asking.
    args: ['run', '--no-prompt', '--no-remote'],
  }),
  target({
    id: 'bun',
    label: 'Bun',
    how: '',
    program: tool('@oven/bun-linux-x64/bin/bun'),
    args: ['run'],
  }),
];
