// The drivers' hashes in this browser, each of both modules.
import { driverHash } from '../support/driver.js';
import { driverSpacesHash } from '../support/driver-spaces.js';
import { driverPoliciesHash } from '../support/driver-policies.js';
import { show } from './show.js';

const hashOf = async (run, file) => {
  const response = await fetch(`../../dist/${file}`);
  const { instance } = await WebAssembly.instantiateStreaming(response, {});
  return run(instance.exports);
};

show(async () => [
  await hashOf(driverHash, 'microlora.wasm'),
  await hashOf(driverHash, 'microlora.scalar.wasm'),
  await hashOf(driverSpacesHash, 'microlora.wasm'),
  await hashOf(driverSpacesHash, 'microlora.scalar.wasm'),
  await hashOf(driverPoliciesHash, 'microlora.wasm'),
  await hashOf(driverPoliciesHash, 'microlora.scalar.wasm'),
]);
