import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sample, sampleResidents } from '../src/trial/sample-grid.js';
import { keys, load, post, sealed, wordsOf } from './wire.js';
import type { Figure } from './figure.js';

const here = dirname(fileURLToPath(import.meta.url));
const residents = sampleResidents();
const count = 4000;

/** Pledges over HTTP, each parsed, checked, booked, journaled and durable before its answer, against the floor. */
export async function benchCallback(): Promise<Figure[]> {
  const floor = await served('floor-server.js', 3911, {}, async port => load(port, pledges(1, count)));
  const folder = mkdtempSync(join(tmpdir(), 'zhongyi-bench-'));
  const settings = {
    TRIAL: '1',
    WECOM_TOKEN: keys.token,
    WECOM_ENCODING_AES_KEY: keys.encodingAesKey,
    DATABASE_URL: `sqlite:${join(folder, 'bench.sqlite')}`,
    LOG_LEVEL: 'error',
  };
  const bot = await served('../src/server.js', 3912, settings, async port => {
    const no = await openRound(port);
    return load(port, pledges(no, count));
  });
  rmSync(folder, { recursive: true, force: true });
  return [
    { name: 'callback.floor', value: floor.perSecond, unit: 'messages/s' },
    { name: 'callback.bot', value: bot.perSecond, unit: 'messages/s' },
    { name: 'callback.ratio', value: bot.perSecond / floor.perSecond, unit: 'of the floor' },
    { name: 'callback.p99', value: bot.p99Ms, unit: 'ms' },
    { name: 'callback.floor.p99', value: floor.p99Ms, unit: 'ms' },
  ];
}

function pledges(no: number, many: number): { path: string; body: string }[] {
  return Array.from({ length: many }, (_, index) => {
    const { userid } = residents[index % residents.length] ?? { userid: 'r001' };
    return sealed(userid, `${no}号项目我出${1 + (index % 9)}元`, sample.chatId);
  });
}

/** Leads one project to its pledge round, as its people would. */
async function openRound(port: number): Promise<number> {
  const agent = new Agent({ keepAlive: true });
  const says = async (userid: string, text: string): Promise<string> =>
    wordsOf(await post(agent, port, sealed(userid, text, sample.chatId)));
  const opened = await says('r021', '提案：更换老化的电力线路，预算900万元');
  const no = Number(/(\d+)号/.exec(opened)?.[1] ?? 1);
  for (const userid of ['r022', 'r023', 'r024', 'r025']) await says(userid, `附议${no}号`);
  await says('r002', `${no}号定为迫切需求类`);
  await says('r002', `发布${no}号方案：更换全院电力线路，预算900万元`);
  await daysLater(port, 8);
  await says('r001', `${no}号项目发起表决，3天后截止`);
  for (const { userid } of residents) await says(userid, `${no}号同意`);
  await daysLater(port, 14);
  const answer = await says('r030', `${no}号项目我出200元`);
  if (!answer.includes('200元')) throw new Error(`the round did not open: ${answer}`);
  agent.destroy();
  return no;
}

async function daysLater(port: number, days: number): Promise<void> {
  const clock = `http://127.0.0.1:${port}/simulator/clock`;
  const { now } = (await (await fetch(clock)).json()) as { now: string };
  const later = new Date(new Date(now).getTime() + days * 86_400_000).toISOString();
  const headers = { 'content-type': 'application/json' };
  await fetch(clock, { method: 'PUT', headers, body: JSON.stringify({ now: later }) });
}

/** Runs a server of its own process for the time of some work. */
async function served<T>(
  file: string,
  port: number,
  settings: Record<string, string>,
  work: (port: number) => Promise<T>,
): Promise<T> {
  const server = spawn(
    process.execPath,
    [
      ...(process.env['BENCH_PROF'] ? ['--cpu-prof', '--cpu-prof-dir', process.env['BENCH_PROF']] : []),
      join(here, file),
    ],
    {
      env: { ...process.env, ...settings, PORT: String(port) },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  try {
    await firstWords(server);
    return await work(port);
  } finally {
    const gone = new Promise(resolve => server.once('exit', resolve));
    server.kill('SIGTERM');
    await gone;
  }
}

function firstWords(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    server.stdout?.once('data', () => resolve());
    server.once('exit', code => reject(new Error(`the server stopped with exit status ${code}`)));
  });
}
