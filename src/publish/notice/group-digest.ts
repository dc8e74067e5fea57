import { momentWords, startOf } from '../../domain/calendar.js';
import { plain } from '../../domain/plain-text.js';
import type { Unit } from '../../store/engine/unit.js';
import { bareWords } from './notice-texts.js';

/** So many lines stand under a heading; the board has them all. */
const mostLines = 8;

/**
 * The day for a customer group, where people from outside the company read it (docs/wecom-doors.md 24.5, 27.5): what was published today
 * and what can be voted on, with the ways in. Nobody is named, nobody is called, nothing of one household is told. Null where there is
 * nothing to tell.
 */
export async function groupDigest(
  unit: Unit,
  { now, board, desk }: { readonly now: Date; readonly board: string; readonly desk: string },
): Promise<string | null> {
  const polls = (await unit.polls.open()).filter(({ closesAt }) => closesAt > now);
  const votes = polls.map(
    ({ no, question, closesAt }) => `${no}号 ${plain(question, 30)}：${momentWords(closesAt, now)}截止`,
  );
  const told = (await unit.disclosures.since(startOf('day', now))).map(
    ({ no, text }) => `第${no}号公示 ${plain(bareWords(text).split('\n')[0] ?? '', 40)}`,
  );
  const rounds = (await unit.projects.inStates(['pledging'])).map(({ no, title }) => `${no}号 ${plain(title, 30)}`);
  if (votes.length + told.length + rounds.length === 0) return null;
  const kf = await unit.kfLinks.of(unit.grid.id);
  return [
    `【${unit.grid.name}】众议众筹今天的事`,
    ...listed('可以投票的', votes),
    ...listed('正在认筹的', rounds),
    ...listed('今天公示的', told),
    `投票、认捐、看自己家的事：${desk}`,
    ...(kf === null ? [] : [`也可以找客服，打字就行：${kf}`]),
    `全部公示：${board}`,
  ].join('\n');
}

function listed(heading: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  const more = lines.length > mostLines ? [`还有${lines.length - mostLines}件，见公示栏`] : [];
  return [`${heading}：`, ...lines.slice(0, mostLines).map(line => `· ${line}`), ...more];
}
