import type { Logger } from 'pino';
import { onlyOne } from '../domain/only-one.js';
import { dayMs, dayOf, hourMs, lastAt, shanghai } from '../domain/calendar.js';
import { isOutsider } from '../domain/people/identity.js';
import { placeLabels } from '../domain/label.js';
import { readHousehold } from '../language/values/people/household.js';
import { comeByLink } from '../operations/people/come-by-link.js';
import { hintHome } from '../operations/people/hint-home.js';
import { Rounds } from '../outbox/rounds.js';
import { groupDigest } from '../publish/notice/group-digest.js';
import { Leases } from '../store/engine/leases.js';
import type { Store } from '../store/engine/store.js';
import type { OpenUnit } from '../store/engine/unit.js';
import type { GroupTask } from '../store/notice/group-task.js';
import { GroupTasks } from '../store/notice/group-tasks.js';
import type { Grid } from '../store/people/grid.js';
import { type AppApi, ofSomebody } from '../wecom/app/api.js';
import { keepWay } from './group-ways.js';
import { cancelTask, groupsOf, makeTask, peopleOf, remindOfTask, taskFate } from '../wecom/app/groups.js';
import { WeComError } from '../wecom/errors.js';
import { beginning } from '../wecom/faces/lengths.js';

interface GroupsDoorParts {
  readonly store: Store;
  readonly api: AppApi;
  readonly publicUrl: string;
  /** The name of this process among those that serve the record. */
  readonly holder: string;
  readonly now: () => Date;
  readonly log: Logger;
  readonly onTask: (outcome: string) => void;
  /** The key of the person whom the doors know by this id. */
  readonly who: (open: OpenUnit, external: string) => Promise<string>;
  readonly random: (bytes: number) => Buffer;
}

/** The day is told after work and before people sleep, and never at the full or half hour (docs/wecom-doors.md 25). */
const from = { hour: 18, minute: 40 };
const untilHour = 21;
const lookEveryMs = 60_000;

/** When the day is told next, for a clock that leaps. */
export function nextDigest(now: Date): Date {
  return new Date(lastAt(from, now).getTime() + dayMs);
}

/** WeChat Work hands a task out for a while, and is asked no more often than this. */
const askEveryMs = 5 * 60_000;
const remindAfterMs = 2 * hourMs;
const pasteAfterMs = 2.5 * hourMs;
const overAfterMs = dayMs - hourMs;
/** The most of a task's link and words (24.1). */
const mostTitleBytes = 128;
const mostTextBytes = 4000;

/**
 * Customer groups, in which nothing may be said but what a member confirms (24): one digest a grid and day, as a task for each owner of
 * groups who holds an office in that grid and in no other. It is followed until it was sent, was reminded of once, or is given to its
 * owner to paste; it never counts as sent before WeChat Work says so, and none is made twice.
 */
export class GroupsDoor {
  private readonly rounds: Rounds;
  private lookedAt = -Infinity;
  private readonly askedAt = new Map<number, number>();
  /** The grids that have been told of today, so that the day is put together once. */
  private readonly told = new Map<number, string>();
  /** The grids whose way in was looked at, by the day. */
  private readonly looked = new Map<number, string>();
  private isFirst = true;

  constructor(private readonly parts: GroupsDoorParts) {
    this.rounds = new Rounds(
      () => this.once(),
      error => parts.log.error({ err: error }, '客户群: a round failed; the next one tries again'),
    );
  }

  run(): Promise<void> {
    return this.rounds.run();
  }

  async close(): Promise<void> {
    await this.rounds.ended();
  }

  /**
   * Somebody came into a customer group: whoever named a home there is asked about it when they come to the bot. Nothing is bound by it, and
   * nothing else of the list is kept (24.3, 27.2).
   */
  async changed({ chatId, change, detail }: { chatId: string; change: string; detail: string }): Promise<void> {
    if (change !== 'create' && detail !== 'add_member') return;
    const { api, store, now, who, random, log } = this.parts;
    try {
      const { owner, outside } = await peopleOf(api, chatId);
      await store.inUnit(async open => {
        const held = onlyOne(new Map((await open.logins.rolesOf(owner)).map(role => [role.gridId, role])).keys());
        const owned = held !== undefined ? await open.grids.byId(held) : null;
        for (const { external, calledThere, state } of outside) {
          const place = placeLabels(readHousehold(calledThere) ?? {});
          if (state === '' && (!owned || place.room === undefined)) continue;
          const userid = await who(open, external);
          // Who came by a grid's code is its guest, whoever owns the group.
          const grid = (state === '' ? null : await comeByLink(open, { userid, scene: state })) ?? owned;
          if (!grid || place.room === undefined) continue;
          await hintHome(open, { userid, grid, place, secret: random(16).toString('base64url'), now: now() });
        }
      });
    } catch (error) {
      if (!(error instanceof WeComError)) throw error;
      log.warn({ errcode: error.errcode, kind: error.kind }, '客户群: who came into a group was not told');
    }
  }

