import { Agent } from 'node:http';
import { In, IsNull } from 'typeorm';
import { ormconfig } from '../../ormconfig.js';
import { post, sealed, wordsOf } from '../bench/wire.js';
import { verify } from '../../src/process/commands/verify.js';
import { Callback } from '../../src/store/engine/callback.js';
import { JournalLine } from '../../src/store/engine/journal-line.js';
import { LedgerEntry } from '../../src/store/funds/ledger-entry.js';
import { Post } from '../../src/store/notice/post.js';
import { openStore } from '../../src/store/engine/open.js';
import { splitPost } from '../../src/outbox/sender.js';
import type { Store } from '../../src/store/engine/store.js';
import { sample, sampleResidents } from '../../src/trial/sample-grid.js';
import { seedTrial } from '../../src/trial/seed.js';
import { Bot, chance, pause, takePosts } from './bot.js';

interface KillPlan {
  readonly databaseUrl: string;
  readonly processes: number;
  readonly kills: number;
  /** Proposals that wait for one seconder more: said in private, it is told to the group by a post. */
  readonly proposals: number;
  readonly seed: number;
  readonly say: (line: string) => void;
}

interface KillReport {
  readonly kills: number;
  readonly acknowledged: number;
  /** Messages whose answer was lost with the process, and that were delivered again. */
  readonly redelivered: number;
  readonly posts: number;
  readonly unknownPosts: number;
  /** What should not be; empty when the drill has held. */
  readonly faults: readonly string[];
}

interface Sent {
  readonly id: string;
  readonly userid: string;
  readonly text: string;
  readonly isPledge: boolean;
}

const residents = sampleResidents();
const atOnce = 12;
/** So many answers there are, on average, before each kill. */
const leastBetween = 5;

/**
 * Members pledge and second at full speed while processes are killed at random moments and started again. What was
 * acknowledged must be there once, what was not entirely or not at all; what was lost is delivered again.
 */
export async function killDrill(plan: KillPlan): Promise<KillReport> {
  const { databaseUrl, processes, kills, proposals, seed, say } = plan;
  const random = chance(seed);
  const faults: string[] = [];
  const group = await takePosts();
  await withStore(databaseUrl, store => prepare(store, proposals));

  const unanswered: Sent[] = [];
  const acknowledged = new Map<string, Sent>();
  const bots = await Promise.all(Array.from({ length: processes }, () => Bot.start(databaseUrl, group.address)));
  const agent = new Agent({ keepAlive: true });
  const supports = Array.from({ length: proposals }, (_, index) => index);
  let sequence = 0;
  let redelivered = 0;
  const drill = { isOver: false };

  const next = (): Sent => {
    const lost = unanswered.shift();
    if (lost) {
      redelivered += 1;
      return lost;
    }
    sequence += 1;
    const support = random() < 0.06 ? supports.shift() : undefined;
    const who = support === undefined ? Math.floor(random() * residents.length) : 30;
    return {
      id: `kill-${seed}-${sequence}`,
      userid: residents[who]?.userid ?? 'r001',
      text: support === undefined ? `1号项目我再出${1 + (sequence % 9)}元` : `附议${2 + support}号`,
      isPledge: support === undefined,
    };
  };
  const deliver = async (sent: Sent): Promise<void> => {
    let bot = bots[Math.floor(random() * bots.length)];
    for (; !bot || bot.isDown; bot = bots[Math.floor(random() * bots.length)]) await pause(20);
    const envelope = sealed(sent.userid, sent.text, sent.isPledge ? sample.chatId : null, sent.id);
    try {
      const words = wordsOf(await post(agent, bot.port, envelope));
      if (/出了点问题/.test(words)) throw new Error(words);
      if (sent.isPledge && !isPledged(words)) faults.push(`${sent.id} was answered with ${words}`);
      acknowledged.set(sent.id, sent);
    } catch {
      unanswered.push(sent);
      await pause(20);
    }
  };
  const member = async (): Promise<void> => {
    while (!drill.isOver || unanswered.length > 0) await deliver(next());
  };
  const members = Array.from({ length: atOnce }, member);

  for (let kill = 1; kill <= kills; kill += 1) {
    await pause(50 + random() * 400);
    // On a busy machine a process has done little by then: it lives until there is something to lose.
    while (acknowledged.size < kill * leastBetween) await pause(20);
    const which = Math.floor(random() * bots.length);
    await bots[which]?.kill();
    faults.push(...(await withStore(databaseUrl, store => halfDone(store))));
    bots[which] = await Bot.start(databaseUrl, group.address);
    if (kill % 20 === 0) say(`${kill} kills, ${acknowledged.size} acknowledged, ${redelivered} delivered again`);
  }
  drill.isOver = true;
  await Promise.all(members);
  await withStore(databaseUrl, drained);
  await Promise.all(bots.map(bot => bot.stop()));
  agent.destroy();

  const end = await withStore(databaseUrl, store => reckon(store, [...acknowledged.values()], group.texts));
  await group.close();
  return { kills, acknowledged: acknowledged.size, redelivered, ...end, faults: [...faults, ...end.faults] };
}

