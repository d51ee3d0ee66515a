// glue/MIGRATING.md against the published package itself: no name of its types is left out or made up, the
// equivalents exist, and the three programs run as they stand there and print what they say.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import ts from 'typescript';
import { at, read, root, run } from './support/helpers.js';
import * as api from '../dist/microlora.js';

const PACKAGE = 'bench/node_modules/@ruvector/learning-wasm';

const text = read('glue/MIGRATING.md').toString();
const programs = [...text.matchAll(/(?<=^```js\n)[^]*?(?=^```)/gm)].map(([program]) => program);

/** The rows under a heading: what is theirs, and what a new program calls, in code each. */
function rowsOf(heading) {
  const [, section] = text.split(new RegExp(`^### ${heading}$`, 'm'));
  const rows = section.split(/^#/m)[0].match(/^\| *`.*$/gm);
  const codeIn = (cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, code]) => code);
  return rows.map((row) => {
    const [, theirs, , modern] = row.split(/(?<!\\)\|/);
    return { theirs: codeIn(theirs), modern: codeIn(modern) };
  });
}

const nameOf = (code) => code.match(/^\[Symbol\.dispose\]|^\w+/)[0];

/** The names that the published types declare: of members by class, and of what else is exported. */
function published() {
  const source = read(`${PACKAGE}/ruvector_learning_wasm.d.ts`).toString();
  const file = ts.createSourceFile('a.d.ts', source, ts.ScriptTarget.ES2022, true);
  const classes = {};
  const others = [];
  for (const node of file.statements) {
    if (ts.isClassDeclaration(node)) {
      const names = node.members.map((member) => member.name?.getText() ?? 'constructor');
      classes[node.name.text] = [...new Set(names)].sort();
    } else {
      const isDefault = node.modifiers.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword);
      others.push(isDefault ? 'default' : node.name.text);
    }
  }
  return { classes, others: others.sort() };
}

test('every member of every published class is in the table, and none that there is not', () => {
  const { classes } = published();
  assert.equal(Object.keys(classes).length, 3);
  for (const [name, members] of Object.entries(classes)) {
    assert.ok(members.length > 10, name);
    const rows = rowsOf(`\`${name}\``).flatMap(({ theirs }) => theirs.map(nameOf));
    assert.deepEqual(rows.sort(), members, name);
  }
});

test('so is all else that the package exports', () => {
  const rows = rowsOf('The module').flatMap(({ theirs }) => theirs.map(nameOf));
  assert.deepEqual(rows.sort(), published().others);
});

test('what a new program would call exists', async () => {
  await api.default();
  const objects = {
    WasmMicroLoRA: new api.MicroLoRA({ dim: 2 }),
    WasmScopedLoRA: new api.ScopedLoRA({ dim: 2 }),
    WasmTrajectoryBuffer: new api.TrajectoryBuffer({ dim: 2 }),
  };
  for (const [name, object] of Object.entries(objects)) {
    const options = 'getOptions' in object ? Object.keys(object.getOptions(0)) : [];
    for (const code of rowsOf(`\`${name}\``).flatMap(({ modern }) => modern)) {
      if (code === 'using') assert.ok((Symbol.dispose ?? Symbol.for('Symbol.dispose')) in object);
      else if (code.startsWith('new '))
        assert.ok(object instanceof api[code.match(/\w+(?=\()/)[0]]);
      else {
        const member = nameOf(code);
        assert.ok(member in object || options.includes(member), `${name}: ${code}`);
        const isCall = code.includes('(');
        if (member in object) assert.equal(typeof object[member] === 'function', isCall, code);
      }
    }
  }
});

let folder;
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'microlora-migrating-'));
  mkdirSync(join(folder, 'node_modules/@ruvector'), { recursive: true });
  symlinkSync(root, join(folder, 'node_modules/microlora'));
  symlinkSync(at(PACKAGE), join(folder, 'node_modules/@ruvector/learning-wasm'));
});
after(() => rmSync(folder, { recursive: true }));

test('the programs print what they say: theirs stays where it was, ours learns', async () => {
  assert.equal(programs.length, 3);
  const ends = [];
  for (const [i, program] of programs.entries()) {
    const file = join(folder, `${i}.mjs`);
    writeFileSync(file, program);
    const { stdout } = await run(process.execPath, [file], { cwd: folder });
    const [, says] = program.match(/^\/\/ (.*)$/m);
    assert.equal(stdout.trim(), says);
    const [start, end] = says.match(/\d\.\d+/g).map(Number);
    ends.push(end / start);
  }
  const [theirs, same, modern] = ends;
  assert.ok(theirs > 0.999, `${theirs}`);
  assert.ok(same < 0.99, `${same}`);
  assert.ok(modern < 0.001, `${modern}`);
});

test('between the first two only the lines of import and initialisation differ', () => {
  const [theirs, ours] = programs.map((program) => program.split(/^\/\/ .*$/m)[0].split('\n\n'));
  assert.deepEqual(ours.slice(1), theirs.slice(1));
  assert.equal(ours[0].split('\n').length, 2);
});
