// A server on 127.0.0.1 that answers what a table says: address to { status, headers, body }.
import { listen } from './servers.js';

export function serveTable(table) {
  return listen((request, response) => {
    const answer = table[new URL(request.url, 'http://x').pathname];
    if (answer === undefined) return void response.writeHead(404).end('nothing here');
    const { status = 200, type = 'text/html; charset=utf-8', headers = {}, body } = answer;
    response.writeHead(status, { 'Content-Type': type, ...headers }).end(body);
  });
}
