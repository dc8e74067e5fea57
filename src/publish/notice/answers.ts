import { dayWords, momentWords } from '../../domain/calendar.js';
import { yuan } from '../../domain/money.js';
import { plain } from '../../domain/plain-text.js';
import { rulesAt } from '../../domain/rules.js';
import type { Disclosure, DisclosureKind } from '../../store/notice/disclosure.js';
import type { Household } from '../../store/people/household.js';
import type { Project } from '../../store/proposal/project.js';
import type { Unit } from '../../store/engine/unit.js';
import { sumsTold, threeNumbers } from '../funds/funds-report.js';
import { paidByHousehold } from '../funds/paid-by.js';

/** `（来自第7号公示，3月2日（周一）10:00）`: every figure says where it stands in public. */
export function citedWords(notice: Disclosure, now: Date): string {
  return `（来自第${notice.no}号公示，${momentWords(notice.at, now)}）`;
}

/** `最近的进度公示是第7号，3月2日（周一）`; before the first, where the figures stand in public instead. */
export async function lastNotice(unit: Unit, project: Project, kind: DisclosureKind, now: Date): Promise<string> {
  const notice = await unit.disclosures.latest(project.id, kind);
  const names: Partial<Record<DisclosureKind, string>> = { plan: '方案', funds: '资金', progress: '进度' };
  if (notice) return `最近的${names[kind] ?? ''}公示是第${notice.no}号，${dayWords(notice.at, now)}。`;
  return kind === 'plan' ? '' : `还没有发过${names[kind] ?? ''}公示，这里的和公示栏上的一样。`;
}

/** The newest notice that told a project's money: the funds report, or the final accounts. */
export async function fundsNoticeOf(unit: Unit, { id }: Project): Promise<Disclosure | null> {
  const final = await unit.disclosures.latest(id, 'final');
  const report = await unit.disclosures.latest(id, 'funds');
  return final && report ? (final.no > report.no ? final : report) : (final ?? report);
}

/** `- 12号：认筹…｜已付…（第7号公示）`, as it was last told. */
export async function fundsLine(unit: Unit, project: Project): Promise<string> {
  const notice = await fundsNoticeOf(unit, project);
  if (!notice) return `- ${project.no}号：还没有公示`;
  const funds = await sumsTold(unit, project, notice);
  return `- ${project.no}号：${threeNumbers(funds)}｜已付${yuan(funds.spentFen)}｜结余${yuan(funds.balanceFen)}（第${notice.no}号公示）`;
}

/** So many matters that are over are named where none is under way. */
const mostOver = 3;

/** The accounts of what ended last, a line each; empty where nothing has. */
export async function lastOver(unit: Unit): Promise<string> {
  const lines: string[] = [];
  for (const project of (await unit.projects.inStates(['closed'])).slice(-mostOver))
    if (await fundsNoticeOf(unit, project)) lines.push(await fundsLine(unit, project));
  return lines.length > 0 ? ['最近办完的：', ...lines, ''].join('\n') : '';
}

/** Until 24:00 of the day before: the secretary’s time to answer. */
export function passedOn(what: string, dueAt: Date, now: Date): string {
  const last = dayWords(new Date(dueAt.getTime() - 1), now);
  return `${what}还没有公示。已转给网格书记，${last}24:00前答复；急的话请直接找楼长或社区。`;
}

interface BuildingShare {
  readonly fen: number;
  /** What all households of the grid have paid. */
  readonly wholeFen: number;
  /** False where so few households stand behind the figure, or behind the rest, that it would give somebody away. */
  readonly isTold: boolean;
}

/**
 * What the households of one building have paid, as of a notice. Told only where at least five of them, and none or at least
 * five of the others, have paid: neither the figure nor its difference to the published total may point to a door
 * (docs/domain.md 13.4). How many have not paid is never told.
 */
export async function paidByBuilding(
  unit: Unit,
  project: Project,
  { building, until, now }: { building: string; until: Date; now: Date },
): Promise<BuildingShare> {
  const households = new Map((await unit.members.households()).map(one => [one.id, one]));
  const payers = [...(await paidByHousehold(unit, project, until))].filter(([, fen]) => fen > 0);
  const inside = payers.filter(([id]) => (households.get(id) as Household | undefined)?.building === building);
  const outside = payers.length - inside.length;
  const least = rulesAt(now).breakdownMin;
  return {
    fen: inside.reduce((sum, [, fen]) => sum + fen, 0),
    wholeFen: payers.reduce((sum, [, fen]) => sum + fen, 0),
    isTold: inside.length >= least && (outside === 0 || outside >= least),
  };
}

/** `12号 更换主管道`. */
export function called({ no, title }: Project): string {
  return `${no}号 ${plain(title, 40)}`;
}