export async function withStore<T>(databaseUrl: string, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(ormconfig(databaseUrl), splitPost);
  try {
    return await work(store);
  } finally {
    await store.dataSource.destroy();
  }
}

/** The sample grid with one open pledge round and many proposals that wait for seconders. */
export async function prepare(store: Store, proposals: number): Promise<void> {
  const now = new Date();
  await seedTrial(store, now);
  await store.inUnit(async open => {
    const [grid] = await open.grids.all();
    if (!grid) throw new Error('the sample grid is missing');
    const unit = await open.within(grid);
    for (let index = 0; index <= proposals; index += 1) {
      const isRound = index === 0;
      const project = await unit.projects.keep({
        gridId: grid.id,
        no: await unit.projects.takeNo(),
        title: isRound ? '更换电力线路' : `第${index}盏路灯`,
        place: '3号楼东头',
        proposerId: 1,
        state: isRound ? 'pledging' : 'issue_reported',
        stateSince: now,
        fundingClass: isRound ? 'urgent' : null,
        costFen: null,
        budgetFen: isRound ? 900_000_000 : null,
        planText: null,
        planVersion: 0,
        planPublishedAt: null,
        pledgeClosesAt: null,
        percent: 0,
        acceptedAt: null,
        settledAt: null,
        openedAt: now,
      });
      for (const householdId of isRound ? [] : [1, 2, 3, 4]) {
        await unit.projects.keepSupport({ projectId: project.id, householdId, memberId: householdId, at: now });
      }
    }
    unit.journal.add('drill', { by: 'operator', at: now });
  });
}

/** Waits until the group has everything, at twenty posts a minute. */
async function drained(store: Store): Promise<void> {
  const isOpen = { userid: IsNull(), state: In(['queued', 'sending']) };
  for (let seconds = 0; seconds < 600; seconds += 1) {
    if ((await store.inUnit(({ manager }) => manager.countBy(Post, isOpen))) === 0) return;
    await pause(1000);
  }
}

/** A pledge is callback, entry and journal line, or none of them. */
export async function halfDone(store: Store): Promise<string[]> {
  return store.inUnit(async ({ manager }) => {
    // All three questions about the same moment, while other processes go on.
    if (store.dataSource.options.type === 'postgres')
      await manager.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ');
    const answered = await manager.find(Callback, { only: ['messageId', 'reply'] });
    const pledged = new Set(
      answered.filter(({ reply }) => isPledged(String(reply['text']))).map(({ messageId }) => messageId),
    );
    const entries = (await manager.find(LedgerEntry, { only: ['messageId'] })).map(({ messageId }) => messageId);
    const lines = (await manager.find(JournalLine, { where: { deed: 'pledge.money' }, only: ['messageId'] })).map(
      ({ messageId }) => messageId,
    );
    const faults: string[] = [];
    for (const [what, ids] of [['entry', entries] as const, ['journal line', lines] as const]) {
      if (new Set(ids).size !== ids.length) faults.push(`a message has more than one ${what}`);
      if (ids.length !== pledged.size || ids.some(id => !pledged.has(id ?? ''))) {
        faults.push(`${ids.length} pledges have an ${what}, ${pledged.size} an answer`);
      }
    }
    return faults;
  });
}

async function reckon(
  store: Store,
  acknowledged: readonly Sent[],
  texts: readonly string[],
): Promise<Pick<KillReport, 'posts' | 'unknownPosts' | 'faults'>> {
  const faults = await halfDone(store);
  const { kept, posts } = await store.inUnit(async ({ manager }) => ({
    kept: new Set((await manager.find(Callback, { only: ['messageId'] })).map(({ messageId }) => messageId)),
    posts: await manager.find(Post, { order: { id: 'ASC' } }),
  }));
  for (const { id } of acknowledged) if (!kept.has(id)) faults.push(`${id} was acknowledged and is lost`);
  for (const [text, times] of counted(texts)) if (times > 1) faults.push(`the group read ${times} times: ${text}`);
  const seen = new Set(texts);
  for (const { content, state, id, userid } of posts) {
    // A private notice, such as the morning's list, waits until its member comes; only the group's are sent by themselves.
    if (userid === null && (state === 'queued' || state === 'sending')) faults.push(`post ${id} is still ${state}`);
    if (state === 'sent' && 'text' in content && !seen.has(content.text)) faults.push(`post ${id} was never seen`);
  }
  const lines: string[] = [];
  if (!(await verify(store, line => lines.push(line)))) faults.push(...lines);
  const unknownPosts = posts.filter(({ state }) => state === 'unknown').length;
  return { posts: texts.length, unknownPosts, faults };
}

function counted(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

/** How the bot says, shortly or at length, that a pledge is kept. */
function isPledged(words: string): boolean {
  return /号(?:您家共|的)?认捐(?:改为|从)?[\d,]/u.test(words);
}
