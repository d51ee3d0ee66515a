// A page that starts a Web Worker and says what that sends.
const worker = new Worker('worker.js', { type: 'module' });
worker.onmessage = ({ data }) => (window.outcome = JSON.stringify(data));
worker.onerror = ({ message }) => (window.outcome = JSON.stringify({ failed: message }));
