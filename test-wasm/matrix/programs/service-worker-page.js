// A page that registers a service worker, asks it and says what it replies.

try {
  await navigator.serviceWorker.register('service-worker.js', { type: 'module' });
  const { active } = await navigator.serviceWorker.ready;
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => (window.outcome = JSON.stringify(data));
  active.postMessage('outcome', [port2]);
} catch (error) {
  window.outcome = JSON.stringify({ failed: `${error}` });
}
