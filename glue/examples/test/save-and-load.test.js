// Test of saving and loading: the loaded adapter answers the same and goes on learning, and a file for
// another model is refused.
import { it } from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

it('what was learned survives the file', () => {
  const file = fileURLToPath(new URL('../save-and-load.js', import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [file], { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  const said = (what) => stdout.match(new RegExp(`^${what}:\\s+(.*)$`, 'm'))[1];
  assert.equal(said('loaded, it answers the same'), 'true');
  assert.ok(Number(said('the last of 300 more')) < Number(said('the last of 300 losses')));
  assert.match(said('for another model'), /^LORA_E_FILE: .*"all-MiniLM-L6-v2".*"bge-small-en"/);
  assert.equal(said('for PEFT'), 'adapter_config.json, adapter_model.safetensors');
});
