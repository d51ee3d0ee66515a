// A worker of Cloudflare's kind that answers with the outcome.
import * as microlora from 'microlora';
import * as files from 'microlora/safetensors';
import scalar from 'microlora/wasm-scalar';
import { check } from './check.js';

export default {
  async fetch() {
    const openScalar = async () => ({
      api: microlora,
      engine: await microlora.createEngine({ module: scalar }),
    });
    return Response.json(await check(microlora, openScalar, files));
  },
};
