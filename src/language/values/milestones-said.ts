import { Refusal } from '../../domain/refusal.js';
import type { Planned } from '../../domain/works/milestones.js';
import { dayForm, dayNear, withMonths } from './time/said-day.js';

const most = 12;

/**
 * Reads `拆旧4月10日，装管4月25日，试压5月5日`: the milestones of a plan in the order of their days. A month without a year is the
 * nearest one. `装管4月11日至4月25日60%` also says when it begins and what it weighs; weights are given for all or for none, and
 * make 100 together. Refused where a part names no day, no thing, or a day that does not exist.
 */
export function readMilestones(text: string, now: Date): Planned[] {
  const parts = piecesOf(withMonths(text.normalize('NFKC'), now))
    .map(part => part.trim())
    .filter(Boolean);
  const planned = parts.map(part => readOne(part, now));
  if (planned.length === 0 || planned.length > most) throw new Refusal('schedule.unclear', { most });
  const weights = planned.flatMap(({ weight }) => weight ?? []);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (weights.length > 0 && (weights.length < planned.length || sum !== 100))
    throw new Refusal('schedule.weights', { sum, missing: planned.length - weights.length });
  return planned.toSorted((a, b) => (a.plannedOn < b.plannedOn ? -1 : 1));
}

/** Parts end at a mark, and at a blank where each piece between blanks names a day: 4月10号拆旧 4月25号装管. */
function piecesOf(text: string): string[] {
  return text.split(/[,，、;；\n]/u).flatMap(part => {
    const pieces = part.trim().split(/\s+/u);
    return pieces.length > 1 && pieces.every(piece => daySpan.test(piece) && piece.replace(daySpan, '') !== '')
      ? pieces
      : [part];
  });
}

const weightForm = /[(（]?(?:权重|占)?(\d{1,3})%[)）]?$/u;

const daySpan = new RegExp(`${dayForm}(?:\\s*[至到~—-]+\\s*${dayForm})?`, 'u');
/** The same with what ties the step to it: 到4月10日, 4月10日之前. 到货 keeps its 到, and 前门 its 前. */
const tiedSpan = new RegExp(`[于在到]?(?:${daySpan.source})(?:之?前|以前)?`, 'u');

function readOne(part: string, now: Date): Planned {
  const weighed = weightForm.exec(part);
  const rest = weighed ? part.slice(0, weighed.index).trim() : part;
  const span = daySpan.exec(rest);
  const name = rest.replace(tiedSpan, '').replace(/^[:：\s]{1,40}|[前于在到完成:：()（）\s]{1,40}$/gu, '');
  const [, year, month, day, endYear, endMonth, endDay] = span ?? [];
  const first = span && dayNear([year, month, day], now);
  const last = endMonth === undefined ? first : dayNear([endYear ?? year, endMonth, endDay], now);
  const weight = weighed ? Number(weighed[1]) : null;
  const isSound =
    first && last && first <= last && name !== '' && !daySpan.test(name) && [...name].length <= 20 && weight !== 0;
  if (!isSound) throw new Refusal('schedule.unclear', { most });
  // The day on which works begin is a step by itself.
  const startsOn = endMonth === undefined ? (/^(?:开工|进场)/u.test(name) ? first : null) : first;
  return { name, plannedOn: last, startsOn, weight };
}