  private async once(): Promise<void> {
    const { store, holder, now } = this.parts;
    const nowMs = now().getTime();
    if (nowMs - this.lookedAt < lookEveryMs) return;
    this.lookedAt = nowMs;
    const claim = { name: 'customer groups', holder, now: now(), forMs: 2 * lookEveryMs };
    if (!(await store.inUnit(open => new Leases(open.manager).take(claim)))) return;
    const open = await store.inUnit(unit => new GroupTasks(unit.manager).open());
    for (const task of open) await this.follow(task);
    this.isFirst = false;
    const { hour, minute } = shanghai(now());
    if (hour >= untilHour || hour * 60 + minute < from.hour * 60 + from.minute) return;
    for (const grid of await store.inUnit(unit => unit.grids.open())) {
      if (this.told.get(grid.id) !== dayOf(now())) await this.tell(grid);
      await this.ways(grid);
    }
  }

  private async tell(grid: Grid): Promise<void> {
    const { store, publicUrl, now, api, log } = this.parts;
    const [board, desk] = [`${publicUrl}/board/${grid.code}`, `${publicUrl}/desk`];
    const text = await store.inGrid(grid, unit => groupDigest(unit, { now: now(), board, desk }));
    for (const sender of text === null ? [] : await this.owners(grid)) {
      try {
        const chatIds = await groupsOf(api, sender);
        if (chatIds.length > 0) await this.make(grid, { sender, chatIds, text: text ?? '' });
      } catch (error) {
        if (!(error instanceof WeComError)) throw error;
        log.warn({ errcode: error.errcode, kind: error.kind }, '客户群: the groups of a member were not given');
        // Without the right there is nothing to make: an office-holder gets the words to paste, once a day.
        if (isWithoutRight(error)) {
          await this.giveWords(grid, text ?? '');
          break;
        }
        if (error.retryable) return;
      }
    }
    this.told.set(grid.id, dayOf(now()));
  }

  /** Once a day: the code into the groups of a grid, and their greeting, are as its groups are. */
  private async ways(grid: Grid): Promise<void> {
    const { api, now, log } = this.parts;
    if (this.looked.get(grid.id) === dayOf(now())) return;
    this.looked.set(grid.id, dayOf(now()));
    for (const owner of await this.owners(grid)) {
      try {
        const chatIds = await groupsOf(api, owner);
        if (chatIds.length > 0) return await keepWay(this.parts, grid, { owner, chatIds });
      } catch (error) {
        if (!(error instanceof WeComError)) throw error;
        log.warn({ errcode: error.errcode, kind: error.kind }, '客户群: the groups of a member were not given');
        if (isWithoutRight(error)) return;
      }
    }
  }

  /** Members who hold an office in this grid and in no other: a group of theirs is this grid's. */
  private owners(grid: Grid): Promise<string[]> {
    return this.parts.store.inUnit(async open => {
      const held = (await (await open.within(grid)).members.roles()).map(({ userid }) => userid);
      const owners: string[] = [];
      for (const userid of new Set(held)) {
        const roles = await open.logins.rolesOf(userid);
        if (!isOutsider(userid) && roles.every(({ gridId }) => gridId === grid.id)) owners.push(userid);
      }
      return owners;
    });
  }

  private async make(grid: Grid, given: { sender: string; chatIds: readonly string[]; text: string }): Promise<void> {
    const { api, log, publicUrl, onTask } = this.parts;
    const task = await this.begin(grid, given);
    if (!task) return;
    const [title, text] = [beginning(`${grid.name} · 办事台`, mostTitleBytes), beginning(given.text, mostTextBytes)];
    const link = { title, desc: '投票、认捐、看自己家的事', url: `${publicUrl}/desk` };
    try {
      const msgid = await makeTask(api, { ...given, text, link });
      await this.tasks(tasks => tasks.update(task, { msgid, state: 'made' }));
      onTask('made');
    } catch (error) {
      if (!(error instanceof WeComError)) throw error;
      log.warn({ errcode: error.errcode, kind: error.kind }, '客户群: a task was not made');
      // Refused for now, and surely not made: it is made with the next look.
      if (error.kind === 'transient' || error.kind === 'rate') {
        await this.tasks(tasks => tasks.drop(task));
        throw error;
      }
      await this.paste(task);
    }
  }

