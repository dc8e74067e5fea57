import { dayMs, dayWords } from '../../src/domain/calendar.js';

/** How the people of one life are minded. All likelihoods are from 0 to 1. */
export interface Temper {
  readonly budget: number;
  readonly yes: number;
  readonly generous: number;
  readonly prompt: number;
  readonly contrary: number;
  /** A vote that fails is the end. */
  readonly givesUp: boolean;
  /** Where the money comes from, as a secretary would say it; empty where it is all the neighbours'. */
  readonly sources: string;
  /** The end that all of them want, where a life is steered to it. */
  readonly aim?: Aim;
}

/** The ends of a matter. */
export type Aim = 'closed' | 'referral_done' | 'withdrawn' | 'given up';

/** People who all want the same end, whatever else chance makes of them: nobody is contrary, and everybody takes part. */
export function steeredTo(aim: Aim, temper: Temper): Temper {
  return { ...temper, aim, yes: 1, generous: 1, prompt: 0.9, contrary: 0, givesUp: false };
}

/** What leads to an end that is not reached by going on. */
const leadsTo: Readonly<Partial<Record<Aim, RegExp>>> = {
  'given up': /终止$/u,
  withdrawn: /撤回/u,
  referral_done: /责任核查|办结|转办/u,
};

export function temperOf(random: () => number): Temper {
  const budget = [300, 1200, 3000, 12_000, 60_000][Math.floor(random() * 5)] ?? 3000;
  const half = budget / 2;
  const sources = [
    '',
    `居民${half}元，奖补${half}元（批文桓财2026-12号）`,
    `奖补${budget}元（批文桓财2026-12号）`,
    `居民${half}元，奖补${half}元`,
  ][Math.floor(random() * 4)];
  return {
    budget,
    sources: sources ?? '',
    yes: random() < 0.75 ? 0.9 : 0.4,
    generous: random() < 0.8 ? 0.8 : 0.15,
    prompt: 0.3 + random() * 0.6,
    contrary: random() < 0.3 ? 0.12 : 0.02,
    givesUp: random() < 0.5,
  };
}

/** How likely somebody takes an offer when they see it. */
export function inclination(offer: string, temper: Temper): number {
  const way = temper.aim && leadsTo[temper.aim];
  if (way?.test(offer)) return 1;
  // Whoever brought it up has to be the first to speak: what was seconded is not taken back.
  if (temper.aim === 'withdrawn') return 0;
  if (offer.endsWith('终止')) return temper.aim ? 0 : 0.02;
  if (temper.aim && /改责任核查|应急抢修/u.test(offer)) return 0;
  // What cannot go on is begun anew: a payment that only its own asker could still approve, a plan whose money nobody has decided.
  if (temper.aim && /撤下方案|退回支出/u.test(offer)) return 0.1;
  if (/撤回|撤下方案|暂缓|退回支出|停工|异议成立|认筹作罢/u.test(offer)) return temper.contrary / 2;
  if (/有异议|限期整改/u.test(offer)) return temper.contrary / 2;
  if (/改责任核查|改登记|另定答复|应急抢修/u.test(offer)) return 0.05;
  if (/定资金来源/u.test(offer)) return temper.sources === '' ? 0 : 0.5;
  if (/定监管小组$|巡查|延期|申请支出/u.test(offer)) return 0.3;
  if (/打分/u.test(offer)) return 0.5;
  if (/定表决方式/u.test(offer)) return 0.3;
  if (/认捐，还差/u.test(offer)) return temper.generous;
  return temper.prompt;
}

interface Mind {
  readonly temper: Temper;
  readonly random: () => number;
  readonly now: Date;
}

/** What somebody answers to a question of the bot; null where it asks nothing. `offer` is what they took. */
export function answerTo(reply: string, offer: string, { temper, random, now }: Mind): string | null {
  const pick = (choices: readonly string[]): string => choices[Math.floor(random() * choices.length)] ?? '';
  if (reply.includes('回复“是”确认')) return random() < 0.95 ? '是' : '不是';
  if (reply.includes('请回复前面的数字。')) return numberFor(reply, temper, random);
  const found = answers.find(([question]) => question.test(reply));
  return found ? found[1]({ temper, random, now, offer, pick }) : null;
}

