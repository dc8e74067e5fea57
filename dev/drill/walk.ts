import { randomBytes } from 'node:crypto';
import { pino } from 'pino';
import { Scheduler } from '../../src/clock/scheduler.js';
import { readPicture } from '../../src/domain/picture.js';
import { dayMs, hourMs } from '../../src/domain/calendar.js';
import type { ProjectState } from '../../src/domain/lifecycle.js';
import { createUnderstanding } from '../../src/language/reading/understand.js';
import { isFor } from '../../src/domain/step.js';
import { nextOf } from '../../src/operations/next-steps.js';
import { loadIntents, loadJobs, phrasesOf } from '../../src/process/registry.js';
import { JournalLine } from '../../src/store/engine/journal-line.js';
import type { Project } from '../../src/store/proposal/project.js';
import type { MemberView } from '../../src/store/people/members.js';
import { tellingBy } from '../../src/operations/notice/tell-fact.js';
import { tellers } from '../../src/publish/tellers.js';
import type { Store } from '../../src/store/engine/store.js';
import type { Unit } from '../../src/store/engine/unit.js';
import { createDispatch } from '../../src/talk/dispatch.js';
import type { Body, Message } from '../../src/talk/message.js';
import { type SampleResident, sample } from '../../src/trial/sample-grid.js';
import { seedTrial } from '../../src/trial/seed.js';
import { chance } from './bot.js';
import { type Aim, type Temper, answerTo, inclination, steeredTo, temperOf } from './walkers.js';

interface WalkReport {
  readonly lives: number;
  readonly messages: number;
  /** How many lives ended in each way. */
  readonly ends: Readonly<Record<string, number>>;
  readonly faults: readonly string[];
}

interface Walk {
  readonly lives: number;
  readonly seed: number;
  /** The end that everybody in these lives wants; left to chance where there is none. */
  readonly aim?: Aim;
  /** An empty record for so many lives, one after another. */
  readonly freshStore: () => Promise<Store>;
  readonly trace?: (line: string) => void;
}

/** So many lives share a record, so that matters stand beside ended ones. */
const livesARecord = 10;
/** What most are against is not put to the vote for ever, however stubborn whoever wants it is. */
const mostPlans = 5;
/** A life that has not ended by then goes round in circles. */
const mostDays = 900;

const ends: readonly ProjectState[] = ['closed', 'referral_done', 'withdrawn'];

/**
 * Simulated people bring matters to their end by doing nothing but what the bot offers them (待办), in random order, with refusals,
 * objections and late payers. A matter that nobody is offered anything about, and that no period moves on, is a fault.
 */
export async function walkDrill({ lives, seed, aim, freshStore, trace = () => undefined }: Walk): Promise<WalkReport> {
  const random = chance(seed);
  const faults: string[] = [];
  const counted: Record<string, number> = {};
  let messages = 0;
  for (let life = 0; life < lives; life += livesARecord) {
    const store = await freshStore();
    const town = await Town.of(store, random, trace);
    for (let index = life; index < Math.min(lives, life + livesARecord); index += 1) {
      trace(`=== life ${index + 1}`);
      const before = town.faults.length;
      const end = await town.live(aim);
      counted[end] = (counted[end] ?? 0) + 1;
      faults.push(...town.faults.slice(before).map(fault => `life ${index + 1}: ${fault}`));
    }
    messages += town.messages;
    await store.dataSource.destroy();
  }
  return { lives, messages, ends: counted, faults };
}

/** Twelve households in one building, with everybody whom a matter needs. */
function people(): SampleResident[] {
  const roles = ['grid_secretary', 'community_secretary', 'cashier', 'bookkeeper', 'building_leader'] as const;
  return Array.from({ length: 12 }, (_, index) => ({
    userid: `w${index + 1}`,
    name: `王${'甲乙丙丁戊己庚辛壬癸子丑'[index]}`,
    building: '1',
    unit: '1',
    room: `${Math.floor(index / 2) + 1}0${(index % 2) + 1}`,
    areaCentiM2: 8000,
    roles: roles[index] ? [{ role: roles[index], building: index === 4 ? '1' : null }] : [],
  }));
}

