import closeRounds from '../../jobs/pledge/close-pledge-rounds.js';
import archive from '../../jobs/works/archive-projects.js';
import publishAccounts from '../../jobs/funds/publish-final-accounts.js';
import type { RoleId } from '../../src/domain/permissions.js';
import { createGrid } from '../../src/operations/people/set-up-grid.js';
import type { Store, Unit } from '../../src/store/engine/unit.js';
import type { Grid } from '../../src/store/people/grid.js';
import type { Project } from '../../src/store/proposal/project.js';
import { homes, type Life, people, type Who } from './model.js';

/** One grid with one project in a record, played by the bot's own operations. */
export class World {
  private messages = 0;
  private readonly householdIds = new Map<Who, number>();

  private constructor(
    readonly store: Store,
    readonly grid: Grid,
    readonly project: Pick<Project, 'id' | 'no'>,
  ) {}

  /** A new grid with everybody of the model, and the project as the life begins. */
  static async of(store: Store, life: Life, code: string): Promise<World> {
    const now = new Date(life.now);
    const { grid, project, households } = await store.inUnit(async open => {
      const unit = await createGrid(open, { code, name: code, community: code, now });
      if (!unit) throw new Error(`there is a grid ${code} already`);
      const ids = new Map<Who, number>();
      for (const [who, role] of Object.entries(people) as [Who, RoleId | null][]) {
        const householdId = homes.includes(who) ? await homeOf(unit, who) : null;
        if (householdId !== null) ids.set(who, householdId);
        await unit.members.keep({ gridId: unit.grid.id, userid: who, name: `${who}君`, householdId, boundAt: now });
        if (role)
          await unit.members.giveRole({ gridId: unit.grid.id, userid: who, role, building: null, givenAt: now });
      }
      const kept = await unit.projects.keep(begun(unit, life));
      for (const [index, { name }] of life.milestones.entries())
        await unit.works.keepMilestone({
          gridId: unit.grid.id,
          projectId: kept.id,
          place: index + 1,
          name,
          plannedOn: '2026-04-01',
          startsOn: null,
          weight: null,
        });
      unit.journal.add('story', { by: 'operator', at: now });
      return { grid: unit.grid, project: kept, households: ids };
    });
    const world = new World(store, grid, project);
    for (const [who, id] of households) world.householdIds.set(who, id);
    return world;
  }

  inUnit<T>(work: (unit: Unit) => Promise<T>): Promise<T> {
    return this.store.inGrid(this.grid, work);
  }

  nextMessage(): string {
    this.messages += 1;
    return `${this.grid.code}-${this.messages}`;
  }

  householdOf(who: Who): number {
    return this.householdIds.get(who) ?? 0;
  }

  /** What the clock would do in this grid now. */
  async runClock(now: Date): Promise<void> {
    const inUnit = <T>(work: (unit: Unit) => Promise<T>): Promise<T> => this.inUnit(work);
    const boardUrl = (): string => 'http://board';
    for (const job of [closeRounds, publishAccounts, archive])
      await job.run({ now, inUnit, boardUrl } as Parameters<typeof job.run>[0]);
  }
}

async function homeOf(unit: Unit, who: Who): Promise<number> {
  const room = `${homes.indexOf(who) + 1}01`;
  const home = { gridId: unit.grid.id, building: '1', unit: '1', room, areaCentiM2: 9000, owners: [`${who}君`] };
  return (await unit.members.keepHousehold({ ...home, userids: [who], phone: null })).id;
}

function begun(unit: Unit, life: Life) {
  const now = new Date(life.now);
  const { budget, minimum, cap, closesAt, everyHome, order } = life.terms;
  return {
    gridId: unit.grid.id,
    no: 1,
    title: '换管',
    place: '1号楼',
    proposerId: 1,
    state: 'pledging' as const,
    stateSince: now,
    fundingClass: 'urgent' as const,
    costFen: null,
    budgetFen: budget,
    planText: '换管',
    planVersion: 1,
    payerCheck: { answer: 'owners' as const, evidence: '已过保修', by: 1, at: now.toISOString() },
    planPublishedAt: now,
    pledgeClosesAt: new Date(closesAt),
    percent: 0,
    acceptedAt: null,
    settledAt: null,
    openedAt: now,
    spendOrder: { sources: order, isSaid: true },
    round: {
      targetFen: budget,
      minimumFen: minimum,
      capFen: cap,
      ...(everyHome ? { everyHousehold: true as const } : {}),
    },
  };
}
