import { dayOf, dayWords, noonOf } from '../../domain/calendar.js';
import { plain } from '../../domain/plain-text.js';
import { agendaHeads, agendaOf } from '../../store/county/agenda.js';
import type { DispatchAction } from '../../store/county/dispatch-action.js';
import { shownAs } from '../../store/county/standing.js';
import { reportLine } from '../proposal/report-words.js';
import { outsideLate } from '../works/outside-words.js';
import type { Unit } from '../../store/engine/unit.js';

const openHead = '没有销号的事项';
const reportsHead = '超期的报事';
const outsideHead = '外单位过期没有答复';

/** A head of the agenda with what stands below it. */
export interface Part {
  readonly head: string;
  readonly lines: readonly string[];
}

/** The agenda that made itself, and what earlier meetings asked for and is not closed. Nobody is named in full. */
export async function dispatchParts(unit: Unit, now: Date): Promise<Part[]> {
  const items = await agendaOf(unit, now);
  const parts = Object.entries(agendaHeads).map(([kind, head]) => ({
    head,
    lines: items
      .filter(item => item.kind === kind)
      .map(({ no, title, words }) => `${no}号 ${plain(title, 30)}：${plain(words, 100)}`),
  }));
  const reports: string[] = [];
  for (const report of await unit.reports.standing())
    if (report.climbed === 2) reports.push(await reportLine(unit, report, now));
  const lines: string[] = [];
  for (const action of await unit.actions.open()) lines.push(await actionWords(unit, action, now));
  const heads = [
    ...parts,
    { head: reportsHead, lines: reports },
    { head: outsideHead, lines: await outsideLate(unit, now) },
    { head: openHead, lines },
  ];
  return heads.filter(part => part.lines.length > 0);
}

/** `事项3 楼长王＊＊：补齐公示，3月10日（周二）前，已超期`. */
async function actionWords(
  unit: Unit,
  { no, what, ownerId, dueOn, state }: DispatchAction,
  now: Date,
): Promise<string> {
  const owner = await unit.members.byId(ownerId);
  const late = state === 'open' && dueOn < dayOf(now) ? '，已超期' : '';
  const done = state === 'done' ? '，已报完成，等核实' : '';
  return `事项${no} ${owner ? await shownAs(unit, owner) : ''}：${plain(what, 100)}，${dayWords(noonOf(dueOn), now)}前${late}${done}`;
}

/** The agendas of several grids in one: the same heads, each line with its grid's name. */
export function together(parts: readonly (readonly Part[])[], names: readonly string[]): Part[] {
  const heads = new Map<string, string[]>();
  for (const [index, own] of parts.entries())
    for (const { head, lines } of own)
      heads.set(head, [...(heads.get(head) ?? []), ...lines.map(line => `${names[index] ?? ''} ${line}`)]);
  const order: readonly string[] = [...Object.values(agendaHeads), reportsHead, outsideHead, openHead];
  return [...heads]
    .map(([head, lines]) => ({ head, lines }))
    .toSorted((a, b) => order.indexOf(a.head) - order.indexOf(b.head));
}
