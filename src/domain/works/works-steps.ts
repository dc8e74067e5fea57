import { dayOf, endOfDay } from '../calendar.js';
import { askingStep } from '../funds/spend-steps.js';
import type { ProjectState } from '../lifecycle.js';
import { permissions, secretaries } from '../permissions.js';
import { plain } from '../plain-text.js';
import { rulesAt } from '../rules.js';
import { type Step, mayBe, step } from '../step.js';
import { isTeamSize } from './team.js';

/** The works of a matter, as far as they decide on what comes next. */
export interface WorksStanding {
  readonly percent: number;
  /** Who watches over it, by member id; those of them who have signed that it passed; all supervisors of the grid. */
  readonly team: readonly number[];
  readonly signed: readonly number[];
  readonly supervisors: readonly number[];
  readonly findings: readonly {
    readonly no: number;
    readonly state: 'open' | 'mended';
    readonly mendedById: number | null;
    /** What is to be mended. */
    readonly text: string;
  }[];
  /** The milestones that are not done with, in the order of the plan: reached ones wait for another pair of eyes. */
  readonly milestones: readonly {
    readonly name: string;
    /** A day in Shanghai, `2026-04-10`. */
    readonly plannedOn: string;
    readonly doneAt: Date | null;
    readonly doneById: number | null;
  }[];
  /** Who stopped the works, where they stand still. */
  readonly stoppedBy: 'team' | 'decision' | null;
  /** Households that have rated it. */
  readonly rated: readonly number[];
  /** What nobody has asked for yet of the money that is there, in fen. */
  readonly unaskedFen: number;
}

interface At {
  readonly no: number;
  readonly now: Date;
  readonly state: ProjectState;
  readonly works: WorksStanding;
}

/** The contractor before all others: the first is the one that everybody reads of. */
const reporters = { roles: ['contractor', ...permissions['progress.report']] } as const;

/** The works go on from report to report, watched over by the team, until the team has accepted them (docs/domain.md 11, 12). */
export function worksSteps(at: At): Step[] {
  const { no, state, works } = at;
  const { team, stoppedBy } = works;
  const watchers = { members: team, called: '监管小组' };
  if (!isTeamSize(team.length, at.now)) {
    const set = { for: { roles: secretaries }, title: '定监管小组（3人以上、单数）', says: `${no}号监管小组：……` };
    return [step('team.set', { no }, set)];
  }
  const ask = askingStep(no, works.unaskedFen, works.supervisors);
  if (stoppedBy) {
    const resume = {
      for: stoppedBy === 'team' ? watchers : { roles: secretaries },
      title: '同意复工',
      says: `${no}号复工`,
    };
    return [step('works.resume', { no }, resume), ...findingSteps(at)];
  }
  const stop = mayBe(step('works.stop', { no }, { for: watchers, title: '要求停工', says: `${no}号停工：……` }));
  const look = mayBe(step('inspection.report', { no }, { for: watchers, title: '报巡查', says: `${no}号巡查：……` }));
  const finding = { for: watchers, title: '提限期整改', says: `${no}号限期整改：……` };
  const find = mayBe(step('finding.add', { no }, finding));
  switch (state) {
    case 'funded':
      return [progress(no, '开工，报进度', `${no}号进度：……，完成10%`), ...ask];
    case 'in_progress':
      return [
        progress(no, '报施工进度', `${no}号进度：……，完成50%`),
        ...findingSteps(at),
        ...milestoneSteps(at),
        look,
        find,
        stop,
        ...ask,
      ];
    case 'rectification':
      return [
        progress(no, '整改好了，报完成100%', `${no}号进度：已整改，完成100%`, 100),
        ...findingSteps(at),
        ...milestoneSteps(at),
        look,
        ...ask,
      ];
    default:
      return [...findingSteps(at), ...acceptance(at), ...milestoneSteps(at), look, ...ask];
  }
}

function progress(no: number, title: string, says: string, percent?: number): Step {
  const slots = { no, ...(percent === undefined ? {} : { percent }) };
  return step('progress.report', slots, { for: reporters, title, says });
}

/**
 * The next milestone waits for whoever reports, until its planned day, and beside it each that is late; a reached one waits for somebody of
 * the team who did not report it. Without them no progress payment can be asked for, and the works cannot be finished.
 */
function milestoneSteps({ no, now, works: { milestones, team } }: At): Step[] {
  const next = milestones.find(({ doneAt }) => doneAt === null);
  return milestones.flatMap(one => {
    const { name, plannedOn, doneAt, doneById } = one;
    if (doneAt !== null) {
      const by = { members: team.filter(id => id !== doneById), called: '监管小组' };
      const until = endOfDay(doneAt, rulesAt(now).seenWithinDays);
      const says = `${no}号节点验收：${name}`;
      return [step('schedule.accept', { no, name }, { for: by, title: `验收节点“${plain(name, 40)}”`, says, until })];
    }
    if (one !== next && plannedOn >= dayOf(now)) return [];
    const until = endOfDay(new Date(`${plannedOn}T12:00:00+08:00`));
    const says = `${no}号节点完成：${name}`;
    return [
      step('schedule.reach', { no, name }, { for: reporters, title: `报节点“${plain(name, 40)}”完成`, says, until }),
    ];
  });
}

/** While a fault is left nobody can accept; what was not mended can always be sent back. */
function acceptance({ no, works }: At): Step[] {
  const by = { members: works.team.filter(id => !works.signed.includes(id)), called: '监管小组' };
  const says = [`${no}号验收合格`, `${no}号验收不合格`];
  const isOpen = works.findings.length === 0;
  const sign = { for: by, title: '验收', says: isOpen ? says : says.slice(1) };
  return [step('project.accept', isOpen ? { no } : { no, result: 'fail' }, sign)].map(one =>
    isOpen ? one : mayBe(one),
  );
}

function findingSteps({ works: { findings, team } }: At): Step[] {
  return findings.map(({ no: finding, state, mendedById, text }) =>
    state === 'open'
      ? step(
          'finding.mend',
          { finding },
          { for: reporters, title: `整改${finding}改好了`, detail: plain(text, 20), says: `整改${finding}完成` },
        )
      : step(
          'finding.check',
          { finding },
          {
            for: { members: team.filter(id => id !== mendedById), called: '监管小组' },
            title: `复查整改${finding}`,
            detail: plain(text, 20),
            says: [`复查${finding}通过`, `复查${finding}不通过：……`],
          },
        ),
  );
}
