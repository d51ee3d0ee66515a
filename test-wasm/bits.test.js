// The drivers' 2000, 800 and 1200 steps give the same hashes natively, in wasm with SIMD and without, in V8's
// tiers, in an interpreter that shares no code with a compiler, and in a real browser.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { before, test } from 'node:test';
import { withChromium } from './support/browsers.js';
import { driverHash } from './support/driver.js';
import { driverSpacesHash } from './support/driver-spaces.js';
import { driverPoliciesHash } from './support/driver-policies.js';
import { at, read, run, runNodeForJson, urlOf, wasmFiles } from './support/helpers.js';
import { serve, visit } from './support/pages.js';

/** Of each run: the argument of the native program, its twin here, and the export of the driver modules. */
const runs = [
  { name: 'mixed calls', args: [], twin: driverHash, exported: 'driver_hash' },
  { name: 'spaces', args: ['spaces'], twin: driverSpacesHash, exported: 'driver_spaces_hash' },
  {
    name: 'policies',
    args: ['policies'],
    twin: driverPoliciesHash,
    exported: 'driver_policies_hash',
  },
];

const native = new Map();

before(async () => {
  for (const file of ['build/native/hash', 'build/driver.simd.wasm', 'build/driver.scalar.wasm']) {
    assert.ok(existsSync(at(file)), `${file} is missing; build it: make wasm build/native/hash`);
  }
  for (const { name, args } of runs) {
    const { stdout } = await run(at('build/native/hash'), args);
    assert.match(stdout.trim(), /^[0-9a-f]{8}$/);
    native.set(name, Number.parseInt(stdout.trim(), 16));
  }
});

for (const { name, twin } of runs) {
  for (const file of wasmFiles) {
    test(`${name}: ${file} in Node`, async () => {
      const { instance } = await WebAssembly.instantiate(read(file), {});
      assert.equal(twin(instance.exports), native.get(name));
    });

    for (const flag of ['--liftoff-only', '--no-liftoff']) {
      test(`${name}: ${file} in node ${flag}`, async () => {
        const hash = await runNodeForJson(
          `import { readFileSync } from 'node:fs';
           import { driverHash } from ${JSON.stringify(urlOf('test-wasm/support/driver.js'))};
           import { driverSpacesHash } from ${JSON.stringify(urlOf('test-wasm/support/driver-spaces.js'))};
           import { driverPoliciesHash } from ${JSON.stringify(urlOf('test-wasm/support/driver-policies.js'))};
           const bytes = readFileSync(${JSON.stringify(at(file))});
           const { instance } = await WebAssembly.instantiate(bytes, {});
           console.log(${twin.name}(instance.exports));`,
          [flag],
        );
        assert.equal(hash, native.get(name));
      });
    }
  }
}

for (const file of ['build/driver.simd.wasm', 'build/driver.scalar.wasm']) {
  test(`${file} in wasm-interp`, async () => {
    const interpreter = at('node_modules/.bin/wasm-interp');
    const { stdout } = await run(interpreter, [at(file), '--run-all-exports', '--enable-all']);
    for (const { name, exported } of runs) {
      const [, hash] = stdout.match(new RegExp(`^${exported}\\(\\) => i32:(\\d+)$`, 'm'));
      assert.equal(Number(hash), native.get(name), name);
    }
  });
}

test('both modules in Chromium', async () => {
  const server = await serve();
  try {
    const { text, complaints } = await withChromium((browser) =>
      visit(browser, server.address, 'hash.html'),
    );
    const expected = runs.flatMap(({ name }) => [native.get(name), native.get(name)]);
    assert.deepEqual(JSON.parse(text), expected);
    assert.deepEqual(complaints, []);
  } finally {
    await server.close();
  }
});
