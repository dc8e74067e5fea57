import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sample } from '../../src/trial/sample-grid.js';
import type { Figure } from './figure.js';
import { openPolls, openRound, residents } from './round.js';
import { fullLoad, type Measured, residentMb, served, type Served } from './served.js';
import { halfLoad, keys, type Sealed, sealed } from './wire.js';

const count = 7500;

/** Pledges over HTTP, each parsed, checked, booked, journaled and durable before its answer, against the floor. */
export function benchCallback(): Promise<Figure[]> {
  return againstFloor('callback', async port => pledges(await openRound(port), count));
}

/** A Sunday evening: 60 % votes in ten polls, 15 % pledges, 15 % questions, 10 % chat. */
export function benchMixed(): Promise<Figure[]> {
  return againstFloor('mixed', async port => {
    const round = await openRound(port);
    return evening(round, await openPolls(port, 10), count);
  });
}

async function againstFloor(name: string, prepare: (port: number) => Promise<Sealed[]>): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'zhongyi-bench-'));
  const settings = botSettings(`sqlite:${join(folder, 'bench.sqlite')}`);
  const floor = await served('floor-server.js', 3911, {}, async server => bothLoads(server, pledges(1, count)));
  const bot = await served('../../bundle/server.js', 3912, settings, async server => {
    const measured = await bothLoads(server, await prepare(server.port));
    return { ...measured, residentMb: residentMb(server.pid) };
  });
  rmSync(folder, { recursive: true, force: true });
  return [
    { name: `${name}.floor`, value: floor.perSecond, unit: 'messages/s' },
    { name: `${name}.bot`, value: bot.perSecond, unit: 'messages/s' },
    { name: `${name}.ratio`, value: bot.perSecond / floor.perSecond, unit: 'of the floor (goal 0.5)' },
    { name: `${name}.floor.cpu`, value: floor.cpuMicros, unit: 'µs of processor a message' },
    { name: `${name}.bot.cpu`, value: bot.cpuMicros, unit: 'µs of processor a message' },
    { name: `${name}.floor.half.p99`, value: floor.halfP99Ms, unit: 'ms' },
    { name: `${name}.bot.half.p99`, value: bot.halfP99Ms, unit: 'ms' },
    { name: `${name}.half.p99.ratio`, value: bot.halfP99Ms / floor.halfP99Ms, unit: 'of the floor (goal 3)' },
    { name: `${name}.bot.memory`, value: bot.residentMb, unit: 'MB resident (goal 200)' },
  ];
}

/** The settings of a bot under measurement: trial mode, so that its clock can be moved and its post office is near. */
export function botSettings(databaseUrl: string): Record<string, string> {
  return {
    TRIAL: '1',
    WECOM_TOKEN: keys.token,
    WECOM_ENCODING_AES_KEY: keys.encodingAesKey,
    DATABASE_URL: databaseUrl,
    LOG_LEVEL: 'error',
  };
}

/** Two thirds of the messages at full load, then the rest at half of the pace that was reached. */
async function bothLoads(server: Served, messages: readonly Sealed[]): Promise<Measured & { halfP99Ms: number }> {
  const most = Math.floor((messages.length * 2) / 3);
  const full = await fullLoad(server, messages.slice(0, most));
  const half = await halfLoad(server.port, messages.slice(most), full.perSecond / 2);
  return { ...full, halfP99Ms: half.p99Ms };
}

function residentOf(index: number): string {
  return residents[index % residents.length]?.userid ?? 'r001';
}

export function pledges(no: number, many: number): Sealed[] {
  return Array.from({ length: many }, (_, index) =>
    sealed(residentOf(index), `${no}号项目我再出${1 + (index % 9)}元`, sample.chatId),
  );
}

const questions = ['进度', '资金', '我的积分', '谁监督'];
const chat = ['今晚谁家做饭这么香', '楼下的快递是谁的呀', '明天要下雨，大家收衣服', '谢谢楼长，辛苦了'];

export function evening(round: number, polls: readonly number[], many: number): Sealed[] {
  return Array.from({ length: many }, (_, index) => {
    const of = index % 20;
    const turn = Math.floor(index / 20);
    const words =
      of < 12
        ? `${polls[(index * 7 + turn) % polls.length] ?? 0}号${(index + turn) % 3 === 0 ? '不同意' : '同意'}`
        : of < 15
          ? `${round}号项目我再出${1 + (index % 9)}元`
          : of < 18
            ? (questions[(of + turn) % questions.length] ?? '')
            : (chat[(of + turn) % chat.length] ?? '');
    return sealed(residentOf(index * 7), words, sample.chatId);
  });
}
