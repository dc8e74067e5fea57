import { request } from 'node:http';
import Koa from 'koa';
import { onTestFinished } from 'vitest';
import { anEmptyGrid } from './board-story.js';
import { boardOf } from './board.js';
import { served } from './server.js';
import { aStore } from './store.js';

/** A board on a real port, with an empty grid. */
export async function aBareBoard(now: Date, clock?: { ms: number }) {
  const store = await aStore();
  onTestFinished(async () => {
    if (store.dataSource.isInitialized) await store.dataSource.destroy();
  });
  await anEmptyGrid(store, now);
  const app = new Koa();
  app.silent = true;
  app.use(boardOf({ store, now }, { clockMs: () => clock?.ms ?? performance.now() }));
  return { store, port: Number(new URL(await served(app)).port) };
}

interface Answer {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly text: string;
}

/** Asks for a path exactly as it is written: `fetch` would tidy `/../` away. */
export function got(port: number, path: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path }, response => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text: Buffer.concat(parts).toString() }),
      );
    });
    sent.on('error', reject);
    sent.end();
  });
}
