import { takeDay } from './time/said-day.js';

/** Reads `检查管道，8月20日前`: what somebody outside is asked, and the last day for it. Null where either is missing. */
export function readAsked(text: string, now: Date): { what: string; day: string } | null {
  const { rest, day } = takeDay(plainDigits(text), now);
  const what = rest
    .replace(
      /(?<![，,、。；;\s])[，,、。；;\s]*(?:(?:办好|办完|完成|答复|回复|反馈|回话|回信|回音|(?:给|回|来)(?:个|一个|句)?(?:话|信|音|准信|答复|回话))[，,、。；;\s]*)?$/u,
      '',
    )
    .trim();
  return day === null || what === '' ? null : { what, day };
}

/** Full-width digits as plain ones; all other signs stay as they were typed. */
function plainDigits(text: string): string {
  return text.replaceAll(/[０-９]/gu, digit => digit.normalize('NFKC'));
}
