// What a page gets whose policy does not let WebAssembly compile.
import init from '../../dist/microlora.js';
import { show } from './show.js';

show(async () => {
  await init();
  return 'loaded';
});
