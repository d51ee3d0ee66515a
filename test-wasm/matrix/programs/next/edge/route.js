// A route of the edge runtime: returns the outcome.
import * as microlora from 'microlora';
import * as files from 'microlora/safetensors';
import * as small from 'microlora/small';
// By their files: the app router's bundler finds no "?module" through `exports`.
import scalar from '../../node_modules/microlora/dist/microlora.scalar.wasm?module';
import smallScalar from '../../node_modules/microlora/dist/small.scalar.wasm?module';
import { check, withModule } from '../../check.js';

export const runtime = 'edge';
export const dynamic = 'force-dynamic';

export async function GET() {
  const editions = { full: withModule(microlora, scalar), small: withModule(small, smallScalar) };
  return Response.json(await check(editions, files));
}
