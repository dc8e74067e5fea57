import { onlyOne } from '../../domain/only-one.js';
import { may } from '../../domain/permissions.js';
import type { Asked, Found } from './asked.js';

/** 回她：已请三家报价 behind a look at the one objection that waits: its answer, which is read back. */
export async function objectionAnswered({ turn, text, project: { id, no }, last }: Asked): Promise<Found | null> {
  if (!may(turn.member, 'objection.answer') || /[?？]\s*$/u.test(text)) return null;
  const isShown = last?.intent === 'objection.list';
  const only = onlyOne(await turn.unit.objections.open(id));
  const said = /(?:[:：]|^[^，,：:]{1,6}[，,])\s*(?<said>[^]+)$/u.exec(text)?.groups?.['said'];
  // Behind anything else the objection has to be the only one, and the words its answer and no greeting.
  if (!isShown && [...(said ?? '')].length < 4) return null;
  if (!only || said === undefined) return null;
  return { intent: 'objection.answer', slots: { no, objection: only.no, text: said }, sure: false };
}
