// The artifacts as they lie in dist/: what the modules import and export, what the bundles contain.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { transform } from 'esbuild';
import fc from 'fast-check';
import ts from 'typescript';
import { pack } from '../glue/build/pack.js';
import { unpack } from '../glue/sources/unpack.js';
import { at, read, run, runNode, urlOf, wasmFiles } from './support/helpers.js';
import { countImports, readExports } from './support/wasm-binary.js';

const text = (...parts) => read(...parts).toString();
const listed = text('abi/exports.txt').trim().split('\n');

/** Every node of a source, with whether it lies in a function. */
function* walk(node, inFunction = false) {
  yield { node, inFunction };
  const children = [];
  ts.forEachChild(node, (child) => void children.push(child));
  for (const child of children) yield* walk(child, inFunction || ts.isFunctionLike(node));
}

const parse = (source) =>
  ts.createSourceFile('a.js', source, ts.ScriptTarget.ES2022, false, ts.ScriptKind.JS);

const isEvaluation = (node) =>
  (ts.isCallExpression(node) || ts.isNewExpression(node)) &&
  ts.isIdentifier(node.expression) &&
  ['eval', 'Function'].includes(node.expression.text);

const isMeta = (node) =>
  ts.isMetaProperty(node) && node.keywordToken === ts.SyntaxKind.ImportKeyword;

const isAwait = (node) =>
  ts.isAwaitExpression(node) || (ts.isForOfStatement(node) && node.awaitModifier !== undefined);

/** What a module asks its host not to do, and what it imports. */
function inspect(source) {
  const found = { evaluates: 0, asksMeta: 0, awaits: 0, imports: [] };
  for (const { node, inFunction } of walk(parse(source))) {
    if (isEvaluation(node)) found.evaluates++;
    if (isMeta(node)) found.asksMeta++;
    if (isAwait(node) && !inFunction) found.awaits++;
    const isImport =
      ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;
    if (isImport) found.imports.push(`import(${node.arguments[0].text})`);
    if (ts.isImportDeclaration(node)) found.imports.push(node.moduleSpecifier.text);
  }
  return found;
}

test('inspect finds what it looks for', () => {
  const source = `import 'node:fs'; await import('./a.js'); new Function(''); eval(''); import.meta.url;
    async () => { await 1; };`;
  assert.deepEqual(inspect(source), {
    evaluates: 2,
    asksMeta: 1,
    awaits: 1,
    imports: ['node:fs', 'import(./a.js)'],
  });
});

test('exports.txt is sorted, without doubles and empty lines', () => {
  assert.deepEqual(listed, [...new Set(listed)].sort());
  for (const name of listed) assert.match(name, /^lora_\w+$/);
});

