// A route of the edge runtime: answers with the outcome.
import * as microlora from 'microlora';
import * as files from 'microlora/safetensors';
// By its file: the app router's bundler finds no "?module" through `exports`.
import scalar from '../../node_modules/microlora/dist/microlora.scalar.wasm?module';
import { check } from '../../check.js';

export const runtime = 'edge';
export const dynamic = 'force-dynamic';

export async function GET() {
  const openScalar = async () => ({
    api: microlora,
    engine: await microlora.createEngine({ module: scalar }),
  });
  return Response.json(await check(microlora, openScalar, files));
}
