import { partsSaid } from './parts-said.js';
import { aDay, dayForm, dayNear, withMonths } from './time/said-day.js';

interface KeyWords {
  readonly goal: string;
  /** How things stood before; null where nobody said. */
  readonly baseline: string | null;
  /** A day in Shanghai; `wrong` where a day was said that does not exist; null where none was said. */
  readonly deadline: string | null;
  /** Who leads it, as it was said; null where nobody was named. */
  readonly leader: string | null;
}

const heads = {
  目标: 'goal',
  现状: 'baseline',
  基线: 'baseline',
  期限: 'deadline',
  截止: 'deadline',
  牵头: 'leader',
  负责人: 'leader',
} as const;
/** 张立民牵头, 10月底前: told by what stands behind. */
const leads = /^(\S{2,20}?)(?:来)?(?:牵头|负责|领头)$/u;
const dueForm = new RegExp(`^(?:到|在)?${dayForm}(?:之?前|以前|为止)?(?:完成|办完|完)?$`, 'u');
const headForm = new RegExp(`^(${Object.keys(heads).join('|')})(?:人)?[:：是为]?\\s*`, 'u');

/**
 * Reads `目标三盏路灯全部亮起，现状全坏，期限10月31日，牵头王师傅`: what a key project is to reach, from where, by when and led by whom
 * (docs/domain.md 11). A part without a head belongs to the one before it; a deadline
 * without a year is one of the project's own year. Null without a goal.
 */
export function readKeyWords(text: string, year: number, now: Date): KeyWords | null {
  const found = new Map<(typeof heads)[keyof typeof heads], string[]>();
  let last: (typeof heads)[keyof typeof heads] = 'goal';
  for (const part of partsSaid(text)) {
    const head = headForm.exec(part);
    const leader = leads.exec(part)?.[1];
    if (head) last = heads[head[1] as keyof typeof heads];
    else if (leader !== undefined) last = 'leader';
    else if (dueForm.test(withMonths(part, now))) last = 'deadline';
    const rest = leader ?? (head ? part.slice(head[0].length).trim() : part);
    if (rest) found.set(last, [...(found.get(last) ?? []), rest]);
  }
  const said = (field: (typeof heads)[keyof typeof heads]): string | null => found.get(field)?.join('，') ?? null;
  const [goal, deadline] = [said('goal'), said('deadline')];
  if (goal === null) return null;
  return {
    goal,
    baseline: said('baseline'),
    deadline: deadline === null ? null : (dayOfYear(deadline, year, now) ?? 'wrong'),
    leader: said('leader'),
  };
}

function dayOfYear(text: string, year: number, now: Date): string | null {
  const [, said, month, day] = aDay.exec(withMonths(text, now)) ?? [];
  return dayNear([said ?? String(year), month, day], now);
}
