// A service worker: replies to a message with the outcome.
import { outcome } from './outcome-by-path.js';

addEventListener('message', (event) => {
  event.waitUntil(outcome().then((seen) => event.ports[0].postMessage(seen)));
});
