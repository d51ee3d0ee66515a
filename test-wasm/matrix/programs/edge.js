// A function of Vercel's edge kind that returns the outcome.
import * as microlora from 'microlora';
import * as files from 'microlora/safetensors';
import * as small from 'microlora/small';
import smallScalar from 'microlora/small/wasm-scalar?module';
import scalar from 'microlora/wasm-scalar?module';
import { check, withModule } from './check.js';

addEventListener('fetch', (event) => {
  const editions = { full: withModule(microlora, scalar), small: withModule(small, smallScalar) };
  event.respondWith(check(editions, files).then((outcome) => Response.json(outcome)));
});
