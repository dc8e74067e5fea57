import { pino } from 'pino';
import { ormconfig } from '../../ormconfig.js';
import { byOperator } from '../../src/process/commands/by-operator.js';
import { changeGrid } from '../../src/operations/people/set-up-grid.js';
import { Sender, splitPost } from '../../src/outbox/sender.js';
import { Post } from '../../src/store/notice/post.js';
import { openStore } from '../../src/store/engine/open.js';
import type { Store } from '../../src/store/engine/store.js';
import type { Unit } from '../../src/store/engine/unit.js';
import { sample, sampleResidents } from '../../src/trial/sample-grid.js';
import { seedTrial } from '../../src/trial/seed.js';
import { createClient } from '../../src/wecom/robot/client.js';
import { chance } from './bot.js';

interface FaultReport {
  readonly minutes: number;
  readonly queued: number;
  readonly arrived: number;
  /** How many posts ended in which state. */
  readonly states: Readonly<Record<string, number>>;
  readonly faults: readonly string[];
}

const begin = new Date('2026-12-30T08:00:00+08:00');
const minuteMs = 60_000;

/**
 * WeChat Work answers by a seeded script, late, never, 500, resets, 45009, -1, 40014, 93000, half a body, over days of a
 * simulated clock (New Year lies in them, and a process that sleeps). Each post arrives once, in order, within the budget,
 * or its row says what became of it.
 */
export async function faultDrill({ minutes, seed }: { minutes: number; seed: number }): Promise<FaultReport> {
  const random = chance(seed);
  const clock = { now: begin };
  const store = await openStore(ormconfig('sqlite::memory:'), splitPost);
  await seedTrial(store, begin, sampleResidents().slice(0, 2));
  const arrivals: { text: string; at: number }[] = [];
  const client = createClient({
    apiBase: 'https://wecom.test',
    timeoutMs: 10_000,
    fetch: script(random, clock, arrivals),
  });
  const sender = new Sender({
    store,
    client,
    now: () => clock.now,
    chance: Math.random,
    log: pino({ level: 'silent' }),
  });

  let queued = 0;
  for (let minute = 0; minute < minutes; minute += 1) {
    clock.now = new Date(clock.now.getTime() + minuteMs);
    // Now and then the machine sleeps for a while, and once its clock is set back.
    if (minute % 1500 === 700) clock.now = new Date(clock.now.getTime() + 2 * 3_600_000);
    if (minute === 1000) clock.now = new Date(clock.now.getTime() - 5 * minuteMs);
    while (random() < 0.3) await queue(store, (queued += 1), random() < 0.5, clock.now);
    for (let round = 0; round < 3; round += 1) await sender.sendDue();
    if (minute % 60 === 0) await mendChannel(store, clock.now);
  }
  for (let minute = 0; minute < 240; minute += 1) {
    clock.now = new Date(clock.now.getTime() + minuteMs);
    await mendChannel(store, clock.now);
    await sender.sendDue();
  }
  const posts = await store.inUnit(({ manager }) => manager.find(Post, { order: { id: 'ASC' } }));
  await store.dataSource.destroy();
  const toGroup = posts.filter(({ userid }) => userid === null);
  const states: Record<string, number> = {};
  for (const { state } of toGroup) states[state] = (states[state] ?? 0) + 1;
  return { minutes, queued, arrived: arrivals.length, states, faults: reckon(toGroup, arrivals) };
}

function reckon(posts: readonly Post[], arrivals: readonly { text: string; at: number }[]): string[] {
  const faults: string[] = [];
  const seen = new Map<string, number>();
  for (const { text } of arrivals) seen.set(text, (seen.get(text) ?? 0) + 1);
  for (const [text, times] of seen) if (times > 1) faults.push(`the group read ${times} times: ${text}`);
  for (const { id, state, content } of posts) {
    const text = 'text' in content ? content.text : '';
    if (state === 'queued' || state === 'sending') faults.push(`post ${id} is still ${state}`);
    if (state === 'sent' && !seen.has(text)) faults.push(`post ${id} is marked as sent and never arrived`);
    if (state === 'failed' && seen.has(text)) faults.push(`post ${id} is marked as failed and arrived`);
  }
  const numbers = arrivals.flatMap(({ text }) => /^第(\d+)条/.exec(text)?.[1] ?? []).map(Number);
  if (numbers.some((number, index) => number < (numbers[index - 1] ?? 0))) faults.push('posts arrived out of order');
  arrivals.forEach(({ at }, index) => {
    const twentyEarlier = arrivals[index - 20];
    // A clock set back makes no minute longer.
    if (twentyEarlier && at >= twentyEarlier.at && at - twentyEarlier.at < minuteMs)
      faults.push(`over budget at ${at}`);
  });
  return faults;
}

async function queue(store: Store, number: number, isMoney: boolean, at: Date): Promise<void> {
  const text = isMoney ? `第${number}条：收到${number}元` : `第${number}条：明天停水`;
  await inGrid(store, at, unit => unit.posts.toGroup({ type: 'markdown_v2', text }, at));
}

/** The operator sets a new webhook where the old one was found dead. */
async function mendChannel(store: Store, at: Date): Promise<void> {
  await inGrid(store, at, async unit => {
    if (unit.grid.channelOffAt) await changeGrid(unit, { webhookKey: sample.webhookKey });
  });
}

async function inGrid(store: Store, at: Date, work: (unit: Unit) => Promise<unknown>): Promise<void> {
  await store.inUnit(async open => {
    const grid = await open.grids.byCode(sample.code);
    if (grid) await work(await open.within(grid));
  }, byOperator(at));
}

/** WeChat Work in a bad mood; what the group really gets is kept in `arrivals`. */
function script(random: () => number, clock: { now: Date }, arrivals: { text: string; at: number }[]): typeof fetch {
  const answer = (errcode: number): Response => new Response(JSON.stringify({ errcode, errmsg: 'hint' }));
  return (async (_url: string, { body }: { body: string }) => {
    const json = JSON.parse(body) as Record<string, { content: string }>;
    const text = json[String(json['msgtype'])]?.content ?? '';
    const arrives = (): void => void arrivals.push({ text, at: clock.now.getTime() });
    const mood = Math.floor(random() * 40);
    if (mood === 0) return answer(45_009);
    if (mood === 1) return answer(-1);
    if (mood === 2) return answer(40_014);
    if (mood === 3 && random() < 0.1) return answer(93_000);
    if (mood === 4) return new Response('busy', { status: 500 });
    if (mood === 5) throw new TypeError('fetch failed', { cause: { code: 'ECONNREFUSED' } });
    // Late, never, or cut off in the middle of the answer: it may have arrived or not.
    const isLost = mood >= 6 && mood <= 8 && random() < 0.5;
    if (!isLost) arrives();
    if (mood === 6) throw new DOMException('too late', 'TimeoutError');
    if (mood === 7) throw new TypeError('fetch failed', { cause: { code: 'ECONNRESET' } });
    if (mood === 8) return new Response('{"errcode":0,"err');
    return answer(0);
  }) as unknown as typeof fetch;
}
