import { In, IsNull, Not } from 'typeorm';
import { onlyOne } from '../../domain/only-one.js';
import { isOutsider } from '../../domain/people/identity.js';
import { GroupChat } from './group-chat.js';
import { Grid } from './grid.js';
import { JobRun } from '../engine/job-run.js';
import { Member } from './member.js';
import { Person } from './person.js';
import { Post } from '../notice/post.js';
import type { Records } from '../engine/records.js';
import { insertRow, type New } from '../engine/rows.js';
import { isSameSecret } from '../engine/secret-digest.js';

/** Finding the grid that a message or a command is about. */
export class Grids {
  private readonly current = new WeakSet<Grid>();

  constructor(private readonly manager: Records) {}

  /** True when this unit of work has read the row itself, so that it need not be read again. */
  isCurrent(grid: Grid): boolean {
    return this.current.has(grid);
  }

  all(): Promise<Grid[]> {
    return this.manager.find(Grid, { order: { id: 'ASC' } });
  }

  /** The grids in which anything still happens. */
  async open(): Promise<Grid[]> {
    return this.manager.find(Grid, { where: { closedAt: IsNull() }, order: { id: 'ASC' } });
  }

  async byId(id: number): Promise<Grid | null> {
    return this.manager.findOneBy(Grid, { id });
  }

  /** The grids whose group has something to be sent, due or not. */
  async withQueuedPosts(): Promise<Grid[]> {
    const ids = await this.manager.distinct(Post, 'gridId', { state: In(['queued', 'sending']), userid: IsNull() });
    return ids.length === 0 ? [] : this.manager.find(Grid, { where: { id: In(ids) }, order: { id: 'ASC' } });
  }

  /** The grids whose members have something to be pushed in private. */
  async withPrivatePosts(): Promise<Grid[]> {
    const where = { state: In(['queued', 'sending']), userid: Not(IsNull()), errcode: IsNull() };
    const ids = await this.manager.distinct(Post, 'gridId', where);
    return ids.length === 0 ? [] : this.manager.find(Grid, { where: { id: In(ids) }, order: { id: 'ASC' } });
  }

  /** What an operator watches: how much waits, since when, which groups take nothing, and which job does not end. */
  async outbox(): Promise<{ queued: number; oldestAt: Date | null; channelsOff: number; oldestRunAt: Date | null }> {
    const isWaiting = { state: 'queued' as const, userid: IsNull() };
    const oldest = await this.manager.findOne(Post, {
      where: isWaiting,
      order: { queuedAt: 'ASC' },
      only: ['queuedAt'],
    });
    const run = await this.manager.findOne(JobRun, { where: { finishedAt: IsNull() }, order: { startedAt: 'ASC' } });
    return {
      queued: await this.manager.countBy(Post, isWaiting),
      oldestAt: oldest?.queuedAt ?? null,
      channelsOff: await this.manager.countBy(Grid, { channelOffAt: Not(IsNull()) }),
      oldestRunAt: run?.startedAt ?? null,
    };
  }

  /** A new grid; its own unit of work seals it. */
  async add(grid: New<Grid>): Promise<Grid> {
    const row = Object.assign(new Grid(), grid);
    await insertRow(this.manager, Grid, row);
    return row;
  }

  async byCode(code: string): Promise<Grid | null> {
    return this.manager.findOneBy(Grid, { code });
  }

  async byChat(chatId: string): Promise<Grid | null> {
    const chat = await this.manager.findOneBy(GroupChat, { chatId });
    const grid = chat && (await this.manager.findOneBy(Grid, { id: chat.gridId }));
    if (grid) this.current.add(grid);
    return grid;
  }

  /** The grid whose open code this is: all of them are compared, each in constant time. */
  async byBindCode(said: string): Promise<Grid | null> {
    const open = await this.manager.findBy(Grid, { bindCode: Not(IsNull()) });
    return open.filter(({ bindCode }) => isSameSecret(bindCode ?? '', said))[0] ?? null;
  }

  /** The grids that have a member of this key. */
  async of(userid: string): Promise<Grid[]> {
    const ids = (await this.manager.find(Member, { where: { userid } })).map(({ gridId }) => gridId);
    return ids.length === 0 ? [] : this.manager.find(Grid, { where: { id: In(ids) }, order: { id: 'ASC' } });
  }

  /** The member through whom somebody is bound to a household anywhere; null: nowhere. */
  async boundBy(userid: string): Promise<Member | null> {
    return this.manager.findOneBy(Member, { userid, householdId: Not(IsNull()) });
  }

  /** In private chat nothing names the grid: the one where the user is bound, else that of the link they came by, else the first that knows them. */
  async byUser(userid: string): Promise<Grid | null> {
    const members = await this.manager.find(Member, { where: { userid }, order: { id: 'ASC' } });
    const here = members.filter(({ leftAt }) => leftAt === null);
    const bound = here.find(({ householdId }) => householdId !== null);
    const person = !bound && isOutsider(userid) ? await this.manager.findOneBy(Person, { userid }) : null;
    const id = bound?.gridId ?? person?.gridId ?? here[0]?.gridId ?? members[0]?.gridId;
    if (id !== undefined) return this.manager.findOneBy(Grid, { id });
    // A stranger who came by no link means the only grid, where there is but one.
    return onlyOne(person ? await this.open() : []) ?? null;
  }
}
