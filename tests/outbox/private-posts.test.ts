import { pino } from 'pino';
import { expect, test } from 'vitest';
import { Sender } from '../../src/outbox/sender.js';
import { AppStandIn } from '../../src/simulator/app-stand-in.js';
import { Post } from '../../src/store/notice/post.js';
import { AppApi } from '../../src/wecom/app/api.js';
import { MemberPush } from '../../src/wecom/app/member-push.js';
import type { Client } from '../../src/wecom/robot/client.js';
import type { Link } from '../../src/wecom/robot/long-connection.js';
import { WeComError } from '../../src/wecom/errors.js';
import { bareKeys } from '../support/bare-keys.js';
import { corp } from '../support/kf.js';
import { aNeighbourhood } from '../support/neighbourhood.js';

/** What becomes of one call of message/send: it arrives and the answer is lost, it is lost itself, or all is well. */
type Fate = 'answer lost' | 'lost' | 'well';

/** Private posts of a neighbourhood by the app, on a wire whose next calls go as `fates` says. */
async function byApp(fates: Fate[]) {
  const grid = await aNeighbourhood({ households: 2 });
  const wire = new AppStandIn({ ...corp, openKfIds: [], now: () => grid.now });
  const between: typeof fetch = async (input, init) => {
    const isSend = String(input).includes('message/send');
    const fate = isSend ? (fates.shift() ?? 'well') : 'well';
    const answer = fate === 'lost' ? null : await wire.fetch(input, init);
    if (answer && fate === 'well') return answer;
    throw new DOMException('timeout', 'TimeoutError');
  };
  const clockMs = (): number => grid.now.getTime();
  const api = new AppApi({ ...corp, apiBase: 'https://qyapi.example', timeoutMs: 1000, clockMs, fetch: between });
  const parts = { store: grid.store, client: {} as Client, log: pino({ level: 'silent' }), chance: () => 0 };
  const sender = new Sender({ ...parts, members: new MemberPush(api, bareKeys, () => undefined), now: () => grid.now });
  return { grid, wire, sender, heard: () => wire.messages.map(({ body }) => String(body['content'])) };
}

type Bot = Awaited<ReturnType<typeof byApp>>;

async function tells({ grid }: Pick<Bot, 'grid'>, text: string, userid = 'r001'): Promise<void> {
  await grid.inUnit(async unit => {
    await unit.posts.toMember(userid, text, grid.now);
    unit.journal.add('story', { by: 'operator', at: grid.now });
  });
}

async function minutes({ grid, sender }: Pick<Bot, 'grid' | 'sender'>, count: number): Promise<void> {
  for (let minute = 0; minute < count; minute += 1) {
    await sender.sendDue();
    grid.now = new Date(grid.now.getTime() + 60_000);
  }
}

const weighty = ['您的200元认捐到账了', '3号的表决今晚截止', '您的积分用掉了20分', '决算等您核对', '明天停水'];

test.each(weighty)(
  'by the app, words whose fate is not known are told once, whatever they are about: %s',
  async words => {
    for (const fates of [['answer lost'], ['lost'], ['answer lost', 'lost'], ['lost', 'answer lost']] as Fate[][]) {
      const bot = await byApp([...fates]);
      await tells(bot, words);
      await minutes(bot, 10);
      expect(bot.heard(), fates.join()).toEqual([words]);
    }
  },
);

test('the same words of two deeds are told twice: only what may have come is checked', async () => {
  const bot = await byApp([]);
  await tells(bot, '您的100元到账了');
  await minutes(bot, 1);
  await tells(bot, '您的100元到账了');
  await minutes(bot, 1);

  expect(bot.heard()).toEqual(['您的100元到账了', '您的100元到账了']);
});

test('what else waits does not join words that may have come, or they would be others', async () => {
  const bot = await byApp(['answer lost']);
  await tells(bot, '您的100元到账了');
  await minutes(bot, 1);
  await tells(bot, '明天停水');
  await minutes(bot, 3);

  expect(bot.heard()).toEqual(['您的100元到账了', '明天停水']);
});

test('what a process left on its way is told once by the next one', async () => {
  for (const arrived of [true, false]) {
    const bot = await byApp([]);
    await tells(bot, '您的100元到账了');
    if (arrived) await bot.sender.sendDue();
    await bot.grid.store.dataSource.manager.update(
      Post,
      { userid: 'r001' },
      { state: 'sending', sentAt: bot.grid.now },
    );
    await bot.sender.takeOver();
    await minutes(bot, 3);
    expect(bot.heard(), String(arrived)).toEqual(['您的100元到账了']);
  }
});

test('past the hours in which WeChat Work knows what it has told, it is shown in the private chat, and says that it may be a second time', async () => {
  const bot = await byApp(Array.from({ length: 400 }, () => 'lost' as const));
  await tells(bot, '您的100元到账了');
  await minutes(bot, 6 * 60);

  expect(bot.heard()).toEqual([]);
  expect(await bot.grid.resident('r001').says('帮助', { chat: 'single' })).toContain('（可能重复）您的100元到账了');
  expect(await bot.grid.resident('r001').says('帮助', { chat: 'single' })).not.toContain('到账了');
});

test('over the long connection, which checks nothing, money is not pushed again but shown, marked, in the private chat', async () => {
  const grid = await aNeighbourhood({ households: 2 });
  const heard: string[] = [];
  const link = {
    isUp: true,
    async push(_: unknown, words: { text: string }) {
      heard.push(words.text);
      if (heard.length <= 2) throw new WeComError({ kind: 'unknown', detail: 'push' });
    },
  } as unknown as Link;
  const parts = { store: grid.store, client: {} as Client, log: pino({ level: 'silent' }), chance: () => 0 };
  const bot = { grid, sender: new Sender({ ...parts, link, now: () => grid.now }) };
  await tells(bot, '您的100元到账了');
  await tells(bot, '明天停水');
  await minutes(bot, 4);

  expect(heard).toEqual(['您的100元到账了', '明天停水', '（可能重复）明天停水']);
  expect(await grid.resident('r001').says('帮助', { chat: 'single' })).toContain('（可能重复）您的100元到账了');
});
