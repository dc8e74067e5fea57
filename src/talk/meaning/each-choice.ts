import { choiceWords } from '../../language/values/choice.js';
import { findNamed } from '../../language/values/matter-names.js';
import { findNumbers } from '../../language/values/project-numbers.js';
import { cutOut } from '../../language/values/span.js';
import type { Turn } from '../turn.js';
import type { Wish } from '../wish.js';
import { optionSaid } from './option-said.js';

const around =
  '(?:换|装|修|建|刷|做|加)?(?:[我俺咱]们?家?|那个?|这个?|的|[件条事]|嘛|吗|呢|就|都|也|还是|是|肯定|坚决|绝对|一定|当然|觉得|看|方案|表决|投)*[，,\\s]*';
const ends = '[吧啊呀哈嘛的呗咧]*';
const of = (kind: keyof typeof choiceWords, more = ''): RegExp =>
  new RegExp(`^${around}(?:${choiceWords[kind].plain}|${choiceWords[kind].short}${more})${ends}$`, 'iu');
const choices: readonly (readonly [string, RegExp])[] = [
  ['agree', of('agree')],
  ['disagree', of('disagree', '|不要|不干')],
  ['abstain', of('abstain')],
];

/** What every word of yes or no has in it: most messages are told by it before anything is looked up. */
const chooses = /中|行|可以|好|成|要|没|同意|赞|支持|OK|反对|弃|不表态|愿意|干/iu;

/**
 * 路灯中，管道不中: of each matter a word of yes or no, in any words for it, and nothing else, while those are voted on. One alone (路灯中) is
 * read back. Empty where a clause says anything else, or names no one open vote.
 */
export async function eachChoice(turn: Turn, text: string): Promise<readonly Wish[]> {
  const all = await ofAll(turn, text);
  const each = all.length > 0 ? all : await ofEach(turn, text);
  const option = each.length > 0 ? null : await optionSaid(turn, text);
  return option ? [option] : each;
}

async function ofEach({ unit }: Turn, text: string): Promise<readonly Wish[]> {
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
    const rest = cutOut(clause, [at]);
    const choice = choices.find(([, words]) => words.test(rest))?.[0];
    if (choice === undefined) return [];
    wishes.set(no, { intent: 'poll.vote', slots: { no, choice }, sure: true, confirmed: false });
  }
  return [...wishes.values()];
}

const counts: Readonly<Record<string, number>> = { 俩: 2, 两: 2, 仨: 3, 三: 3, 四: 4, 五: 5 };
const me = '(?:[我俺咱](?:们)?家?|家里)';
const ofThem = new RegExp(
  `^(?:那|这)?(?<count>俩|仨|[两三四五](?=[个件样])|几(?=[个件样]))?[个件样]?(?:事儿?|项目|提案|表决)?[，,\\s]*(?<who>${me})?(?:都|全都?|统统|一律)(?:投|是|举手)?(?<choice>支持|附议|同意|赞成|反对|不同意|弃权)(?:票)?${ends}[。.!！]*$`,
  'u',
);

/** 两个我都同意, 那俩我都支持: the same of each vote that is open, or of each matter that is raised, where there are so many. */
async function ofAll({ unit }: Turn, text: string): Promise<readonly Wish[]> {
  const { count, who, choice = '' } = ofThem.exec(text.trim())?.groups ?? {};
  if (count === undefined && who === undefined) return [];
  const isFit = (matters: readonly unknown[]): boolean =>
    matters.length === (counts[count ?? ''] ?? Math.max(2, matters.length));
  const polls = choice === '附议' ? [] : (await unit.polls.choosable()).filter(({ options }) => !options);
  const raised = /支持|附议|赞成/u.test(choice) ? await unit.projects.inStates(['issue_reported']) : [];
  const fitting = [polls, raised].filter(isFit);
  if (fitting.length !== 1) return [];
  const kind = choices.find(([, words]) => words.test(choice))?.[0];
  const deed = { sure: true, confirmed: false };
  return fitting[0] === raised
    ? raised.map(({ no }) => ({ intent: 'proposal.support', slots: { no }, ...deed }))
    : polls.map(({ no }) => ({ intent: 'poll.vote', slots: { no, choice: kind }, ...deed }));
}
