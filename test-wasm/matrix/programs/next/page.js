// A server component: renders the outcome.
import { outcome } from '../outcome.js';

// When the page is asked for, not when it is built.
export const dynamic = 'force-dynamic';

export default async function Page() {
  return <pre id="outcome">{encodeURIComponent(JSON.stringify(await outcome()))}</pre>;
}
