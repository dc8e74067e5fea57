import concludeReviews from '../../jobs/poll/conclude-reviews.js';
import closeRounds from '../../jobs/pledge/close-pledge-rounds.js';
import archive from '../../jobs/works/archive-projects.js';
import publishAccounts from '../../jobs/funds/publish-final-accounts.js';
import type { RoleId } from '../../src/domain/permissions.js';
import { closePoll } from '../../src/operations/poll/close-poll.js';
import { createGrid } from '../../src/operations/people/set-up-grid.js';
import { tellingBy } from '../../src/operations/notice/tell-fact.js';
import { tellers } from '../../src/publish/tellers.js';
import type { Store } from '../../src/store/engine/store.js';
import type { Cause, Unit } from '../../src/store/engine/unit.js';
import type { Grid } from '../../src/store/people/grid.js';
import { areas, type Home, homes, people, type Who } from './town.js';

/** One grid in a record, played by the bot's own operations. */
export class World {
  private messages = 0;

  private constructor(
    readonly store: Store,
    readonly grid: Grid,
    private readonly householdIds: ReadonlyMap<Home, number>,
  ) {}

  /** A new grid with everybody of the model; nobody has said anything yet. */
  static async of(store: Store, at: number, code: string): Promise<World> {
    const now = new Date(at);
    const ids = new Map<Home, number>();
    const grid = await store.inUnit(async open => {
      const unit = await createGrid(open, { code, name: code, community: code, now });
      if (!unit) throw new Error(`there is a grid ${code} already`);
      const gridId = unit.grid.id;
      for (const home of homes)
        ids.set(home, (await unit.members.keepHousehold({ gridId, ...householdLine(home, home) })).id);
      for (const [who, role] of Object.entries(people) as [Who, RoleId | null][]) {
        const householdId = ids.get(who as Home) ?? null;
        const boundAt = householdId === null ? null : now;
        await unit.members.keep({ gridId, userid: who, name: nameOf(who), householdId, boundAt, creditSince: now });
        const building = role === 'building_leader' ? '1' : null;
        if (role) await unit.members.giveRole({ gridId, userid: who, role, building, givenAt: now });
      }
      unit.journal.add('story', { by: 'operator', at: now });
      return unit.grid;
    });
    return new World(store, grid, ids);
  }

  inUnit<T>(work: (unit: Unit) => Promise<T>, cause: Cause | null = null): Promise<T> {
    return this.store.inGrid(this.grid, work, cause);
  }

  nextMessage(): string {
    this.messages += 1;
    return `${this.grid.code}-${this.messages}`;
  }

  householdOf(home: Home): number {
    return this.householdIds.get(home) ?? 0;
  }

  /** What the clock would do in this grid now. */
  async runClock(now: Date): Promise<void> {
    const boardUrl = (): string => 'http://board';
    const cause = { by: 'clock', at: now, messageId: null, tell: tellingBy(tellers, boardUrl) };
    const inUnit = <T>(work: (unit: Unit) => Promise<T>): Promise<T> => this.inUnit(work, cause);
    // As the job does it, without the picture: a picture a poll would take most of the time.
    await inUnit(async unit => {
      for (const poll of await unit.polls.dueBy(now)) await closePoll(unit, { poll, at: poll.closesAt });
    });
    for (const job of [concludeReviews, closeRounds, publishAccounts, archive])
      await job.run({ now, inUnit, boardUrl } as Parameters<typeof job.run>[0]);
  }
}

function nameOf(who: Who): string {
  return `${who}君`;
}

/** What the roster says of a flat, with its owner. */
export function householdLine(home: Home, owner: Who) {
  const room = `${homes.indexOf(home) + 1}01`;
  const about = { building: '1', unit: '1', room, areaCentiM2: areas[home] };
  return { ...about, owners: [nameOf(owner)], userids: [owner], phone: null };
}
