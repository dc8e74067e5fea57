import { momentWords } from '../../domain/calendar.js';
import { wallOf } from '../../language/values/time/clock.js';
import type { Correction } from '../../language/values/manner/corrections.js';
import { readMeeting } from '../../language/values/meeting.js';
import { ask } from '../act.js';
import type { LastDeed } from './last-deed.js';
import type { Reply } from '../reply.js';
import type { Parts, Turn } from '../turn.js';

const partOfDay = /凌晨|早|上午|中午|下午|傍晚|晚/u;
/** An hour of the twelve of a clock. */
const beforeNoon = /(?<![\d十一二两三四五六七八九])(?:\d|1[01]|[一二两三四五六七八九]|十一?)(?=[点时:：])/u;

/**
 * 写错了，周日，不是周六, behind the call of a meeting: what was not said again stays. Everybody heard of it, so it is read back
 * and then announced anew.
 */
export async function correctMeeting(
  parts: Parts,
  turn: Turn,
  { no }: LastDeed,
  correction: Correction,
): Promise<Reply | null> {
  const { unit, now } = turn;
  const meeting = no === undefined ? null : await unit.meetings.byNo(no);
  if (!meeting || correction.kind !== 'change') return null;
  const { month, day, hour, minute } = wallOf(meeting.startsAt);
  const half = hour < 12 || partOfDay.test(correction.to) ? '' : hour < 18 ? '下午' : '晚上';
  // 改八点 of a meeting in the evening is eight in the evening.
  const said = correction.to.replace(beforeNoon, `${half}$&`);
  const isClock = /[点时:：]/u.test(said);
  const isDay = /周|星期|礼拜|[日号今明后月]/u.test(said);
  const when = `${isDay ? '' : `${month}月${day}日`}${said}${isClock ? '' : `${hour}点${minute}分`}`;
  const { startsAt, place } = readMeeting(when, now);
  if (!startsAt || place || startsAt.getTime() === meeting.startsAt.getTime()) return null;
  const at = wallOf(startsAt);
  const text = [`${at.month}月${at.day}日${at.hour}点${at.minute}分`, meeting.place, `议题：${meeting.agenda}`];
  return ask(
    parts,
    turn,
    {
      intent: 'meeting.call',
      slots: { no, text: text.filter(Boolean).join('，'), moves: true },
      sure: true,
      confirmed: false,
    },
    {
      asks: 'yes',
      question: `您是要把${no}号议事会从${momentWords(meeting.startsAt, now)}改到${momentWords(startsAt, now)}吗？别的不变，群里会重新通知。`,
    },
  );
}
