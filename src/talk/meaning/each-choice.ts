import { findNamed } from '../../language/values/matter-names.js';
import { findNumbers } from '../../language/values/project-numbers.js';
import type { Turn } from '../turn.js';
import type { Wish } from '../wish.js';

const around =
  '(?:[我俺咱]们?家?|那个?|这个?|的|那?[件条]?事?|嘛|吗|呢|就|都|也|还是|是|肯定|当然|觉得|看|方案|表决|投)*[，,\\s]*';
const ends = '[吧啊呀哈嘛的呗咧]*';
const choices: readonly (readonly [string, RegExp])[] = [
  ['agree', new RegExp(`^${around}(?:中|行|可以|好|成|要得|没(?:意见|问题)|同意|赞成|支持|OK)${ends}$`, 'iu')],
  ['disagree', new RegExp(`^${around}(?:不(?:中|行|可以|好|成|要|同意|赞成|支持|干)|要不得|反对)${ends}$`, 'u')],
  ['abstain', new RegExp(`^${around}弃权${ends}$`, 'u')],
];

/** What every word of yes or no has in it: most messages are told by it before anything is looked up. */
const chooses = /中|行|可以|好|成|要|没|同意|支持|OK|反对|弃权|干/iu;

/**
 * 路灯中，管道不中: of each matter a word of yes or no, in any words for it, and nothing else, while those are voted on. One alone (路灯中) is
 * read back. Empty where a clause says anything else, or names no one open vote.
 */
export async function eachChoice({ unit }: Turn, text: string): Promise<readonly Wish[]> {
  const clauses = text.split(/[，,。.；;！!\n\s]+/u).filter(clause => clause !== '');
  if (clauses.length === 0 || clauses.length > 6 || /[?？]/u.test(text)) return [];
  if (!clauses.every(clause => chooses.test(clause))) return [];
  const polls = await unit.polls.choosable();
  if (polls.length === 0) return [];
  const titles = await unit.projects.titlesUnderWay();
  const wishes = new Map<number, Wish>();
  for (const clause of clauses) {
    const [number] = findNumbers(clause);
    const [named, ...more] = number ? [] : findNamed(clause, titles);
    const no = number?.no ?? (named?.matters.length === 1 && more.length === 0 ? named.matters[0]?.no : undefined);
    const at = number ?? named;
    const poll = polls.find(one => one.no === no && !one.options);
    if (no === undefined || !at || !poll || wishes.has(no)) return [];
    const rest = `${clause.slice(0, at.start)}${clause.slice(at.end)}`;
    const choice = choices.find(([, words]) => words.test(rest))?.[0];
    if (choice === undefined) return [];
    wishes.set(no, { intent: 'poll.vote', slots: { no, choice }, sure: true, confirmed: false });
  }
  return [...wishes.values()];
}