const townsfolk = people();

class Town {
  readonly faults: string[] = [];
  messages = 0;
  private now = new Date('2026-03-02T10:00:00+08:00');
  private answer!: (message: Message) => Promise<{ text: string }>;
  private scheduler!: Scheduler;
  private jobs: readonly string[] = [];
  private members: MemberView[] | undefined;

  private constructor(
    private readonly store: Store,
    private readonly random: () => number,
    private readonly trace: (line: string) => void,
  ) {}

  static async of(store: Store, random: () => number, trace: (line: string) => void): Promise<Town> {
    const town = new Town(store, random, trace);
    const intents = await loadIntents();
    const jobs = await loadJobs();
    const log = pino({ level: 'silent' });
    await seedTrial(store, town.now, townsfolk);
    const wired = { store, now: () => town.now, boardUrl: () => 'http://board', log };
    town.answer = createDispatch({
      ...wired,
      intents,
      understand: createUnderstanding(phrasesOf(intents)),
      random: randomBytes,
      fetchPicture: async ({ url }) => readPicture(Buffer.from(`\xff\xd8\xff${url}`, 'latin1')) ?? 'none',
    });
    town.jobs = [...jobs.keys()];
    town.scheduler = new Scheduler({
      ...wired,
      tell: tellingBy(tellers, wired.boardUrl),
      log: pino({ level: 'error' }),
      jobs,
      afterRound: async () => undefined,
    });
    return town;
  }

  /** One matter from its first word to its end. */
  async live(aim?: Aim): Promise<string> {
    const temper = aim ? steeredTo(aim, temperOf(this.random)) : temperOf(this.random);
    const proposer = `w${6 + Math.floor(this.random() * 7)}`;
    const title = `${'甲乙丙丁戊己庚辛壬癸'[this.messages % 10]}段${this.messages}米处修路灯`;
    await this.says(proposer, `提案：${title}，预算${temper.budget}元`);
    const no = await this.within(async unit => (await unit.projects.all(1))[0]?.no ?? 0);
    const begun = this.now.getTime();
    for (;;) {
      const project = await this.within(unit => unit.projects.byNo(no));
      if (!project) return this.fault('nothing', `no project came of “${title}”`);
      const end = await this.endOf(project, temper);
      if (end) return end;
      if (this.now.getTime() - begun > mostDays * dayMs)
        return this.fault('endless', `${no}号 is still “${project.state}” after ${mostDays} days`);
      const isMoved = await this.round(no, temper);
      if (!isMoved && !(await this.passes(project)))
        return this.fault('stuck', `${no}号 is stuck in “${project.state}”`);
    }
  }

  private fault(end: string, words: string): string {
    this.faults.push(words);
    return end;
  }

  private async endOf({ id, no, state, planVersion }: Project, temper: Temper): Promise<string | null> {
    if (ends.includes(state)) return state;
    if (state === 'not_approved' && (temper.givesUp || planVersion >= mostPlans)) return 'voted down';
    if (state === 'cancelled') {
      const left = await this.within(async unit => {
        const project = await unit.projects.byNo(no);
        return project ? (await nextOf(unit, project, this.now)).steps.length : 0;
      });
      return left === 0 ? 'given up' : null;
    }
    return id > 0 ? null : 'nothing';
  }

