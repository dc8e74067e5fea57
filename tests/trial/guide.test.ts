import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { readConfig } from '../../src/process/config.js';
import { start } from '../../src/process/start.js';
import type { Hint } from '../../src/simulator/routes.js';
import type { World } from '../../src/simulator/world.js';
import { freePort } from '../support/free-port.js';

/** A trial whose program may be stopped and started again on the same record. */
async function aTrial() {
  const folder = mkdtempSync(join(tmpdir(), 'zhongyi-guide-'));
  const port = await freePort();
  const config = readConfig({
    PORT: String(port),
    DATABASE_URL: `sqlite:${join(folder, 'trial.sqlite')}`,
    TRIAL: '1',
  });
  let stop = await start(config, pino({ level: 'error' }));
  onTestFinished(async () => {
    await stop();
    rmSync(folder, { recursive: true, force: true });
  });
  const base = `http://127.0.0.1:${port}/simulator`;
  const send = async (path: string, body: object, method = 'POST'): Promise<void> => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${base}${path}`, { method, headers, body: JSON.stringify(body) });
    expect(response.status, `${path} ${await response.clone().text()}`).toBe(200);
  };
  return {
    send,
    async hints(): Promise<Hint[]> {
      return ((await (await fetch(`${base}/guide`)).json()) as { hints: Hint[] }).hints;
    },
    async world(): Promise<World> {
      return (await (await fetch(`${base}/world`)).json()) as World;
    },
    async clock(): Promise<Date> {
      return new Date(((await (await fetch(`${base}/clock`)).json()) as { now: string }).now);
    },
    /** What an opened page is shown at once. */
    async chats(): Promise<string> {
      const stream = await fetch(`${base}/events`);
      let text = '';
      const decoder = new TextDecoder();
      for await (const part of stream.body ?? []) {
        text += decoder.decode(part as Uint8Array, { stream: true });
        if (text.includes('event: caught-up')) break;
      }
      return text;
    },
    async restart() {
      await stop();
      stop = await start(config, pino({ level: 'error' }));
    },
  };
}

test('118 homes have one bound member each, and in six of them lives somebody without an account', async () => {
  const trial = await aTrial();
  const [grid] = (await trial.world()).grids;
  const at = ({ building, unit, room }: { building: unknown; unit: unknown; room: unknown }): string =>
    `${building}/${unit}/${room}`;
  const homes = new Set(grid?.members.map(at));

  expect([grid?.members.length, homes.size]).toEqual([118, 118]);
  expect(grid?.outside?.map(({ phone }) => phone).toSorted()).toEqual([
    'paper',
    'paper',
    'wechat',
    'wechat',
    'wechat',
    'wechat',
  ]);
  for (const one of grid?.outside ?? []) {
    expect(homes).toContain(at(one));
    expect(grid?.members.map(({ name }) => name)).not.toContain(one.name);
  }
});

type Trial = Awaited<ReturnType<typeof aTrial>>;

/** Does what a suggestion says, as the page does at a tap. */
async function follow(trial: Trial, hint: Hint): Promise<string> {
  if ('clock' in hint) {
    await trial.send('/clock', { now: hint.clock }, 'PUT');
    return '';
  }
  if ('press' in hint) {
    await trial.send('/say', { userid: hint.who, chat: 'group', text: '1号同意' });
    return '同意';
  }
  const lines = 'crowd' in hint ? hint.lines : [hint];
  for (const line of lines) {
    const images = 'images' in line && Array.isArray(line.images) ? line.images : [];
    await trial.send('/say', { userid: line.who, chat: line.chat, text: line.text, images });
  }
  return lines.map(({ text }) => text).join('\n');
}

test(
  'whoever takes only the first suggestion brings a matter of their own from its first word to the archive',
  { timeout: 300_000 },
  async () => {
    const trial = await aTrial();
    await trial.send('/say', { userid: 'r040', chat: 'group', text: '提案：大门口的坑补平，预算3000元' });
    const said: string[] = [];
    let taps = 0;
    for (; taps < 45; taps += 1) {
      const hints = await trial.hints();
      const [first] = hints;
      if (!first || ('text' in first && first.text.startsWith('提案：'))) break;
      said.push(await follow(trial, hints.find(hint => 'crowd' in hint) ?? first));
    }

    expect(said.join('\n')).toContain('大门口的坑补平');
    expect(said.join('\n')).not.toContain('……');
    expect(taps, said.join('\n').slice(-2000)).toBeLessThan(45);
    const [next] = await trial.hints();
    expect(next && 'text' in next && next.text).toContain('提案：');
  },
);

test(
  'a restart keeps the chats, and 重新开始 empties them, the record and the clock',
  { timeout: 300_000 },
  async () => {
    const trial = await aTrial();
    const before = await trial.clock();
    await trial.send('/say', { userid: 'r040', chat: 'group', text: '提案：大门口的坑补平，预算3000元' });
    await trial.send('/clock', { now: new Date(before.getTime() + 40 * 86_400_000).toISOString() }, 'PUT');
    await trial.restart();
    expect(await trial.chats()).toContain('大门口的坑补平');

    await trial.send('/again', {}, 'PUT');

    expect(await trial.chats()).not.toContain('大门口的坑补平');
    expect((await trial.clock()).getTime() - before.getTime()).toBeLessThan(86_400_000);
    const [begin] = await trial.hints();
    expect(begin && 'text' in begin && begin.text).toContain('提案：');
    await trial.send('/say', { userid: 'r040', chat: 'group', text: '提案：大门口的坑补平，预算3000元' });
    expect(await trial.chats()).toContain('1号');
  },
);