  private async follow(task: GroupTask): Promise<void> {
    const { now, log, onTask } = this.parts;
    // Killed while it was made: perhaps it was, so it is not made again.
    if (task.state === 'making') return this.isFirst ? this.paste(task) : undefined;
    const age = now().getTime() - task.madeAt.getTime();
    if (task.msgid === null)
      return age >= dayMs ? this.tasks(tasks => tasks.update(task, { state: 'over' })) : undefined;
    if (age < lookEveryMs || now().getTime() - (this.askedAt.get(task.id) ?? 0) < askEveryMs) return;
    this.askedAt.set(task.id, now().getTime());
    try {
      const fate = await this.fateOf(task, task.msgid, age);
      if (fate === 'unsent') return;
      await this.tasks(tasks => tasks.update(task, { state: fate }));
      this.askedAt.delete(task.id);
      onTask(fate);
    } catch (error) {
      if (!(error instanceof WeComError)) throw error;
      log.warn({ errcode: error.errcode, kind: error.kind }, '客户群: what became of a task is not known');
      if (error.kind === 'late' || age >= overAfterMs) await this.tasks(tasks => tasks.update(task, { state: 'over' }));
      // Whether it was sent is not told: its owner gets the words, which say so.
      else if (age >= pasteAfterMs && task.state === 'made') await this.paste(task);
    }
  }

  private async fateOf(task: GroupTask, msgid: string, age: number): Promise<'unsent' | 'sent' | 'quota' | 'over'> {
    const { api, now } = this.parts;
    const fate = await taskFate(api, msgid, task.sender);
    if (fate !== 'unsent') return fate;
    // Before the next day's there is none of the day before.
    if (age >= overAfterMs) {
      await cancelTask(api, msgid);
      return 'over';
    }
    if (age >= remindAfterMs && task.remindedAt === null) {
      await this.tasks(tasks => tasks.update(task, { remindedAt: now() }));
      await remindOfTask(api, msgid);
    } else if (age >= pasteAfterMs && task.state === 'made') await this.paste(task);
    return 'unsent';
  }

  /** The owner is given the words to post by hand. */
  private async paste(task: GroupTask): Promise<void> {
    const { store, now, onTask } = this.parts;
    await store.inUnit(async open => {
      const grid = await open.grids.byId(task.gridId);
      if (!grid) return;
      const unit = await open.within(grid);
      await unit.posts.toMember(task.sender, `${asksToPaste}\n${task.text}`, now());
      await new GroupTasks(open.manager).update(task, { state: 'paste' });
    });
    onTask('paste');
  }

  /** Where the right to customer groups is missing, the secretary gets the words; once a day. */
  private async giveWords(grid: Grid, text: string): Promise<void> {
    const [sender] = await this.parts.store.inGrid(grid, unit => unit.members.withRole('grid_secretary'));
    const task = sender === undefined ? null : await this.begin(grid, { sender, text });
    if (task) await this.paste(task);
  }

  /** Keeps that a task of today is about to be made; null where its owner has one. */
  private begin({ id: gridId }: Grid, { sender, text }: { sender: string; text: string }): Promise<GroupTask | null> {
    const at = this.parts.now();
    const begun = { gridId, day: dayOf(at), sender, text, state: 'making' as const, madeAt: at };
    return this.tasks(async tasks => ((await tasks.begin(begun)) ? tasks.of(gridId, begun.day, sender) : null));
  }

  private tasks<T>(work: (tasks: GroupTasks) => Promise<T>): Promise<T> {
    return this.parts.store.inUnit(open => work(new GroupTasks(open.manager)));
  }
}

/** True where nobody's groups are given; one member who is out of the app's range keeps nobody else from being told (24.1). */
function isWithoutRight({ kind, errcode = 0 }: WeComError): boolean {
  return kind === 'credentials' && !ofSomebody.has(errcode);
}

const asksToPaste =
  '今天的事还没有发到客户群：有“群发”任务的，请到企业微信“客户联系→群发助手”里点一下“发送”；没有的，请把下面这段复制到居民的微信群里。已经发过的不用再发。';
