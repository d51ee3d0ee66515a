// Servers on 127.0.0.1, at ports that are free.
import { once } from 'node:events';
import { createServer } from 'node:http';

/**
 * Starts a server; returns its address and what closes it.
 *
 * @param {import('node:http').RequestListener} handle
 */
export async function listen(handle) {
  const server = createServer(handle);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A port for a program that must be told one. */
export async function freePort() {
  const { address, close } = await listen();
  await close();
  return Number(new URL(address).port);
}
