import { dayOf } from '../../../domain/calendar.js';
import { onlyOne } from '../../../domain/only-one.js';
import type { Span } from '../span.js';
import { isoDay, lastOfMonth, shiftDay, wallOf } from './clock.js';
import { findTimes } from './times.js';

const before = /(?:之前|以前|前|之内|以内|内)$/u;
const thisWeek = /(?:这|本)个?(?:周|星期|礼拜)(?:之内|以内|[内里末底])?(?![一二三四五六日天\d])/gu;
const thisMonth = /(?:(?:这个?|本)?月(?:底|末)|(?:这个?|本)月(?:之内|以内|[内里]))(?:之?前|以前)?/gu;

const endBefore = /(?:最[晚迟]|截[至止]|[到在至])$/u;
const endIn = /[前内底末]$/u;
/** 周五清走, 3月25号弄完; 今天路灯又灭了 ends nothing. */
const endBehind =
  /^(?:[。.!！，,\s]*$|之?[前内]|以[前内]|[底末]|[^，,。；;！!？?\s]{0,6}?[清扫擦铲搬运修补换装贴弄办做搞处拿交铺刷][^，,。；;！!？?\s]{0,3}?(?:[完好净走掉齐上]|到位)(?![了的]))/u;

/** Something is to end at the time that is said there. */
function isEnd(said: string, { start, end }: Span): boolean {
  return endIn.test(said.slice(start, end)) || endBefore.test(said.slice(0, start)) || endBehind.test(said.slice(end));
}

/** The one day by which something is to be done (周五前, 这周, 月底), as `2026-03-20`, with where it stands; null where none or several are said. */
export function dueSaid(said: string, now: Date): (Span & { readonly day: string }) | null {
  const times = findTimes(said, now);
  const by = onlyOne(times);
  if (by) {
    // 周五前 has Friday as its last day.
    const day = onlyOne(findTimes(said.slice(by.start, by.end).replace(before, ''), now));
    const behind = /^(?:之前|以前|前|之内|以内|内)/u.exec(said.slice(by.end))?.[0].length ?? 0;
    const on = day?.kind === 'at' && isEnd(said, by) ? dayOf(day.at) : null;
    if (on !== null && on >= dayOf(now)) return { start: by.start, end: by.end + behind, day: on };
  }
  if (times.length > 1) return null;
  const weeks = [...said.matchAll(thisWeek)];
  const found = onlyOne([...weeks, ...said.matchAll(thisMonth)]);
  if (!found) return null;
  const today = wallOf(now);
  const last = weeks.length > 0 ? shiftDay(today, { days: 7 - today.weekday }) : lastOfMonth(today);
  return { start: found.index, end: found.index + found[0].length, day: isoDay(last) };
}
