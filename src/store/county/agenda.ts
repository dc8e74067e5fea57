import { dayMs, dayOf, dayWords, noonOf } from '../../domain/calendar.js';
import { receivedFen } from '../../domain/funds/ledger.js';
import { statesUnderWay, worksStates } from '../../domain/lifecycle.js';
import { yuan } from '../../domain/money.js';
import { rulesAt } from '../../domain/rules.js';
import type { Project } from '../proposal/project.js';
import { verdictOn } from './standing.js';
import { owedBy } from '../notice/to-tell.js';
import type { Unit } from '../engine/unit.js';

export const agendaHeads = {
  red: '滞后',
  yellow: '新预警',
  mended: '待确认已解决',
  debt: '公示超期',
  gap: '资金缺口',
  objection: '未答复的异议',
  finding: '没改好的整改',
  milestone: '快到期的节点',
} as const;

interface AgendaItem {
  readonly kind: keyof typeof agendaHeads;
  readonly no: number;
  readonly title: string;
  readonly words: string;
}

/** What a dispatch has to speak of, found in the record (docs/domain.md 11.2), in the order of the heads. */
export async function agendaOf(unit: Unit, now: Date): Promise<AgendaItem[]> {
  const items: AgendaItem[] = [];
  for (const project of await unit.projects.inStates(statesUnderWay)) {
    for (const [kind, words] of await found(unit, project, now))
      items.push({ kind, no: project.no, title: project.title, words });
  }
  const order = Object.keys(agendaHeads);
  return items.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || a.no - b.no);
}

async function found(unit: Unit, project: Project, now: Date): Promise<(readonly [AgendaItem['kind'], string])[]> {
  const items: (readonly [AgendaItem['kind'], string])[] = [];
  const { dispatchDays } = rulesAt(now);
  const since = new Date(now.getTime() - dispatchDays * dayMs);
  const { colour, reason } = await verdictOn(unit, project, now, { byHand: false });
  const marks = await unit.watch.marks(project.id);
  const lastRule = marks.findLast(({ kind }) => kind === 'rule');
  if (colour === 'red') items.push(['red', reason]);
  else if (colour === 'yellow' && reason.includes('等下次调度确认')) items.push(['mended', reason]);
  else if (colour === 'yellow' && (lastRule?.colour !== 'yellow' || lastRule.at >= since))
    items.push(['yellow', reason]);
  for (const { name, dueAt } of await owedBy(unit, project))
    if (dueAt < now) items.push(['debt', `${name}应在${dayWords(dueAt, now)}前发出`]);
  if (collecting.has(project.state)) {
    const gapFen = (project.budgetFen ?? 0) - receivedFen(await unit.ledger.balances(project.id));
    if (gapFen > 0) items.push(['gap', `还差${yuan(gapFen)}`]);
  }
  for (const { no, answeredAt, dueAt } of await unit.objections.ofProject(project.id))
    if (!answeredAt)
      items.push(['objection', `第${no}条异议，应在${dayWords(new Date(dueAt.getTime() - 1), now)}前答复`]);
  for (const { no, text, dueOn, state } of await unit.supervision.findings(project.id))
    if (state === 'open' && dueOn < dayOf(now))
      items.push(['finding', `整改${no}“${text}”，应在${dayWords(noonOf(dueOn), now)}前改好`]);
  const until = dayOf(new Date(now.getTime() + dispatchDays * dayMs));
  for (const { name, plannedOn, doneAt } of await unit.works.milestones(project.id))
    if (!doneAt && plannedOn >= dayOf(now) && plannedOn <= until)
      items.push(['milestone', `“${name}”计划${dayWords(noonOf(plannedOn), now)}`]);
  return items;
}

const collecting: ReadonlySet<string> = new Set(['collecting', 'funded', ...worksStates]);
