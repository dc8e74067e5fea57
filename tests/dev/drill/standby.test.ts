import { createServer, connect, type AddressInfo, type Socket } from 'node:net';
import Koa from 'koa';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { ormconfig } from '../../../ormconfig.js';
import { verify } from '../../../src/process/commands/verify.js';
import { openReplica, openStore } from '../../../src/store/engine/open.js';
import type { Store } from '../../../src/store/engine/store.js';
import { sample, sampleResidents } from '../../../src/trial/sample-grid.js';
import { seedTrial } from '../../../src/trial/seed.js';
import { boardOf } from '../../support/board.js';
import { startPostgresPair } from '../../support/postgres-pair.js';
import { closed, listening } from '../../support/server.js';

const now = new Date('2026-03-02T10:00:00+08:00');

/** The address that the bot knows: what stands behind it may change, as behind the virtual address of a cluster. */
async function anAddress(port: number): Promise<{ url: string; turnTo: (port: number) => void }> {
  let target = port;
  const open = new Set<Socket>();
  const server = createServer(client => {
    const behind = connect(target, '127.0.0.1');
    for (const [one, other] of [
      [client, behind],
      [behind, client],
    ] as const) {
      open.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of open) socket.destroy();
    server.close();
  });
  return {
    url: `postgres://postgres@127.0.0.1:${(server.address() as AddressInfo).port}/postgres`,
    turnTo: to => {
      target = to;
      for (const socket of open) socket.destroy();
    },
  };
}

async function deed(store: Store, no: number): Promise<void> {
  await store.inUnit(async open => {
    const grid = await open.grids.byCode(sample.code);
    if (!grid) throw new Error('the grid is there');
    const unit = await open.within(grid);
    unit.journal.add('story', { by: 'operator', at: now, facts: { no } });
  });
}

async function deedsOf(store: Store): Promise<number[]> {
  const rows = (await store.dataSource.query(`SELECT facts FROM journal WHERE deed = 'story' ORDER BY id`)) as {
    facts: string;
  }[];
  return rows.map(({ facts }) => (JSON.parse(facts) as { no: number }).no);
}

async function pageOf(store: Store, replica: Store): Promise<string> {
  const { server, base } = await listening(new Koa().use(boardOf({ store, now }, { replica })).callback());
  const page = await (await fetch(`${base}/board/${sample.code}`)).text();
  await closed(server);
  return page;
}

test('the board is read from the standby; when the primary dies the standby takes over and holds all that was acknowledged', async () => {
  const pair = await startPostgresPair();
  onTestFinished(pair.stop);
  const address = await anAddress(pair.primary.port);
  const store = await openStore(ormconfig(address.url));
  onTestFinished(() => store.dataSource.destroy());
  await seedTrial(store, now, sampleResidents().slice(0, 20));
  const replica = await openReplica(ormconfig(pair.standby.url));
  onTestFinished(() => replica.dataSource.destroy());

  // A reader of the board does not touch the primary, and the standby takes no writes.
  const record = { inUnit: () => Promise.reject(new Error('the primary was asked')) } as unknown as Store;
  expect(await pageOf(record, replica)).toContain(sample.name);
  await expect(deed(replica, 0)).rejects.toThrow(/read-only/u);

  const acknowledged: number[] = [];
  let isDown = false;
  const writing = (async () => {
    for (let no = 1; !isDown; no += 1) {
      try {
        await deed(store, no);
        acknowledged.push(no);
      } catch {
        isDown = true;
      }
    }
  })();
  while (acknowledged.length < 25) await new Promise(setImmediate);
  await pair.primary.kill();
  await writing;

  const client = new pg.Client(pair.standby.url);
  await client.connect();
  await client.query('SELECT pg_promote()');
  await client.end();
  address.turnTo(pair.standby.port);
  await deed(store, 1_000_000);

  const kept = await deedsOf(store);
  expect(kept.filter(no => acknowledged.includes(no))).toEqual(acknowledged);
  // What was not acknowledged is there whole or not at all; only the last can be in doubt.
  expect(kept.filter(no => no < 1_000_000).length).toBeLessThanOrEqual(acknowledged.length + 1);
  expect(kept.at(-1)).toBe(1_000_000);
  expect(await verify(store, () => undefined)).toBe(true);
  expect(await pageOf(store, replica)).toContain(sample.name);
});

test('where the replica does not answer, pages come from the record itself', async () => {
  const store = await openStore(ormconfig('sqlite::memory:'));
  onTestFinished(() => store.dataSource.destroy());
  await seedTrial(store, now, sampleResidents().slice(0, 5));
  const gone = { inUnit: () => Promise.reject(new Error('connection refused')) } as unknown as Store;

  expect(await pageOf(store, gone)).toContain(sample.name);
});