/** Most matters are the neighbours' own; any choice of a numbered list may be made. */
function numberFor(reply: string, { aim }: Temper, random: () => number): string {
  const count = [...reply.matchAll(/^\d+ /gmu)].length;
  const isPayer = reply.includes('该谁出钱');
  if (isPayer && aim) return aim === 'referral_done' ? '2' : '6';
  if (isPayer && random() < 0.8) return '6';
  if (reply.includes('第一问') && random() < 0.7) return '1';
  if (reply.includes('第二问') && random() < 0.7) return '1';
  if (reply.includes('第三问') && random() < 0.5) return '3';
  return String(1 + Math.floor(random() * count));
}

interface Asked extends Mind {
  readonly offer: string;
  pick(choices: readonly string[]): string;
}

const answers: readonly (readonly [RegExp, (asked: Asked) => string])[] = [
  [/归哪一类/u, ({ pick }) => pick(['迫切需求', '轻量影响', '品质提升'])],
  [/依据是什么/u, () => '小区1998年建成，已过保修，没有别的责任人'],
  [/转给谁/u, ({ now }) => `供热公司，${dayWords(new Date(now.getTime() + 10 * dayMs)).replace(/（.*/u, '')}前`],
  [/怎么办好的/u, () => '供热公司已换好管道'],
  [/钱从哪里来/u, ({ temper }) => temper.sources],
  [/由哪几位居民组成/u, ({ random }) => teamFor(random)],
  [/同意、反对还是弃权/u, ({ temper, random }) => (random() < temper.yes ? '同意' : random() < 0.7 ? '反对' : '弃权')],
  [
    /缺口由什么钱补/u,
    ({ offer }) => `奖补${(/缺口([\d.,]+)元/u.exec(offer)?.[1] ?? '1').replaceAll(',', '')}元（批文桓财2026-13号）`,
  ],
  [/方案怎么做/u, () => '换新，三家比价取最低'],
  [/多少钱/u, ({ offer }) => sumFor(offer)],
  [/买什么、付给谁/u, () => '材料，付给张记五金'],
  [/干到哪一步/u, ({ pick }) => pick(['挖沟，完成30%', '装好一半，完成60%', '全部装好，完成100%'])],
  [/合格还是不合格/u, ({ temper, random }) => (random() < temper.contrary ? '不合格' : '合格')],
  [/哪一点有异议/u, () => '报价偏高，请再比一家'],
  [/怎么答复/u, () => '已请三家报价，取最低的一家'],
  [/哪里要改|要改什么|整改什么|发现了什么/u, () => '焊口有一处渗水'],
  [/应急|什么情况/u, () => '主管道爆裂，先换一截管，最多8000元'],
  [/打1到5分/u, ({ pick }) => pick(['5分', '4分', '3分'])],
  [/为什么|原因|理由/u, () => '邻居们商量过，情况有变'],
];

/** The sum that an offer names: what a household may pledge at most, or what nobody has asked for yet. */
function sumFor(offer: string): string {
  const [, sum = '200'] = /每户最多([\d.,]+)元/u.exec(offer) ?? /申请支出，([\d.,]+)元/u.exec(offer) ?? [];
  return `${sum.replaceAll(',', '')}元`;
}

function teamFor(random: () => number): string {
  const homes = Array.from({ length: 12 }, (_, index) => `1号楼1单元${Math.floor(index / 2) + 1}0${(index % 2) + 1}`);
  const drawn = homes
    .slice(5)
    .map(home => ({ home, key: random() }))
    .toSorted((a, b) => a.key - b.key);
  return drawn
    .slice(0, 3)
    .map(({ home }) => home)
    .join('、');
}