test('exports.txt is what lora.h declares', () => {
  const declared = [...text('abi/lora.h').matchAll(/^\w[\w ]*\*?\b(lora_\w+)\(/gm)].map(
    (m) => m[1],
  );
  assert.deepEqual(declared.sort(), listed);
});

const calledIn = (file) =>
  new Set([...text(file).matchAll(/\b(lora_\w+)\(/g)].map(([, name]) => name));

test('the fuzzer calls every export that takes an argument', () => {
  const called = calledIn('test-native/fuzz_abi.cpp');
  const takers = readExports(read(wasmFiles[0])).filter(({ parameters }) => parameters?.length > 0);
  assert.deepEqual(
    takers.map(({ name }) => name).filter((name) => !called.has(name)),
    [],
  );
});

test('the two drivers call the same exports', () => {
  const [native, javascript] = ['test-native/driver.cpp', 'test-wasm/support/driver.js'].map(
    calledIn,
  );
  assert.deepEqual([...javascript].sort(), [...native].sort());
});

for (const file of wasmFiles) {
  test(`${file} imports nothing`, async () => {
    assert.equal(countImports(read(file)), 0);
    assert.deepEqual(WebAssembly.Module.imports(await WebAssembly.compile(read(file))), []);
  });

  test(`${file} exports exactly exports.txt and memory`, async () => {
    const exported = WebAssembly.Module.exports(await WebAssembly.compile(read(file)));
    assert.deepEqual(exported.map(({ name }) => name).sort(), [...listed, 'memory'].sort());
    assert.deepEqual(
      exported.filter(({ kind }) => kind !== 'function'),
      [{ name: 'memory', kind: 'memory' }],
    );
  });

  test(`${file} has only i32, f32 and f64 in the signatures it exports`, () => {
    const functions = readExports(read(file)).filter(({ kind }) => kind === 'function');
    assert.equal(functions.length, listed.length);
    for (const { name, parameters, results } of functions) {
      const types = [...parameters, ...results];
      assert.ok(
        types.every((type) => ['i32', 'f32', 'f64'].includes(type)),
        `${name}: ${types}`,
      );
      assert.equal(results.length, 1, name);
    }
  });

  test(`${file} passes wasm-validate`, async () => {
    await run(at('node_modules/.bin/wasm-validate'), [at(file)]);
  });
}

test('the scalar module needs no WebAssembly feature beyond the first version', async () => {
  const off = ['simd', 'bulk-memory', 'sign-extension', 'saturating-float-to-int', 'multi-value'];
  const flags = ['reference-types', 'mutable-globals', ...off].map((name) => `--disable-${name}`);
  await run(at('node_modules/.bin/wasm-validate'), [...flags, at(wasmFiles[1])]);
  // The flags do switch something off.
  await assert.rejects(run(at('node_modules/.bin/wasm-validate'), [...flags, at(wasmFiles[0])]));
});

const imports = {
  'microlora.js': ['import(./microlora.scalar-wasm.js)'],
  'microlora.scalar.js': ['./microlora.scalar-wasm.js'],
  'microlora.scalar-wasm.js': [],
  'microlora.workerd.js': ['./microlora.wasm'],
  'microlora.edge.js': ['./microlora.wasm?module'],
};

for (const [file, expected] of Object.entries(imports)) {
  test(`${file} imports ${expected.join(' and ') || 'nothing'}, and asks nothing of its host`, () => {
    assert.deepEqual(inspect(text('dist', file)), {
      evaluates: 0,
      asksMeta: 0,
      awaits: 0,
      imports: expected,
    });
    assert.doesNotMatch(text('dist', file), /node:/);
  });
}

for (const file of ['microlora.js', 'microlora.scalar.js']) {
  test(`importing ${file} compiles nothing`, async () => {
    const printed = await runNode(`
      const no = () => { throw new Error('compiled at import'); };
      for (const name of Object.getOwnPropertyNames(WebAssembly)) {
        Object.defineProperty(WebAssembly, name, { get: no });
      }
      const { default: init } = await import(${JSON.stringify(urlOf('dist', file))});
      console.log(typeof init);`);
    assert.equal(printed, 'function');
  });
}

/** The bytes an entry gives the host to compile. */
async function bytesInside(file) {
  const { createEngine } = await import(urlOf('dist', file));
  const { Module } = WebAssembly;
  const seen = [];
  WebAssembly.Module = function (source) {
    seen.push(source);
    return new Module(source);
  };
  try {
    await createEngine();
  } finally {
    WebAssembly.Module = Module;
  }
  assert.equal(seen.length, 1);
  return Buffer.from(seen[0]);
}

test('the bundles carry the modules that lie beside them', async () => {
  assert.ok((await bytesInside('microlora.js')).equals(read(wasmFiles[0])));
  assert.ok((await bytesInside('microlora.scalar.js')).equals(read(wasmFiles[1])));
  const { wasm } = await import(urlOf('dist/microlora.scalar.js'));
  assert.ok(Buffer.from(wasm()).equals(read(wasmFiles[1])));
});

test('unpack undoes pack', () => {
  for (const file of wasmFiles) assert.ok(Buffer.from(unpack(pack(read(file)))).equals(read(file)));
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
      const packed = pack(bytes);
      assert.deepEqual(unpack(packed), bytes);
      // It lies in a string of any kind, and in a script element.
      assert.doesNotMatch(packed.text, /[^\x20-\x7e]|["'`$\\<]/);
    }),
  );
});

test('the codes of lora.h are those of the types', () => {
  const inHeader = [...text('abi/lora.h').matchAll(/^#define (LORA_E_\w+) \(-\d+\)$/gm)];
  const codes = inHeader.map((match) => match[1]).sort();
  assert.ok(codes.length > 0);
  const union = (source, name) =>
    [...walk(ts.createSourceFile('a.d.ts', source, ts.ScriptTarget.ES2022))]
      .map(({ node }) => node)
      .filter((node) => ts.isTypeAliasDeclaration(node) && node.name.text === name)
      .flatMap(({ type }) => type.types.map(({ literal }) => literal.text))
      .sort();
  assert.deepEqual(union(text('dist/microlora.d.ts'), 'LoraErrorCode'), codes);
});

test('each status code is another number below -1, so that no result is taken for one', () => {
  const matches = [...text('abi/lora.h').matchAll(/^#define LORA_E_\w+ \((-\d+)\)$/gm)];
  const values = matches.map((match) => Number(match[1]));
  assert.equal(new Set(values).size, values.length);
  assert.ok(values.every((value) => value < -1));
});

test('every value that the types declare exists in each entry, and no other', async () => {
  const source = ts.createSourceFile('a.d.ts', text('dist/microlora.d.ts'), ts.ScriptTarget.ES2022);
  const declared = source.statements
    .filter((node) => ts.canHaveModifiers(node))
    .filter((node) =>
      ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword),
    )
    .filter((node) => !ts.isInterfaceDeclaration(node) && !ts.isTypeAliasDeclaration(node))
    .flatMap((node) => {
      if (ts.isVariableStatement(node)) {
        return node.declarationList.declarations.map(({ name }) => name.text);
      }
      const isDefault = ts.getModifiers(node).some((m) => m.kind === ts.SyntaxKind.DefaultKeyword);
      return [isDefault ? 'default' : node.name.text];
    });
  const names = Object.keys(await import(urlOf('dist/microlora.js'))).sort();
  assert.deepEqual([...new Set(declared)].sort(), names);
  const scalar = Object.keys(await import(urlOf('dist/microlora.scalar.js'))).sort();
  assert.deepEqual(scalar, [...names, 'wasm'].sort());
});

test('the syntax is that of the oldest browsers that README names', async () => {
  const [, chrome, firefox, safari] =
    /Chrome and Edge from (\d+), Firefox from (\d+), Safari from ([\d.]+);/.exec(text('README.md'));
  const oldest = [`chrome${chrome}`, `edge${chrome}`, `firefox${firefox}`, `safari${safari}`];
  for (const file of readdirSync(at('dist')).filter((name) => name.endsWith('.js'))) {
    // What a target lacks, esbuild writes in another way. Property escapes it always does, though they
    // are older than all of these.
    const supported = { 'regexp-unicode-property-escapes': true };
    const write = async (target) =>
      (await transform(text('dist', file), { target, supported, legalComments: 'none' })).code;
    assert.equal(await write(oldest), await write('esnext'), file);
    if (file === 'microlora.js') assert.notEqual(await write('es2021'), await write('esnext'));
  }
});