  /** Everybody looks once at what waits for them, in random order, and does what they are inclined to. True when anything was done. */
  private async round(no: number, temper: Temper): Promise<boolean> {
    const order = townsfolk.map(({ userid }) => ({ userid, key: this.random() })).toSorted((a, b) => a.key - b.key);
    let isMoved = false;
    let offered = await this.offeredTo(no);
    for (const { userid } of order) {
      if (!offered.has(userid)) continue;
      const list = await this.says(userid, '待办');
      const lines = list.split('\n').flatMap(line => {
        const [, number, said] = /^(\d+)\. (.+)$/u.exec(line) ?? [];
        return number && said?.startsWith(`${no}号`) ? [{ number, said }] : [];
      });
      const inclined = lines.filter(({ said }) => this.random() < inclination(said, temper));
      const chosen = inclined[Math.floor(this.random() * inclined.length)];
      if (!chosen || !(await this.does(userid, chosen, temper))) continue;
      isMoved = true;
      offered = await this.offeredTo(no);
    }
    return isMoved;
  }

  /** Who is offered anything about it; nobody else need be asked. */
  private async offeredTo(no: number): Promise<ReadonlySet<string>> {
    return this.within(async unit => {
      const project = await unit.projects.byNo(no);
      const { steps } = project ? await nextOf(unit, project, this.now) : { steps: [] };
      const members = (this.members ??= await Promise.all(townsfolk.map(({ userid }) => unit.members.view(userid))));
      return new Set(members.filter(member => steps.some(step => isFor(step.for, member))).map(({ userid }) => userid));
    });
  }

  /** Takes one offer and answers what is asked, until the bot asks no more. True when the record changed by it. */
  private async does(
    userid: string,
    { number, said }: { number: string; said: string },
    temper: Temper,
  ): Promise<boolean> {
    const before = await this.written();
    if (said.includes('凭据照片')) await this.sends(userid);
    let reply = await this.says(userid, number);
    this.trace(`${this.now.toISOString().slice(0, 10)} ${userid} ${said} → ${reply.replaceAll('\n', ' / ')}`);
    for (let turns = 0; turns < 8; turns += 1) {
      const answer = answerTo(reply, said, { temper, random: this.random, now: this.now });
      if (answer === null) break;
      reply = await this.says(userid, answer);
      this.trace(`    “${answer}” → ${reply.replaceAll('\n', ' / ')}`);
    }
    const isDone = (await this.written()) > before;
    if (!isDone) this.trace('    NOTHING DONE');
    return isDone;
  }

  /** Days go by, with everything that falls due. False when a matter waits for nothing and nobody has anything to do. */
  private async passes({ no, state }: Project): Promise<boolean> {
    const next = await this.within(async unit => {
      const project = await unit.projects.byNo(no);
      return project && nextOf(unit, project, this.now);
    });
    const days = 1 + Math.floor(this.random() * 6);
    const until = next?.wait?.until;
    const aims = until && until > this.now ? until.getTime() + hourMs : this.now.getTime() + days * dayMs;
    // Somebody lingers now and then: a deadline is missed by some days.
    this.now = new Date(this.random() < 0.3 ? this.now.getTime() + days * dayMs : aims);
    for (const job of this.jobs) await this.scheduler.run(job);
    const isOffered = (next?.steps.length ?? 0) > 0 || next?.wait != null;
    this.trace(`${this.now.toISOString()} ${no}号 ${state}: ${next?.wait?.what ?? ''}`);
    return isOffered;
  }

  private async says(userid: string, text: string): Promise<string> {
    return this.deliver(userid, { kind: 'said', text, pictures: [] });
  }

  private async sends(userid: string): Promise<void> {
    const attachment = { url: `picture:${this.messages}` };
    await this.deliver(userid, { kind: 'sent', type: 'image', attachment });
  }

  private async deliver(userid: string, body: Body): Promise<string> {
    this.messages += 1;
    const { text } = await this.answer({ id: `walk${this.messages}`, userid, chat: { kind: 'single' }, body });
    return text;
  }

  private async written(): Promise<number> {
    return this.within(unit => unit.manager.countBy(JournalLine, { gridId: unit.grid.id }));
  }

  private async within<T>(work: (unit: Unit) => Promise<T>): Promise<T> {
    return this.store.inUnit(async open => {
      const grid = (await open.grids.all()).find(({ code }) => code === sample.code);
      if (!grid) throw new Error('there is no grid');
      return work(await open.within(grid));
    });
  }
}
