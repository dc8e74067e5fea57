import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { external, known, openWorld } from '../drill/kf.js';
import { prepare, withStore } from '../drill/kill.js';
import { pledges } from './callback.js';
import type { Figure } from './figure.js';
import { load } from './wire.js';

const waiting = 1000;
/** A customer is told five things before they have to write again. */
const each = 4;
const mostMs = 600_000;

/** A thousand messages that wait in 微信客服, pulled, booked and answered, against the same deeds by callbacks, one after the other in one process. */
export async function benchKf(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'zhongyi-bench-'));
  const databaseUrl = `sqlite:${join(folder, 'kf.sqlite')}`;
  await withStore(databaseUrl, async store => {
    await prepare(store, 0);
    await known(store, waiting / each);
  });
  const world = await openWorld();
  const bot = await world.start(databaseUrl);
  // What is loaded with the first message is loaded for both.
  await load(bot.port, pledges(1, 200));
  const callback = await load(bot.port, pledges(1, waiting));
  const perSecond = await workedOff(world.app.kf);
  await bot.stop();
  await world.close();
  rmSync(folder, { recursive: true, force: true });
  return [
    { name: 'kf.callback', value: callback.perSecond, unit: 'messages/s' },
    { name: 'kf.bot', value: perSecond, unit: 'messages/s' },
    { name: 'kf.ratio', value: perSecond / callback.perSecond, unit: 'of the callback (goal 0.5)' },
  ];
}

/** From the bell to the last answer. */
async function workedOff(kf: Awaited<ReturnType<typeof openWorld>>['app']['kf']): Promise<number> {
  const { onBell } = kf;
  kf.onBell = null;
  for (let index = 0; index < waiting; index += 1) {
    // One bell for all of them, as after an outage.
    if (index === waiting - 1) kf.onBell = onBell;
    kf.say(external(index % (waiting / each)), `1号项目我再出${1 + (index % 9)}元`);
  }
  const started = performance.now();
  while (kf.shown.length < waiting) {
    if (performance.now() - started > mostMs) throw new Error(`only ${kf.shown.length} were answered`);
    await sleep(5);
  }
  return waiting / ((performance.now() - started) / 1000);
}
