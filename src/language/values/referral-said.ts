import { partyAlone } from './people/party-said.js';
import { takeDay } from './time/said-day.js';

/** Reads `供热公司，4月10日前`: to whom something goes, and the last day for an answer. Null where either is missing. */
export function readReferral(text: string, now: Date): { to: string; dueOn: string } | null {
  const { rest, day } = takeDay(text.normalize('NFKC'), now);
  const words = rest
    .replace(/^(?:\d{1,7}号(?:项目)?的?)?(?:已|请)?(?:转办给?|转给|转交|转|交给|由|请)?[:：，,\s]*(?:给(?=物业))?/u, '')
    .replace(/(?<![,，、。\s])[,，、。\s]*(?:(?:答复|办理|办好|回复|处理)[,，、。\s]*)?$/u, '')
    .trim();
  const to = partyAlone(words);
  return day === null || to === '' || [...to].length > 40 ? null : { to, dueOn: day };
}
