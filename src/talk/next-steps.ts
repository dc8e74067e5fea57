import { Refusal } from '../domain/refusal.js';
import { nextLine } from '../operations/next-steps.js';
import type { Unit } from '../store/engine/unit.js';
import { over } from '../domain/next-words.js';
import { say } from './refusals/say.js';

/** Refusals that only miss one thing that can be asked for, with the slot that it goes into. */
const asked: Readonly<Record<string, string>> = {
  'plan.noBudget': 'cost',
  'class.reason': 'reason',
};

export function asksFor({ code }: Refusal): string | undefined {
  return asked[code];
}

/** A refusal; of a deed that comes too early or too late with what comes next in the matter instead. */
export async function withNext(unit: Unit, refusal: Refusal, now: Date): Promise<string> {
  const text = say(refusal);
  if (!isOutOfTurn(refusal)) return text;
  const project = await unit.projects.byNo(refusal.details.no);
  if (!project) return text;
  const next = await nextLine(unit, project, now);
  if (next === over) return `${text}这件事已经结束，不用再办。`;
  return `${text}${refusal.details.late ? '现在：' : '先'}${next}。`;
}

function isOutOfTurn(refusal: Refusal): refusal is Refusal<'project.wrongState'> {
  return refusal.code === 'project.wrongState';
}
