import { expect, onTestFinished, test } from 'vitest';
import { Bot, takePosts } from '../../../dev/drill/bot.js';
import { startPostgres } from '../../../dev/drill/postgres.js';
import { verify } from '../../../src/process/commands/verify.js';
import { Lease } from '../../../src/store/engine/lease.js';
import { Project } from '../../../src/store/proposal/project.js';
import { sample } from '../../../src/trial/sample-grid.js';
import { LongLine, bot } from '../../support/long-line.js';

test('the process that holds the long connection is killed: the other one takes it up and answers what was delivered meanwhile, once', async () => {
  const { url, stop } = await startPostgres({ careless: true });
  onTestFinished(stop);
  const line = await LongLine.open(new Date().toISOString(), url);
  const group = await takePosts();
  const door = { WECOM_BOT_ID: bot.botId, WECOM_BOT_SECRET: bot.secret, WECOM_WS_URL: line.url };
  const start = async (): Promise<Bot> => {
    const process = await Bot.start(url, group.address, door);
    onTestFinished(() => (process.isDown ? undefined : process.kill()));
    return process;
  };
  onTestFinished(() => void group.close());
  const holder = async (): Promise<string | undefined> => (await line.store.dataSource.manager.find(Lease))[0]?.holder;
  const first = await start();
  await line.far.connected();
  await start();
  const before = await holder();
  const place = { userid: 'r021', chat: `group:${sample.code}`, chatId: sample.chatId };
  const message = line.callback('r021', '提案：更换老化的电力线路，预算23.6万元', 'M-1');
  const deliver = () => line.far.deliver(message, { kind: 'message' }, place);
  const acknowledged = await deliver();
  expect(acknowledged.kind).toBe('said');

  await first.kill();
  // As WeChat Work does: what got no answer is delivered again.
  let again = await deliver();
  for (let tries = 0; again.kind !== 'said' && tries < 20; tries += 1) again = await deliver();

  expect(again).toEqual(acknowledged);
  expect(await holder()).not.toBe(before);
  expect(await line.store.dataSource.manager.countBy(Project, {})).toBe(1);
  expect(await verify(line.store, () => undefined)).toBe(true);
}, 240_000);
