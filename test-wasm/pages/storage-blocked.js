// Saves where IndexedDB may not be used.
import init, { MicroLoRA } from '../../dist/microlora.js';
import { indexedDBStore, saveTo } from '../../dist/storage.js';
import { show } from './show.js';

show(async () => {
  await init();
  try {
    await saveTo(indexedDBStore(), 'adapter', new MicroLoRA({ dim: 4 }));
    return {};
  } catch ({ code, message, cause }) {
    return { code, message, cause: cause.cause.name };
  }
});
