import type { ObjectLiteral } from 'typeorm';
import { colours } from '../../../src/domain/county/colour.js';
import { type Figures, percentWords, slowestStep, together } from '../../../src/domain/county/county-figures.js';
import { dayMs } from '../../../src/domain/calendar.js';
import { sources, type Source } from '../../../src/domain/funds/ledger.js';
import { steps } from '../../../src/domain/lifecycle.js';
import { yuan } from '../../../src/domain/money.js';
import { figuresOf } from '../../../src/publish/county/county-figures.js';
import { ColourMark } from '../../../src/store/county/colour-mark.js';
import { DispatchAction } from '../../../src/store/county/dispatch-action.js';
import { Finding } from '../../../src/store/works/finding.js';
import { KeyProject } from '../../../src/store/county/key-project.js';
import { RoleCard } from '../../../src/store/people/role-card.js';
import { SupervisionTeam } from '../../../src/store/works/supervision-team.js';
import { Task } from '../../../src/store/works/task.js';
import { fundAccount, marketStanding } from '../../../src/store/market/market-standing.js';
import { WorkNote } from '../../../src/store/works/work-note.js';
import type { Store } from '../../../src/store/engine/store.js';

/** The county's year in figures, as its page tells them and as rows are counted. */
export async function summaryOf(store: Store, now: Date): Promise<Record<string, string>> {
  const figures = await figuresOfAll(store, now);
  const { manager } = store.dataSource;
  const count = async (table: new () => ObjectLiteral, where: ObjectLiteral = {}): Promise<number> =>
    manager.countBy(table, where);
  const of = (part: number, whole: number, word: string): string => `${part}/${whole} ${word}`;
  const slowest = slowestStep(figures.steps);
  return {
    projects: of(figures.accepted, figures.projects, 'accepted'),
    votes: `${figures.voted} of ${figures.could}, ${percentWords(figures.voted, figures.could)}`,
    received: Object.entries(figures.receivedBySource)
      .map(([source, fen]) => `${sources[source as Source]} ${yuan(fen)}`)
      .join(', '),
    spent: yuan(figures.spentFen),
    days: figures.steps
      .map(({ finished, totalMs }, index) =>
        finished === 0 ? '' : `${steps[index + 1]} ${Math.round((totalMs * 10) / finished / dayMs) / 10}`,
      )
      .join(', '),
    slowest: slowest === null ? 'none' : (steps[slowest] ?? ''),
    notices: `${figures.onTime} of ${figures.due} in time, ${percentWords(figures.onTime, figures.due)}`,
    rewards: `${figures.redemptions} for ${figures.points} points`,
    keyProjects: Object.entries(figures.colours)
      .filter(([, many]) => many > 0)
      .map(([colour, many]) => `${colours[colour as keyof typeof colours]} ${many}`)
      .join(', '),
    wallChart: of(await count(KeyProject), figures.grids, 'grids have a key project'),
    colourChanges: String(await count(ColourMark, { kind: 'rule' })),
    teams: String(await count(SupervisionTeam)),
    inspections: String(await count(WorkNote, { kind: 'inspection' })),
    findings: of(await count(Finding, { state: 'closed' }), await count(Finding), 'mended and passed'),
    dispatch: of(await count(DispatchAction, { state: 'closed' }), await count(DispatchAction), 'actions closed'),
    market: await marketOf(store, now),
    roleCards: String(await count(RoleCard)),
    tasks: String(await count(Task)),
  };
}

/** Of the public-welfare market: what was due and came in, and what the charity fund has given and holds. */
async function marketOf(store: Store, now: Date): Promise<string> {
  const periods: Record<string, number> = {};
  let [dueFen, receivedFen, fundFen] = [0, 0, 0];
  for (const grid of await store.inUnit(open => open.grids.open()))
    await store.inGrid(grid, async unit => {
      fundFen += (await fundAccount(unit)).fundFen;
      for (const { periods: all } of await marketStanding(unit, now))
        for (const one of all) {
          periods[one.state] = (periods[one.state] ?? 0) + 1;
          dueFen += one.dueFen ?? 0;
          receivedFen += one.receivedFen;
        }
    });
  const states = Object.entries(periods).map(([state, many]) => `${many} ${state}`);
  const given = receivedFen - fundFen;
  return `${states.join(', ')}; due ${yuan(dueFen)}, received ${yuan(receivedFen)}, given to projects ${yuan(given)}`;
}

async function figuresOfAll(store: Store, now: Date): Promise<Figures> {
  const all: Figures[] = [];
  for (const grid of await store.inUnit(open => open.grids.open()))
    all.push((await store.inGrid(grid, unit => figuresOf(unit, now))).figures);
  return together(all);
}
