// The driver's 2000 steps give the same hash natively, in wasm with SIMD and without, in V8's
// tiers, in an interpreter that shares no code with a compiler, and in a real browser.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { before, test } from 'node:test';
import { withChromium } from './support/browsers.js';
import { driverHash } from './support/driver.js';
import { at, read, run, runNodeForJson, urlOf, wasmFiles } from './support/helpers.js';
import { serve, visit } from './support/pages.js';

let native;

before(async () => {
  for (const file of ['build/native/hash', 'build/driver.simd.wasm', 'build/driver.scalar.wasm']) {
    assert.ok(existsSync(at(file)), `${file} is missing; build it: make wasm build/native/hash`);
  }
  const { stdout } = await run(at('build/native/hash'), []);
  native = Number.parseInt(stdout.trim(), 16);
  assert.match(stdout.trim(), /^[0-9a-f]{8}$/);
});

for (const file of wasmFiles) {
  test(`${file} in Node`, async () => {
    const { instance } = await WebAssembly.instantiate(read(file), {});
    assert.equal(driverHash(instance.exports), native);
  });

  for (const flag of ['--liftoff-only', '--no-liftoff']) {
    test(`${file} in node ${flag}`, async () => {
      const hash = await runNodeForJson(
        `import { readFileSync } from 'node:fs';
         import { driverHash } from ${JSON.stringify(urlOf('test-wasm/support/driver.js'))};
         const bytes = readFileSync(${JSON.stringify(at(file))});
         const { instance } = await WebAssembly.instantiate(bytes, {});
         console.log(driverHash(instance.exports));`,
        [flag],
      );
      assert.equal(hash, native);
    });
  }
}

for (const file of ['build/driver.simd.wasm', 'build/driver.scalar.wasm']) {
  test(`${file} in wasm-interp`, async () => {
    const interpreter = at('node_modules/.bin/wasm-interp');
    const { stdout } = await run(interpreter, [at(file), '--run-all-exports', '--enable-all']);
    const [, hash] = stdout.match(/^driver_hash\(\) => i32:(\d+)$/m);
    assert.equal(Number(hash), native);
  });
}

test('both modules in Chromium', async () => {
  const server = await serve();
  try {
    const { text, complaints } = await withChromium((browser) =>
      visit(browser, server.address, 'hash.html'),
    );
    assert.deepEqual(JSON.parse(text), [native, native]);
    assert.deepEqual(complaints, []);
  } finally {
    await server.close();
  }
});
