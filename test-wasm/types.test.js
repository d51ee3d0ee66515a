// The types of the packed package: found in every way that TypeScript looks for them, true, complete,
// and with the manual that an editor shows.
import assert from 'node:assert/strict';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import ts from 'typescript';
import { at, read, run } from './support/helpers.js';
import { installPacked } from './support/packed.js';
import { declarations, usedDeclarations } from './types/declared.js';

const strict = ['--strict', '--noEmit', '--target', 'es2022', '--lib', 'es2022,dom,dom.iterable'];

/** That of the present types, and one as it was written for version 0.1.0. */
const programs = ['program.ts', 'program-0.1.0.ts'];

const modes = {
  node16: ['--module', 'node16', '--moduleResolution', 'node16'],
  nodenext: ['--module', 'nodenext', '--moduleResolution', 'nodenext'],
  bundler: ['--module', 'esnext', '--moduleResolution', 'bundler'],
};

let installed;

before(async () => {
  installed = await installPacked();
  for (const name of [...programs, 'mistakes.ts']) {
    cpSync(at('test-wasm/types', name), join(installed.app, name));
  }
});

after(() => installed.remove());

for (const [mode, flags] of Object.entries(modes)) {
  test(`TypeScript finds the types with ${mode}, in a project that checks its libraries`, async () => {
    const tsc = at('node_modules/.bin/tsc');
    await run(tsc, [...strict, ...flags, ...programs, 'mistakes.ts'], { cwd: installed.app });
  });
}

for (const program of programs) {
  test(`what the types promise to ${program} is so when it runs`, async () => {
    const source = read('test-wasm/types', program).toString();
    const compilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ES2022 };
    const { outputText } = ts.transpileModule(source, { compilerOptions });
    // Node 20 has no symbol of that name by itself.
    const dispose = "Symbol.dispose ??= Symbol.for('Symbol.dispose');\n";
    assert.equal(await installed.run(dispose + outputText), 'done');
  });
}

test('the program uses every name, member and option that is declared', () => {
  const program = join(installed.app, 'program.ts');
  const used = usedDeclarations(program);
  const declared = declarations(program);
  assert.ok(declared.length > 150, `only ${declared.length} were found`);
  const unused = declared.filter(({ node }) => !used.has(node)).map(({ name }) => name);
  assert.deepEqual(unused, []);
});

test('an editor shows something about every name, member, option and overload', () => {
  const silent = declarations(join(installed.app, 'program.ts'))
    .filter(({ text }) => !/\w{2}/.test(text))
    .map(({ name, line }) => `${name} (line ${line})`);
  assert.deepEqual(silent, []);
});

test('what takes vectors says their shapes, what takes arguments says its errors', () => {
  const all = declarations(join(installed.app, 'program.ts'));
  const byName = new Map();
  for (const entry of all) byName.set(entry.name, [...(byName.get(entry.name) ?? []), entry]);
  /** Its own text, with that of what it refers to. */
  const manual = ({ name, text, tags }, seen = new Set()) => {
    if (seen.has(name)) return '';
    seen.add(name);
    const own = `${text} ${tags}`;
    const linked = [...own.matchAll(/\{@link ([\w.]+)\}|\bas `(\w+)`/gi)].flatMap(
      ([, link, sibling]) => byName.get(link ?? `${name.split('.')[0]}.${sibling}`) ?? [],
    );
    return [own, ...linked.map((one) => manual(one, seen))].join(' ');
  };
  const group = (entry) =>
    byName
      .get(entry.name)
      .map((one) => manual(one))
      .join(' ');
  const shapeless = all
    .filter(({ takesVectors }) => takesVectors)
    .filter((entry) => !/\((?:(?:[nk]|out), )?(?:in|out|dim)\)/.test(group(entry)));
  assert.deepEqual(
    shapeless.map(({ name }) => name),
    [],
  );
  const careless = all
    .filter(({ takesArguments }) => takesArguments)
    .filter((entry) => !/@throws|LORA_E_/.test(group(entry)));
  assert.deepEqual(
    careless.map(({ name }) => name),
    [],
  );
});
