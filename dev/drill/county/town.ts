import { strict as assert } from 'node:assert';
import { pino } from 'pino';
import { createDispatch } from '../../../src/talk/dispatch.js';
import { dayMs, dayOf } from '../../../src/domain/calendar.js';
import type { JobDefinition } from '../../../src/clock/job.js';
import { createUnderstanding } from '../../../src/language/reading/understand.js';
import type { Body, Message } from '../../../src/talk/message.js';
import { loadIntents, loadJobs, phrasesOf } from '../../../src/process/registry.js';
import type { Reply } from '../../../src/talk/reply.js';
import { nextRun } from '../../../src/clock/scheduler.js';
import type { Grid } from '../../../src/store/people/grid.js';
import type { Store } from '../../../src/store/engine/store.js';
import type { Unit } from '../../../src/store/engine/unit.js';
import { chance } from '../bot.js';
import type { GridPlan, Inhabitant } from './people.js';

/** The county looks at its year on the last Monday of it. */
export const yearEnd = new Date('2026-12-28T10:00:00+08:00');
/** Jobs that look every few minutes are due a few times in a poll's life: here they look each midnight and each morning. */
const often = '0 0,9 * * *';
/** Each Monday's picture for the group takes a tenth of a second to draw: here only a quarter's first one is. */
const changed: Readonly<Record<string, string>> = { 'post-wall-chart': '0 9 1-7 1,4,7,10 1' };

/** The bot without the wire. Each grid is played from January to December before the next one begins. */
export class Bot {
  now = new Date(0);
  messages = 0;
  private answers!: (message: Message) => Promise<Reply>;
  private readonly runs = new Map<string, Date>();

  private constructor(
    readonly store: Store,
    readonly jobs: ReadonlyMap<string, JobDefinition>,
    readonly random: () => number,
  ) {}

  static async of(store: Store, seed: number): Promise<Bot> {
    const intents = await loadIntents();
    const bot = new Bot(store, await loadJobs(), chance(seed));
    bot.answers = createDispatch({
      store,
      intents,
      understand: createUnderstanding(phrasesOf(intents)),
      now: () => bot.now,
      boardUrl: boardAt,
      log: pino({ level: 'silent' }),
      random: bytes => bot.bytes(bytes),
      // The same words make the same picture, behind the first bytes of a JPEG.
      fetchPicture: async ({ url }) => ({ bytes: Buffer.from(`\xff\xd8\xff${url}`, 'latin1'), type: 'image/jpeg' }),
    });
    return bot;
  }

  async hears(userid: string, chat: Message['chat'], body: Body): Promise<string> {
    this.messages += 1;
    return (await this.answers({ id: `m${this.messages}`, userid, chat, body })).text;
  }

  /** When a cron line runs next; the grids' years have the same days, so most answers are known. */
  nextRun(cron: string): Date {
    const asked = `${cron} ${Math.floor(this.now.getTime() / 60_000)}`;
    const known = this.runs.get(asked) ?? nextRun(cron, this.now);
    this.runs.set(asked, known);
    return known;
  }

  /** Chance that can be had again, for the codes that the bot hands out. */
  bytes(count: number): Buffer {
    return Buffer.from(Array.from({ length: count }, () => Math.floor(this.random() * 256)));
  }
}

/** One grid of the county with its clock: what its people say, and what falls due. */
export class Town {
  private readonly due = new Map<string, Date>();

  constructor(
    readonly bot: Bot,
    readonly grid: Grid,
    readonly plan: GridPlan,
  ) {}

  get now(): Date {
    return this.bot.now;
  }

  chance(percent: number): boolean {
    return this.bot.random() * 100 < percent;
  }

  /** One of the residents, by their place in the roster. */
  resident(index: number): Inhabitant {
    const one = this.plan.people[index % this.plan.people.length];
    assert(one, 'a grid has residents');
    return one;
  }

  holder(role: string, index = 0): string {
    const one = this.plan.roles.filter(held => held.role === role)[index];
    assert(one, `nobody is ${role}`);
    return one.userid;
  }

  /** Says something in the group and hears the answer, which must hold the words that are expected. */
  async says(userid: string, text: string, expected: string | RegExp, isPrivate = false): Promise<string> {
    const chat = isPrivate ? ({ kind: 'single' } as const) : ({ kind: 'group', id: this.plan.chatId } as const);
    const said = isPrivate ? text : `@议事小助手 ${text}`;
    const answer = await this.bot.hears(userid, chat, { kind: 'said', text: said, pictures: [] });
    const holds = typeof expected === 'string' ? answer.includes(expected) : expected.test(answer);
    if (!holds)
      throw new Error(
        `${this.plan.code} ${this.now.toISOString()}: “${text}” was answered with “${answer}”, not with ${String(expected)}`,
      );
    return answer;
  }

  async sendsPicture(userid: string, picture: string): Promise<void> {
    const attachment = { url: `${this.plan.code} ${this.bot.messages} ${picture}` };
    await this.bot.hears(userid, { kind: 'single' }, { kind: 'sent', type: 'image', attachment });
  }

  /** The day so many days ahead, within the year, as it is said: 3月10日. */
  dayAhead(days: number): string {
    const { year } = this;
    const day = dayOf(new Date(this.now.getTime() + days * dayMs));
    const [, month, date] = (day < `${year + 1}` ? day : `${year}-12-31`).split('-').map(Number);
    return `${month}月${date}日`;
  }

  get year(): number {
    return Number(dayOf(this.now).slice(0, 4));
  }

  inUnit<T>(work: (unit: Unit) => Promise<T>, by = 'operator'): Promise<T> {
    // What is said of deeds that enter by the operations themselves is not what is measured.
    const cause = { by, at: this.now, messageId: `by hand ${this.bot.messages}`, tell: async () => [] };
    return this.bot.store.inGrid(this.grid, work, cause);
  }

  /** Moves the clock, running on the way what falls due; without `jobs` nothing is under way that could. */
  async until(to: Date, { jobs = true } = {}): Promise<void> {
    if (jobs) await this.runDue(to);
    else this.due.clear();
    this.bot.now = to;
  }

  private async runDue(to: Date): Promise<void> {
    for (;;) {
      const [next] = [...this.wakes()].toSorted(([, a], [, b]) => a.getTime() - b.getTime());
      if (!next || next[1] > to) break;
      const [name, at] = next;
      this.bot.now = at;
      this.due.delete(name);
      await this.runs(name);
    }
  }

  /** One run of a job, for this grid. */
  async runs(name: string): Promise<void> {
    const { grid, now } = this;
    const boardUrl = (no?: number): string => boardAt(grid.code, no);
    await this.bot.jobs.get(name)?.run({ grid, now, inUnit: work => this.inUnit(work), boardUrl });
  }

  async days(count: number, options?: { jobs: boolean }): Promise<void> {
    await this.until(new Date(this.now.getTime() + count * dayMs), options);
  }

  private wakes(): ReadonlyMap<string, Date> {
    for (const [name, { cron, nextDue }] of this.bot.jobs)
      if (!this.due.has(name)) this.due.set(name, this.bot.nextRun(changed[name] ?? (nextDue ? often : cron)));
    return this.due;
  }
}

function boardAt(code: string, no?: number): string {
  return `http://127.0.0.1:3000/board/${code}${no === undefined ? '' : `/${no}`}`;
}
