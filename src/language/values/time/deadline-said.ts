import { onlyOne } from '../../../domain/only-one.js';
import { isoMinute } from './clock.js';
import { isMood, readMood } from '../manner/mood.js';
import { findTimes } from './times.js';
import { readWholeAnswer } from '../manner/whole-answer.js';
import { foldWidth } from '../width.js';

/** What says in the same clause that something lasts until then. */
const until = /(?:到|至|截止|截至|改|定|延|推|放|拖|宽限|提前|还是|不如|干脆|就)[^，,。;；\n]{0,8}$/u;
const ends = /^[^，,。;；\n]{0,4}(?:截止|结束|为止|到期|收|吧|得了|好了)/u;

/**
 * The end that a sentence names last, where it says that something is to last until then (本来想着周五，还是放宽到周日吧，晚上八点), in ISO 8601.
 * Undefined for an hour or a day that is only told of, and for one that is asked, quoted or supposed. It is only ever read back.
 */
export function endSaid(text: string, now: Date): string | undefined {
  const whole = readWholeAnswer('deadline', text, now);
  if (typeof whole === 'object') return String(whole.value);
  const said = foldWidth(text);
  const last = findTimes(said, now).at(-1);
  if (last?.kind !== 'at') return undefined;
  if (isMood(readMood(said), last, 'forwarded', 'quoted', 'asked', 'conditional', 'joking')) return undefined;
  const isUntil = until.test(said.slice(0, last.start)) || ends.test(said.slice(last.end));
  return isUntil ? isoMinute(last.at) : undefined;
}

const forDays =
  /(?:给|留|投|为期|持续|限期?|公示|表决|投票|期限|时间|一共|总共)(?:他们|大家(?:伙儿?)?|大伙儿?|居民|邻居们?|各[家户位]|业主们?|足|够|上|个|是|为|定|[:：])*(?<n>半|[\d一二两三四五六七八九十]{1,3})个?(?<unit>天|日|周|星期|礼拜|月)(?![前后内]|以[前后内]|之[前后内]|[一二三四五六日天\d])/u;

/** 给大家三天时间, 投一周, 为期5天: how long it is to last from now on, as its end, in ISO 8601. */
export function endAfter(text: string, now: Date): string | undefined {
  const said = foldWidth(text);
  const found = forDays.exec(said);
  if (!found?.groups) return undefined;
  const span = { start: found.index, end: found.index + found[0].length };
  if (isMood(readMood(said), span, 'forwarded', 'quoted', 'asked', 'denied', 'conditional', 'past', 'joking'))
    return undefined;
  const at = onlyOne(findTimes(`${found.groups['n'] ?? ''}个${found.groups['unit'] ?? ''}后`, now));
  return at?.kind === 'at' ? isoMinute(at.at) : undefined;
}
