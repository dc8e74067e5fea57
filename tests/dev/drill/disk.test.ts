import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { post, sealed, wordsOf } from '../../../dev/bench/wire.js';
import { Bot, takePosts } from '../../../dev/drill/bot.js';
import { ormconfig } from '../../../ormconfig.js';
import { backup, restore } from '../../../src/process/commands/backup.js';
import { verify } from '../../../src/process/commands/verify.js';
import { Callback } from '../../../src/store/engine/callback.js';
import { openStore } from '../../../src/store/engine/open.js';
import { sample } from '../../../src/trial/sample-grid.js';
import { seedTrial } from '../../../src/trial/seed.js';

/** A bot in a process of its own, whose record is a file that the test can get at. */
async function aBot() {
  const folder = mkdtempSync(join(tmpdir(), 'zhongyi-disk-'));
  const file = join(folder, 'record.sqlite');
  const databaseUrl = `sqlite:${file}`;
  const store = await openStore(ormconfig(databaseUrl));
  await seedTrial(store, new Date());
  await store.dataSource.destroy();
  const group = await takePosts();
  const bot = await Bot.start(databaseUrl, group.address);
  const agent = new Agent();
  onTestFinished(async () => {
    agent.destroy();
    if (!bot.isDown) await bot.kill();
    await group.close();
    rmSync(folder, { recursive: true });
  });
  const says = async (id: string, text: string): Promise<string> =>
    wordsOf(await post(agent, bot.port, sealed('r021', text, sample.chatId, id)));
  const board = async (): Promise<number> => (await fetch(`http://127.0.0.1:${bot.port}/board/${sample.code}`)).status;
  return { bot, file, folder, databaseUrl, says, board };
}

/** The messages that the record has, and what `verify` finds wrong with it. */
async function found(databaseUrl: string): Promise<{ kept: string[]; faults: string[] }> {
  const store = await openStore(ormconfig(databaseUrl));
  const lines: string[] = [];
  const isSound = await verify(store, line => lines.push(line));
  const rows = await store.dataSource.manager.find(Callback, { order: { messageId: 'ASC' } });
  await store.dataSource.destroy();
  return { kept: rows.map(({ messageId }) => messageId), faults: isSound ? [] : lines };
}

test('on a disk that takes nothing more nobody is told a deed was done, the board is still read, and afterwards work goes on', async () => {
  const { bot, databaseUrl, says, board } = await aBot();
  const mayWrite = (bytes: string): void =>
    void execFileSync('prlimit', ['--pid', String(bot.pid), `--fsize=${bytes}:unlimited`]);
  expect(await says('a', '提案：更换老化的电力线路，预算2万元')).toContain('1号');

  // Every write to any file fails now, as on a disk that became read-only.
  mayWrite('0');
  expect(await says('b', '提案：3号楼东头装路灯')).toContain('出了点问题');
  expect(await says('c', '帮助')).toContain('出了点问题');
  expect(await board()).toBe(200);

  mayWrite('unlimited');
  expect(await says('b', '提案：3号楼东头装路灯')).toContain('2号');
  await bot.kill();
  expect(await found(databaseUrl)).toEqual({ kept: ['a', 'b'], faults: [] });
});

test('a record damaged under the running bot: deeds are refused, the board is still read, and the backup brings back what was acknowledged', async () => {
  const { bot, file, folder, databaseUrl, says, board } = await aBot();
  expect(await says('a', '提案：更换老化的电力线路，预算2万元')).toContain('1号');
  const copy = { databaseUrl, file: join(folder, 'copy.sqlite'), print: () => undefined };
  expect(await backup(copy)).toBe(true);

  damage(file, 'callback');

  expect(await says('b', '提案：3号楼东头装路灯')).toContain('出了点问题');
  expect(await board()).toBe(200);
  await bot.kill();
  expect(await restore({ ...copy, at: new Date('2026-03-02T09:00:00+08:00') })).toBe(true);
  expect(await found(databaseUrl)).toEqual({ kept: ['a'], faults: [] });
});

/** Overwrites the first page of a table on the disk, and has the running bot read the file anew. */
function damage(file: string, table: string): void {
  const other = new BetterSqlite3(file);
  other.pragma('wal_checkpoint(TRUNCATE)');
  const page = other.prepare('SELECT rootpage FROM sqlite_master WHERE name = ?').pluck().get(table) as number;
  const size = other.pragma('page_size', { simple: true }) as number;
  const bytes = openSync(file, 'r+');
  writeSync(bytes, Buffer.alloc(size, 0x5a), 0, size, (page - 1) * size);
  closeSync(bytes);
  // A change by somebody else: what the bot remembers of the file is stale.
  other.pragma('user_version = 1');
  other.close();
}
