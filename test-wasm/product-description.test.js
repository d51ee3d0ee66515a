// Every code block of the product description runs as it stands there, with only the package's name
// changed, and what it prints is true. The blocks lie in fixtures/product-description.md.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import ts from 'typescript';
import { read, root, run } from './support/helpers.js';
import * as api from '../dist/microlora.js';

const text = read('test-wasm/fixtures/product-description.md').toString();
const blocks = [...text.matchAll(/^```typescript\n(.*?)^```$/gms)].map((match) => match[1]);

/** Names a block declares or imports at its top. */
function namesOf(block) {
  const source = ts.createSourceFile('a.ts', block, ts.ScriptTarget.ES2022);
  return source.statements.flatMap((node) => {
    if (ts.isVariableStatement(node))
      return node.declarationList.declarations.map((d) => d.name.text);
    if (!ts.isImportDeclaration(node)) return [];
    const { name, namedBindings } = node.importClause;
    const names = namedBindings.elements.map((element) => element.name);
    return [name, ...names].filter(Boolean).map((id) => id.text);
  });
}

/** What the text around the blocks says is there. */
const given = {
  wasmInstance: 'await (await import("microlora")).default()',
  inputData: 'Float32Array.from({ length: 256 }, (_, i) => Math.sin(i))',
  embedding: 'new Float32Array(256).fill(0.25)',
};

let folder;
let printed;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'microlora-description-'));
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(root, join(folder, 'node_modules/microlora'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  // Each block is a module of its own, as two of them import the same names; what one declares, the
  // next ones see.
  const known = new Map();
  const files = [];
  blocks.forEach((block, i) => {
    const own = namesOf(block);
    const used = [...known.keys()].filter((name) => !own.includes(name));
    const supplied = i === 0 ? [] : Object.keys(given).filter((name) => !known.has(name));
    const lines = [
      ...used.map((name) => `import { ${name} } from './${known.get(name)}.mjs';`),
      ...supplied.map((name) => `const ${name} = ${given[name]};`),
      block.replaceAll('ruvector-learning-wasm', 'microlora'),
      `export { ${[...supplied, ...own].join(', ')} };`,
    ];
    for (const name of [...supplied, ...own]) known.set(name, `block${i}`);
    files.push(`block${i}.mjs`);
    writeFileSync(join(folder, `block${i}.mjs`), lines.join('\n'));
  });
  const checks = [...known].map(([name, file]) => `import { ${name} } from './${file}.mjs';`);
  const order = files.map((file) => `import './${file}';`);
  writeFileSync(
    join(folder, 'all.mjs'),
    [
      ...order,
      ...checks,
      `console.log(JSON.stringify({
         output: Array.from(output), input: Array.from(input), result: Array.from(result),
         inputData: Array.from(inputData), scanOutput: Array.from(scanOutput), topTrajectories,
         adapted: lora.adapt_count() === 2n, norm: lora.delta_norm(), records: buffer.len(),
       }));`,
    ].join('\n'),
  );
  const { stdout } = await run(process.execPath, [join(folder, 'all.mjs')], { cwd: folder });
  printed = stdout.trim().split('\n');
});

after(() => rmSync(folder, { recursive: true }));

const facts = () => JSON.parse(printed.at(-1));

test('there are four blocks, and they use the package by its name', () => {
  assert.equal(blocks.length, 4);
  assert.equal(text.split('ruvector-learning-wasm').length - 1, 3);
});

test('what they print is true', () => {
  assert.equal(printed.length, 10, printed.join('\n'));
  assert.equal(printed[0], 'Adaptations: 2');
  assert.match(printed[1], /^Delta norm: \d\.?\d*(e-\d+)?$/);
  assert.equal(Number(printed[1].split(' ').at(-1)), facts().norm);
  assert.ok(facts().norm > 0);
  assert.deepEqual(printed.slice(2, 5), ['Scan', 'Scan adaptations: 0', 'Total adaptations: 1']);
  assert.equal(printed[5], 'Success rate: 100.0%');
  const improvement = 120.5 / 45.2 - 1;
  assert.equal(printed[6], `Best improvement: ${improvement}x`);
  assert.equal(printed[7], `Mean improvement: ${improvement}x`);
  assert.equal(printed[8], 'Best attention mechanism: 5');
});

test('what they compute is right', () => {
  const { output, input, result, inputData, scanOutput, topTrajectories, records } = facts();
  // Nothing was learned before: y = x.
  assert.deepEqual(output, input);
  assert.deepEqual(scanOutput, input);
  // The adapter has learned by then, a little.
  assert.equal(result.length, 256);
  const difference = Math.hypot(...result.map((value, i) => value - Math.fround(inputData[i])));
  assert.ok(difference > 0 && difference < 0.1, `${difference}`);
  assert.deepEqual([topTrajectories, records], [1, 1]);
});

test('every method of its tables exists, with the defaults it gives', async () => {
  await api.default();
  const tables = [...text.matchAll(/^### (Wasm\w+)\n(.*?)(?=^###|$(?![\s\S]))/gms)];
  assert.deepEqual(
    tables.map((match) => match[1]),
    ['WasmMicroLoRA', 'WasmScopedLoRA', 'WasmTrajectoryBuffer'],
  );
  for (const [, name, table] of tables) {
    const methods = [...table.matchAll(/^\| `(\w+)\(([^)]*)\)` \| (.*) \|$/gm)];
    assert.ok(methods.length >= 6, name);
    for (const [, method, parameters, what] of methods) {
      if (method === 'new') {
        assert.equal(new api[name]().constructor, api[name]);
        continue;
      }
      const holder = what.includes('(static)') ? api[name] : api[name].prototype;
      assert.equal(typeof holder[method], 'function', `${name}.${method}`);
      assert.equal(
        holder[method].length,
        parameters === '' ? 0 : parameters.split(',').length,
        method,
      );
    }
  }
  const lora = new api.WasmMicroLoRA();
  const same = new api.WasmMicroLoRA(256, 0.1, 0.01);
  const x = new Float32Array(256).fill(0.1);
  for (const object of [lora, same]) {
    object.forward_array(x);
    object.adapt_array(x);
  }
  assert.deepEqual(lora.forward_array(x), same.forward_array(x));
});
