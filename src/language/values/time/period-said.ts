import { type Period, periodWords } from '../../../domain/market/market.js';

/** How a period stands in a sentence of fixed form: 3月, 2026年3月份, 1季度; the source of a regular expression. */
export const periodForm = '(?:20\\d\\d年)?(?:1[0-2]|0?[1-9])月份?|(?:20\\d\\d年)?第?[1-4一二三四]季度';

const months = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];

/** The newest period that has begun and that the words mean; null where there is none. */
export function periodSaid(periods: readonly Period[], said: string, today: string): Period | null {
  const text = said
    .normalize('NFKC')
    .replace(/[第份\s]/gu, '')
    .replace(/[一二三四](?=季度)/u, digit => String('一二三四'.indexOf(digit) + 1))
    .replace(/[一二三四五六七八九十]{1,2}(?=月)/u, month => String(months.indexOf(month) + 1))
    .replace(/(^|年)0(?=\d月)/u, '$1');
  const fits = (key: string): boolean => {
    const words = periodWords(key);
    return words === text || words.slice(words.indexOf('年') + 1) === text;
  };
  return periods.findLast(({ key, first }) => first <= today && fits(key)) ?? null;
}
