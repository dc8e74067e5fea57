import { dayMs, dayOf, wholeDayTold } from '../../domain/calendar.js';
import { summaryOf } from '../../domain/funds/ledger.js';
import { steps } from '../../domain/lifecycle.js';
import { yuan } from '../../domain/money.js';
import { plain } from '../../domain/plain-text.js';
import { categoryCalled, categoryOf } from '../../domain/proposal/categories.js';
import { type PrecedentFacts } from '../../domain/proposal/precedent.js';
import { isOfNobody } from '../../language/values/report-said.js';
import { rulesAt } from '../../domain/rules.js';
import { besideBoard } from '../board-links.js';
import { passagesOf } from '../county/county-figures.js';
import type { Project } from '../../store/proposal/project.js';
import type { Unit } from '../../store/engine/unit.js';

const mostObjections = 3;

/**
 * What others may learn from an ended matter: nothing of a person, in whose words it may stand. Null where fewer households than
 * anything is broken down for were concerned: their figures would be one family's.
 */
export async function precedentFacts(
  unit: Unit,
  project: Project,
  { source, now }: { source: string; now: Date },
): Promise<PrecedentFacts | null> {
  const households = (await unit.members.electors(project.scope)).length;
  if (households < rulesAt(now).breakdownMin) return null;
  const names = (await unit.members.all()).map(({ name }) => name);
  const { spentFen } = summaryOf(await unit.ledger.balances(project.id));
  const [passage] = await passagesOf(unit, [project]);
  const moments = [project.openedAt, ...(passage?.passedAt ?? [])];
  const category = categoryOf(project.title).id;
  const objections = await unit.objections.ofProject(project.id);
  return {
    category,
    title: isOfNobody(project.title, names) ? plain(project.title, 60) : categoryCalled(category).said,
    households,
    costFen: spentFen,
    budgetFen: project.budgetFen,
    stepDays: [0, 1, 2, 3].map(index => daysBetween(moments[index], moments[index + 1])),
    objections: objections
      .flatMap(({ text }) => (isOfNobody(text, names) ? [plain(text, 60)] : []))
      .slice(0, mostObjections),
    endedOn: dayOf(project.stateSince),
    source,
  };
}

/** `装路灯（118户，2026年5月6日办成）：一共花了860元，每户约7.28元…`, with the way to where it can be read. */
export function precedentLine(facts: PrecedentFacts, boardAddress: string): string {
  const { title, households, costFen, budgetFen, stepDays, objections, endedOn, source } = facts;
  const address = source.startsWith('/') ? besideBoard(boardAddress, source) : source;
  const took = stepDays.flatMap((days, index) => (days === null ? [] : [`${steps[index + 1] ?? ''}${days}天`]));
  const saved = budgetFen !== null && budgetFen > costFen ? `，比预算省${yuan(budgetFen - costFen)}` : '';
  return [
    `- [${title}](${address})（${households}户，${wholeDayTold(endedOn)}办成）：花了${yuan(costFen)}，每户约${yuan(Math.round(costFen / households))}${saved}`,
    ...(took.length > 0 ? [`  用时：${took.join('，')}`] : []),
    ...(objections.length > 0 ? [`  当时的不同意见：${objections.join('；')}`] : []),
  ].join('\n');
}

function daysBetween(from: Date | null | undefined, to: Date | null | undefined): number | null {
  return from && to && to >= from ? Math.ceil((to.getTime() - from.getTime()) / dayMs) : null;
}
