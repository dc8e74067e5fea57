import { shortened } from '../domain/plain-text.js';
import type { Card, Offer, Reply } from '../talk/reply.js';

interface Entry {
  readonly title: string;
  readonly say: string;
  readonly more: string;
}

/** One deed in a paragraph with its one example; of a deed for others, with whom to ask. */
export function helpParagraph({ title, say, more }: Entry, holders: readonly string[], lacksHome = false): string {
  const whose = lacksHome ? howToBind : holders.length === 0 ? '' : `这件事由${holders.slice(0, 4).join('、')}来办。`;
  return `${title}：发送“${say}”${/\d+号/u.test(say) ? '（号码换成您那件事的）' : ''}。${more === '' ? '' : `${more}。`}${whose}`;
}

/** How somebody is bound, said wherever that is what is missing. */
export const howToBind = '您还没有绑定住户：先说一句例如“我是5号楼2单元301的周桂兰”，楼长确认就能办。';

/** Whom to ask where the bot knows no more. */
export function whomToAsk(isBound: boolean): string {
  return isBound ? '楼长或网格书记' : '网格书记';
}

/** What a member may have wanted, a button each: pressed, it only tells how that is said. */
export function helpButtons(entries: readonly Entry[], title: string): Card {
  const buttons = entries.map(entry => ({
    text: [...entry.title].slice(0, 10).join(''),
    intent: 'help',
    slots: { topic: entry.title },
  }));
  return { about: 'help', title, buttons };
}

/** Nobody reads a longer list on a phone; the rest stands on the page. */
const mostTitles = 8;

/** What can be done about a subject, in at most ten lines. */
export function subjectWords(subject: string, entries: readonly Entry[], address: string): string {
  const lines = entries.slice(0, mostTitles).map(({ title, say }) => `- ${short(title)}：“${short(say)}”`);
  return [`**${subject}**`, ...lines, `[全部说法](${address})，问一样发送例如“帮助 投票”。`].join('\n');
}

function short(words: string): string {
  return shortened(words, 24);
}

interface Waits extends Offer {
  readonly line: string;
}

const buttons = ['提案', '表决', '认捐', '资金', '进度与验收', '积分'] as const;

/** The help in at most ten lines: what waits for the member now, then the subjects as buttons. */
export function helpReply({
  waiting,
  others,
  isBound,
  isPrivate,
  address,
}: {
  readonly waiting: readonly Waits[];
  /** How many more wait. */
  readonly others: number;
  readonly isBound: boolean;
  readonly isPrivate: boolean;
  readonly address: string;
}): Reply {
  const more = others > 0 ? `还有${others}件，发送“待办”看。` : '';
  const unbound = '您还没有绑定住户，先发送例如：我是5号楼2单元301的周桂兰。';
  const due = waiting.length + others;
  const now = isPrivate
    ? [...(due > 0 ? ['等您办的，回复数字：'] : []), ...waiting.map(({ line }, index) => `${index + 1}. ${line}`), more]
    : [due > 0 ? `有${due}件事等您办，私聊我发送“待办”。` : ''];
  const text = [
    '我帮邻居们一起商量小区的事、投票、凑钱，每一分钱都公开。',
    ...(isBound ? [] : [unbound]),
    ...now,
    `有事直接说，例如“提案：东头装路灯”；问一样发送“帮助 投票”。[全部说法](${address})`,
  ];
  return {
    text: text.filter(Boolean).join('\n'),
    card: helpCard(),
    ...(isPrivate && waiting.length > 0 ? { offers: waiting.map(({ intent, slots }) => ({ intent, slots })) } : {}),
  };
}

function helpCard(): Card {
  return {
    about: 'help',
    title: '想办哪一样？',
    desc: '点一下看怎么说',
    buttons: buttons.map(subject => ({ text: subject, style: 4, intent: 'help', slots: { topic: subject } })),
  };
}
