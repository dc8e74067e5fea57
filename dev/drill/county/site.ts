import type { AddressInfo } from 'node:net';
import { randomBytes } from 'node:crypto';
import Koa from 'koa';
import { boardRoutes } from '../../../src/web/board.js';
import { countyRoutes } from '../../../src/web/county.js';
import type { Bot } from './town.js';
import { countyAdmin } from './people.js';

export interface Site {
  readonly base: string;
  /** The session of the county's admin, as the bot's one-time link began it. */
  readonly cookie: string;
  close(): Promise<unknown>;
}

/** The board and the county's pages on a port of this machine, and a login to them. */
export async function openSite({ store, bot }: { store: Bot['store']; bot: Bot }): Promise<Site> {
  const app = new Koa();
  const now = (): Date => bot.now;
  // A reader who takes their time: a minute passes between two pages.
  let ms = 0;
  const clockMs = (): number => (ms += 60_000);
  app.use(
    boardRoutes({
      chance: Math.random,
      store,
      now,
      boardUrl: code => `http://127.0.0.1:3000/board/${code}`,
      clockMs,
    }).routes(),
  );
  app.use(countyRoutes({ store, now, random: randomBytes, isSecure: false, clockMs }).routes());
  const server = app.listen(0, '127.0.0.1');
  await new Promise(resolve => server.once('listening', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const said = await bot.hears(countyAdmin, { kind: 'single' }, { kind: 'said', text: '县级看板', pictures: [] });
  const link = /\/county\/login\/[\w-]+/u.exec(said)?.[0] ?? '';
  const login = await fetch(base + link, { method: 'POST', redirect: 'manual' });
  const cookie = /overview=([^;]+)/u.exec(login.headers.get('set-cookie') ?? '')?.[1];
  if (!cookie) throw new Error(`the county's admin could not log in: ${said}`);
  return { base, cookie, close: () => new Promise(resolve => server.close(resolve)) };
}
