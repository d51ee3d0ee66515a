// A function of Vercel's edge kind that answers with the outcome.
import * as microlora from 'microlora';
import * as files from 'microlora/safetensors';
import scalar from 'microlora/wasm-scalar?module';
import { check } from './check.js';

addEventListener('fetch', (event) => {
  const openScalar = async () => ({
    api: microlora,
    engine: await microlora.createEngine({ module: scalar }),
  });
  event.respondWith(check(microlora, openScalar, files).then((outcome) => Response.json(outcome)));
});
