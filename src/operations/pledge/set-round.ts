import { dayMs, endOfDay } from '../../domain/calendar.js';
import { residentPartFen } from '../../domain/plan/funding-plan.js';
import { summaryOf } from '../../domain/funds/ledger.js';
import { ensureState, isInRound, planOpen } from '../../domain/lifecycle.js';
import { missingFen, type RoundTerms } from '../../domain/pledge/pledge-round.js';
import { Refusal } from '../../domain/refusal.js';
import { rulesAt } from '../../domain/rules.js';
import type { Project } from '../../store/proposal/project.js';
import type { MemberView } from '../../store/people/members.js';
import { topics } from '../../store/notice/topics.js';
import type { Unit } from '../../store/engine/unit.js';
import { householdsShort } from './households-short.js';

interface RoundSetting {
  readonly member: MemberView;
  readonly no: number;
  /** The last day on which pledges may come in, or for how many days from the opening. */
  readonly closesAt?: Date;
  readonly days?: number;
  readonly minimumFen?: number;
  readonly capFen?: number;
  /** Every household has to take part. */
  readonly everyHousehold?: true;
}

/**
 * The secretary sets what a pledge round is to run under: deadline, minimum, cap (docs/domain.md 8.2). In an open round only its end may
 * still be moved, and only to a later day; a round that reached its minimum and not its target may be opened for longer.
 */
export async function setRound(unit: Unit, setting: RoundSetting): Promise<Project> {
  const { no, closesAt, days, minimumFen, capFen, everyHousehold } = setting;
  const { now } = unit;
  const project = await unit.projects.byNo(no);
  if (!project) throw new Refusal('project.unknown', { no });
  const onlyEnd = minimumFen === undefined && capFen === undefined && everyHousehold === undefined;
  if (onlyEnd) ensureState(project, [...planOpen, 'pledging', 'collecting'], '改认筹期限');
  else ensureState(project, planOpen, '定认筹的最低额和每户上限');
  const last = closesAt && ensureAhead(endOfDay(closesAt), now);
  if (days !== undefined) ensureAhead(endOfDay(now, days), now);
  const partFen = residentPartFen({ ...project, budgetFen: project.budgetFen ?? project.costFen });
  if (partFen > 0 && Math.max(minimumFen ?? 0, capFen ?? 0) > partFen)
    throw new Refusal('round.minimum', { no, partFen });

  const isOpen = isInRound(project);
  if (isOpen) {
    const { toTarget } = missingFen(project, summaryOf(await unit.ledger.balances(project.id)));
    if (toTarget === 0 && (await householdsShort(unit, project)) === 0) throw new Refusal('gap.none', { no });
    const end = last ?? endOfDay(now, days ?? 0);
    if (project.pledgeClosesAt && end <= project.pledgeClosesAt)
      throw new Refusal('round.earlier', { no, closesAt: project.pledgeClosesAt });
    await unit.projects.keep(Object.assign(project, { pledgeClosesAt: end }));
  } else {
    // The limits of a round that has ended were reckoned on its own target.
    const wish = project.round?.targetFen === undefined ? (project.round ?? {}) : {};
    const { closesAt: _end, days: _days, ...rest } = wish;
    const ends: RoundTerms = last ? { closesAt: last.toISOString() } : days === undefined ? endOf(project) : { days };
    const limits = {
      ...(minimumFen === undefined ? {} : { minimumFen }),
      ...(capFen === undefined ? {} : { capFen }),
      ...(everyHousehold ? { everyHousehold } : {}),
    };
    await unit.projects.keep(Object.assign(project, { round: { ...rest, ...ends, ...limits } }));
  }
  const facts = { no, closesAt: last, days, minimumFen, capFen, everyHousehold };
  unit.journal.add('pledge.round', { facts });
  if (isOpen) {
    await unit.posts.withdraw(topics.ways(project));
    await unit.tell('pledge.extended', { project });
  }
  return project;
}

/** When it was to end by an earlier word. */
function endOf({ round }: Project): RoundTerms {
  if (round?.closesAt !== undefined) return { closesAt: round.closesAt };
  return round?.days === undefined ? {} : { days: round.days };
}

function ensureAhead(end: Date, now: Date): Date {
  const mostDays = rulesAt(now).pledgeMostDays;
  // Sixty days of a round, and as many again until the plan is approved.
  if (end <= now || end.getTime() > now.getTime() + 2 * mostDays * dayMs)
    throw new Refusal('round.closesAt', { mostDays });
  return end;
}
