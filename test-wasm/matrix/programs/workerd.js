// A worker of Cloudflare's kind that returns the outcome.
import * as microlora from 'microlora';
import * as files from 'microlora/safetensors';
import * as small from 'microlora/small';
import smallScalar from 'microlora/small/wasm-scalar';
import scalar from 'microlora/wasm-scalar';
import { check, withModule } from './check.js';

export default {
  async fetch() {
    const editions = { full: withModule(microlora, scalar), small: withModule(small, smallScalar) };
    return Response.json(await check(editions, files));
  },
};
