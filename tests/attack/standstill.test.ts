import { createServer as createTcpServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { LinkDoor } from '../../src/process/long-connection-door.js';
import { Sender } from '../../src/outbox/sender.js';
import { Callback } from '../../src/store/engine/callback.js';
import { Leases } from '../../src/store/engine/leases.js';
import { Lease } from '../../src/store/engine/lease.js';
import type { Store } from '../../src/store/engine/store.js';
import { bringer } from '../../src/talk/sent/brought.js';
import type { Attachment, Message } from '../../src/talk/message.js';
import { sample } from '../../src/trial/sample-grid.js';
import { bareKeys } from '../support/bare-keys.js';
import { aNeighbourhood } from '../support/neighbourhood.js';

const log = pino({ level: 'silent' });

test('of a stranger nothing is fetched, and nobody brings more than their share', async () => {
  const grid = await aNeighbourhood();
  const fetched: string[] = [];
  const fetchPicture = async ({ url }: Attachment) => {
    fetched.push(url);
    return 'none' as const;
  };
  const bring = bringer({ store: grid.store, fetchPicture, fetchFile: async () => Buffer.from('a file') });
  const pictures = Array.from({ length: 9 }, (_, index) => ({ url: `picture:${index}` }));
  const from = (userid: string, id: string): Message => ({
    id,
    userid,
    chat: { kind: 'group', id: sample.chatId },
    body: { kind: 'said', text: '看', pictures },
  });

  expect((await bring(from('stranger', 's1'), grid.now)).pictures).toEqual(pictures.map(() => null));
  expect(fetched).toEqual([]);
  for (let message = 0; message < 6; message += 1) await bring(from('r021', `m${message}`), grid.now);
  expect(fetched).toHaveLength(36);
  await bring(from('r021', 'later'), new Date(grid.now.getTime() + 11 * 60_000));
  expect(fetched).toHaveLength(45);
  // A clock that was put back must not keep a member out until the old time has come again.
  for (let message = 0; message < 4; message += 1)
    await bring(from('r021', `n${message}`), new Date(grid.now.getTime() + 11 * 60_000));
  expect(fetched).toHaveLength(72);
  await bring(from('r021', 'put back'), grid.now);
  expect(fetched).toHaveLength(81);
});

test('a round of the outbox that fails is told, and the next one sends', async () => {
  const grid = await aNeighbourhood();
  let isLocked = true;
  const faults: unknown[] = [];
  const store = new Proxy(grid.store, {
    get: (target, name) =>
      name === 'inUnit' && isLocked
        ? () => Promise.reject(new Error('database is locked'))
        : (Reflect.get(target, name) as unknown),
  }) as Store;
  let rounds = 0;
  const sender = new Sender({
    store,
    client: {} as never,
    link: { isUp: true, push: async () => undefined },
    now: () => grid.now,
    log: { ...log, error: (fault: unknown) => faults.push(fault), warn: () => undefined } as never,
    chance: () => 0,
    onRound: () => (rounds += 1),
  });

  await sender.sendDue();
  expect(faults).toHaveLength(1);
  expect(rounds).toBe(0);
  isLocked = false;
  await sender.sendDue();
  expect(rounds).toBeGreaterThan(0);
});

test('a server that accepts and says nothing is given up after 30 s, and the lease is free for another process', async () => {
  const grid = await aNeighbourhood();
  const deaf = createTcpServer(() => undefined);
  await new Promise<void>(resolve => deaf.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void deaf.close());
  const url = `ws://127.0.0.1:${(deaf.address() as AddressInfo).port}`;
  const door = new LinkDoor({
    store: grid.store,
    credentials: { botId: 'AIB', secret: 's', url },
    holder: 'one',
    keys: bareKeys,
    clockMs: () => grid.now.getTime(),
    answer: async () => ({ text: '' }),
    now: () => grid.now,
    log,
    onFault: () => undefined,
    onQueued: () => undefined,
  });
  onTestFinished(() => door.close());
  const lease = () => grid.store.dataSource.manager.findOneBy(Lease, { name: 'long-connection' });

  await door.tick();
  expect((await lease())?.holder).toBe('one');
  expect(door.downSinceMs).not.toBeNull();
  for (let beat = 0; beat < 6; beat += 1) {
    grid.now = new Date(grid.now.getTime() + 5_000);
    await door.tick();
  }
  expect(await lease()).toMatchObject({ holder: '', until: grid.now });
  // Given up is not up: the bot is not ready until it is connected, or another process is.
  expect(door.downSinceMs).not.toBeNull();
  await grid.inUnit(async unit => {
    await new Leases(unit.manager).take({ name: 'long-connection', holder: 'two', now: grid.now, forMs: 300_000 });
    unit.journal.add('story', { by: 'operator', at: grid.now });
  });
  grid.now = new Date(grid.now.getTime() + 60_000);
  await door.tick();
  expect(door.downSinceMs).toBeNull();
});

test('the answer with a paper’s picture is kept without its bytes, and given again with it', async () => {
  const grid = await aNeighbourhood();
  const [leader, secretary] = [grid.role('building_leader'), grid.role('grid_secretary')];
  await leader.says('发起表决：要不要装路灯，三天后截止');
  await leader.sends('一张纸票');
  const { building, unit, room } = grid.resident(22).known ?? {};
  await leader.says(`1号纸票：${building}号楼${unit}单元${room} 同意`, { chat: 'single' });
  await secretary.says('看纸票1', { chat: 'single', id: 'shown' });
  const first = secretary.last;

  await secretary.says('看纸票1', { chat: 'single', id: 'shown' });

  expect(first.pictures?.length).toBe(1);
  expect(secretary.last.pictures?.[0]?.equals(first.pictures?.[0] ?? Buffer.alloc(0))).toBe(true);
  const kept = await grid.store.dataSource.manager.findOneBy(Callback, { messageId: 'shown' });
  expect(kept?.reply['pictures']).toBeUndefined();
  expect(JSON.stringify(kept?.reply).length).toBeLessThan(2_000);
});
