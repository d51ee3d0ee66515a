// The code of the README runs as it stands there.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const [block] = readme.match(/(?<=```js\n)[^]*?(?=```)/);

test('the lines of the README learn two steps towards the target', async () => {
  const x = Float32Array.from({ length: 384 }, (_, i) => Math.sin(i));
  const target = x.map((value, i) => value + Math.cos(i));
  // The names the text around the code speaks of, and a look at what it makes.
  const source =
    block.replace("'microlora'", JSON.stringify(import.meta.resolve('../dist/microlora.js'))) +
    'export { lora, y, gradient };';
  globalThis.x = x;
  globalThis.target = target;
  const { lora, y, gradient } = await import(`data:text/javascript,${encodeURIComponent(source)}`);
  assert.deepEqual(y, x);
  assert.equal(lora.adaptCount, 2);
  assert.ok(lora.deltaNorm > 0);
  const squares = (values) => values.reduce((sum, value) => sum + value * value, 0);
  const after = lora.output.map((value, i) => value - target[i]);
  assert.ok(squares(after) < squares(gradient));
});
