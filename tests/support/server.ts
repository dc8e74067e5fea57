import { type RequestListener, type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type Koa from 'koa';
import { onTestFinished } from 'vitest';

/** A real HTTP server on a free port of this machine, and how its address begins. */
export async function listening(listener: RequestListener): Promise<{ server: Server; base: string }> {
  const server = createServer(listener);
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return { server, base: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

export async function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise(resolve => {
    server.close(resolve);
  });
}

/** Serves an app until the test ends, and answers how its address begins. */
export async function served(app: Pick<Koa, 'callback'>): Promise<string> {
  const { server, base } = await listening(app.callback());
  onTestFinished(() => closed(server));
  return base;
}
