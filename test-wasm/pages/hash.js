// The driver's hash in this browser, of both modules.
import { driverHash } from '../support/driver.js';
import { show } from './show.js';

const hashOf = async (file) => {
  const response = await fetch(`../../dist/${file}`);
  const { instance } = await WebAssembly.instantiateStreaming(response, {});
  return driverHash(instance.exports);
};

show(async () => [await hashOf('microlora.wasm'), await hashOf('microlora.scalar.wasm')]);
