import { chooseAmount } from './amounts.js';
import { likenessOf, type Likeness } from './classifier.js';
import { findCredit } from './rules-credit.js';
import { findFunds, receiptSlots, spendingSlots } from './rules-funds.js';
import { thingSlots } from './rules-goods.js';
import { labourSlots } from './rules-labour.js';
import { findPledges } from './rules-pledge.js';
import { findPolls, openSlots } from './rules-poll.js';
import { raisedSlots } from './rules-raise.js';
import { findProposals } from './rules-proposal.js';
import { findVotes, voteSlots } from './rules-vote.js';
import { acceptanceSlots, findWorks, inspectionSlots, reportSlots } from './rules-works.js';
import { findMembers } from './rules-member.js';
import { readSentence } from './sentence.js';
import { sayingsOf, type Sayings } from './sayings.js';
import { sceneOf, type Finding, type Scene, type Slots } from './scene.js';

/** What the bot knows of the moment: the same words mean different things at different moments. */
export interface Context {
  readonly openPolls: readonly { readonly no: number; readonly options?: readonly string[] }[];
  readonly openPledges: readonly number[];
  /** The speaker's last standing pledge. */
  readonly ownPledge?: { readonly no: number; readonly amountFen: number };
  /** The message that was answered with a quotation. */
  readonly quoted?: string;
  readonly roles?: readonly string[];
}

export interface Understanding {
  readonly intent: string;
  readonly slots: Slots;
  readonly confidence: number;
  /** What was said beside the slots of the annotators' guide. */
  readonly extras?: Extras;
  readonly why: Why;
}

export interface Extras {
  /** A pledge that stands in the place of an earlier one: 改成500, 不是300，是350. */
  readonly replaces?: true;
  /** A poll of owners, by head and area: 业主表决, 业主重大事项表决. */
  readonly track?: 'owners_ordinary' | 'owners_major';
}

/** What decided, for `parse -- explain`. */
export interface Why {
  readonly normalised: string;
  readonly rule: string;
  readonly runnerUp?: { readonly intent: string; readonly confidence: number; readonly rule: string };
}

/** Below this the bot asks before it records anything. */
export const sure = 0.8;

const committing =
  /^(?:pledge\..*|poll\.vote|funds\.receive|funds\.spend|credit\.redeem|project\.accept|project\.rate)$/;

interface Rule {
  readonly find: (scene: Scene) => readonly Finding[];
  /** What the intents that it finds begin with. */
  readonly about: RegExp;
}

const rules: readonly Rule[] = [
  { find: findVotes, about: /^poll\.vote/ },
  { find: findPledges, about: /^pledge/ },
  { find: findFunds, about: /^funds/ },
  { find: findWorks, about: /^(?:progress|inspection|project)/ },
  { find: findPolls, about: /^poll\.(?!vote)/ },
  { find: findProposals, about: /^(?:proposal|plan)/ },
  { find: findCredit, about: /^credit/ },
  { find: findMembers, about: /^(?:member|help)/ },
];
/** A family of intents that a message is so little like is not looked into. */
const leastShare = 0.002;

/** Makes the function that reads a message. `phrases` are the sayings that stand beside each intent. */
export function createUnderstanding(
  phrases: Readonly<Record<string, readonly string[]>>,
): (text: string, now: Date, context: Context) => Understanding {
  const sayings = sayingsOf(phrases);
  return (text, now, context) => understand(sceneOf(text, now), context, sayings);
}

function understand(scene: Scene, context: Context, sayings: Sayings): Understanding {
  const found: Finding[] = [];
  const likeness = likenessOf(scene);
  for (const { find, about } of rules) {
    if (likeness.of(about) < leastShare) continue;
    for (const finding of find(scene)) found.push(inContext(finding, scene, context));
  }
  found.push(...namedOption(scene, context));
  if (found.length > 1) found.sort((a, b) => b.score - a.score);
  const saying = sayings(scene, found);
  // Without a poll 同意 is talk.
  const said = saying && isPossible(saying.intent, scene, context) ? saying : undefined;
  const ranked = said ? [said, ...found.filter(({ intent }) => intent !== said.intent)] : found;
  const decision = said ? byRules(scene, ranked) : seconded(scene, context, ranked, likeness);
  const { intent, score, why, slots } = decision;
  const other = ranked.find(each => each.intent !== intent);
  const runnerUp = other && { intent: other.intent, confidence: other.score, rule: other.why };
  return {
    intent,
    slots: intent === 'chat.other' ? {} : placed({ slots, intent }, context),
    confidence: round(score),
    ...extrasOf(intent, scene),
    why: { normalised: scene.text, rule: why, runnerUp },
  };
}

/** What the rules alone make of a message. */
function byRules(scene: Scene, ranked: readonly Finding[]): Finding {
  const [best] = ranked;
  const other = ranked.find(({ intent }) => intent !== best?.intent);
  if (best && !scene.noise && best.score >= (committing.test(best.intent) ? 0.55 : 0.5))
    return { ...best, score: weigh(best, other) };
  // Words of the trade that no rule made anything of are a reason for doubt.
  const weak = best ?? other;
  const score = weak ? Math.min(0.78, 1 - weak.score) : trade.test(scene.plain) ? 0.75 : 0.95;
  return { intent: 'chat.other', score, why: 'nothing binding was said' };
}

/** Two readings of nearly the same strength are a doubt, when one of them would bind somebody. */
function weigh(best: Finding, other: Finding | undefined): number {
  const close = other !== undefined && other.score >= best.score - 0.04 && committing.test(best.intent);
  return close ? Math.min(best.score, 0.78) : best.score;
}

/**
 * The rules' reading, compared with what the words look like as a whole. Where the two differ, the surer one counts,
 * and nothing that binds somebody is then sure enough to be recorded unasked.
 */
function seconded(scene: Scene, context: Context, ranked: readonly Finding[], likeness: Likeness): Finding {
  const ruled = byRules(scene, ranked);
  if (scene.noise || scene.bare === '') return ruled;
  const { intent, share } = likeness;
  if (intent === ruled.intent) return agreed(scene, ruled, share);

  const doubt = likeness.shareOf(ruled.intent);
  const isSilent = ruled.intent === 'chat.other';
  const needed = isSilent ? (ruled.score < 0.9 ? 0.45 : 0.75) : ruled.score < sure ? 0.7 : doubt < 0.05 ? 0.9 : 1;
  if (share <= needed || !isPossible(intent, scene, context)) return { ...ruled, score: doubted(ruled, share, doubt) };
  const found = ranked.find(each => each.intent === intent);
  const reading = { intent, why: `like:${intent}`, slots: { ...plainSlots(intent, scene), ...found?.slots } };
  // What no rule would hear of must be free of every word that rules stumble over: 退我200, 上次我捐200.
  const isUnmixed = (found !== undefined && found.score >= 0.5) || (share > 0.95 && !mixed.test(scene.plain));
  const isClear = isUnmixed && share > 0.9 && isPlain(scene) && isWhole(reading);
  return {
    ...reading,
    score: committing.test(intent) ? (isClear ? 0.82 : Math.min(share, 0.75)) : Math.min(share, 0.9),
  };
}

/** Other people, other times, refusals, debts, and whatever else may turn a promise into something else. */
const mixed =
  /[退还欠借赔不没别甭谁他她它你昨剧戏]|大家|大伙|各位|人家|有人|邻居|上次|上回|上个|去年|以前|过去|本来|差点|听说|据说|说是|老[赵钱孙李王张刘陈]|工资|租|欢迎|希望|建议|应该|该|等/u;

/** Neither asked, nor supposed, nor said in jest. */
function isPlain({ asked, supposed, jested }: Scene): boolean {
  return !asked && !supposed && !jested;
}

/** False when the very thing that is promised or chosen was not understood. */
function isWhole({ intent, slots }: Pick<Finding, 'intent' | 'slots'>): boolean {
  if (/^(?:pledge\.money|funds\.)/.test(intent)) return slots?.amount !== undefined;
  if (intent === 'poll.vote') return slots?.choice !== undefined;
  return true;
}

/** Rules and words agree: a reading that was only a little weak, said plainly and whole, is then sure enough. */
function agreed(scene: Scene, ruled: Finding, share: number): Finding {
  if (share < 0.5) return { ...ruled, score: Math.min(ruled.score, 0.94) };
  const isNearlySure = ruled.score >= 0.65 && ruled.score < sure && share > 0.75;
  return isNearlySure && isPlain(scene) && isWhole(ruled) ? { ...ruled, score: 0.85 } : ruled;
}

/** A reading that the words as a whole speak against is asked about before it binds anybody. */
function doubted({ intent, score }: Finding, share: number, doubt: number): number {
  if (committing.test(intent)) return share > 0.8 && doubt < 0.1 ? Math.min(score, 0.78) : score;
  return Math.min(score, share > 0.6 ? 0.78 : 0.9);
}

/** What the words alone cannot know: no vote without a poll, no pledge of money without a word of money. */
function isPossible(intent: string, { plain, amounts }: Scene, { openPolls }: Context): boolean {
  if (intent === 'poll.vote') return openPolls.length > 0;
  if (/^(?:funds\.receive|funds\.spend)$/.test(intent)) return amounts.length > 0;
  return intent !== 'project.rate' || /[1-5一二两三四五满]/u.test(plain);
}

/** What a message says, read by the intent that its words as a whole look like. */
function plainSlots(intent: string, scene: Scene): Slots {
  const take = takers[intent];
  return take ? take(scene) : { no: numbered.test(intent) ? scene.no : undefined };
}

function sumSlots({ no, text, amounts }: Scene): Slots {
  const sum = chooseAmount(text, amounts);
  return { no, amount: sum?.kind === 'exact' ? sum.fen : undefined };
}

const takers: Readonly<Record<string, (scene: Scene) => Slots>> = {
  'pledge.money': sumSlots,
  'funds.receive': receiptSlots,
  'funds.spend': spendingSlots,
  'pledge.goods': thingSlots,
  'pledge.labour': labourSlots,
  'credit.redeem': scene => ({ ...thingSlots(scene), no: undefined }),
  'poll.vote': voteSlots,
  'poll.open': openSlots,
  'progress.report': reportSlots,
  'inspection.report': inspectionSlots,
  'project.accept': acceptanceSlots,
  'proposal.open': raisedSlots,
};

const trade =
  /投|票|表决|捐|认筹|提案|提议|建议|附议|项目|方案|积分|兑|换|验收|巡查|进度|进展|账|钱|₥|¿|№|⌂|同意|反对|弃权|赞|支持|通过|绑|登记|出|工|帮|分|星|截止|公示|选/u;

/** Intents whose number a quoted message can give when the words name none. */
const numbered =
  /^(?:poll\.|pledge\.|funds\.|progress\.|inspection\.|project\.|plan\.|proposal\.(?:support|show|withdraw|classify))/;

/** The slots that were said; the number may come from the quoted message. */
function placed(best: Pick<Finding, 'intent' | 'slots'>, context: Context): Slots {
  const slots: Record<string, unknown> = {};
  for (const name in best.slots) if (best.slots[name] !== undefined) slots[name] = best.slots[name];
  if (slots.no !== undefined || context.quoted === undefined || !numbered.test(best.intent)) return slots;
  const { nos } = readSentence(context.quoted);
  return nos.length === 1 ? { ...slots, no: nos[0] } : slots;
}

/** What the moment makes of a reading: a vote wants an open poll, and 再加200 a pledge of one's own. */
function inContext(finding: Finding, scene: Scene, context: Context): Finding {
  if (finding.intent === 'poll.vote') return voteInContext(finding, context);
  if (finding.intent === 'pledge.money' && context.ownPledge && adding.test(scene.plain)) {
    const no = finding.slots?.no ?? (context.ownPledge.no || undefined);
    return { ...finding, score: Math.max(finding.score, scene.asked ? 0 : 0.85), slots: { ...finding.slots, no } };
  }
  return finding;
}

function extrasOf(intent: string, { plain }: Scene): { extras?: Extras } {
  if (intent === 'pledge.money' && replacing.test(plain)) return { extras: { replaces: true } };
  if (intent !== 'poll.open' || !ownersVote.test(plain)) return {};
  return { extras: { track: /重大|特别|四分之三/u.test(plain) ? 'owners_major' : 'owners_ordinary' } };
}

const ownersVote = /业主(?:大会|共同)?(?:普通|一般|重大|特别)?(?:事项)?(?:的)?(?:表决|投票|票决)/u;
const replacing =
  /(?:改成|改为|改到|变成|换成|增加到|加到|涨到|减到|降到)(?:了)?₥|不是₥.{0,8}是₥|(?:更正|打错|说错|写错|报错|多打|少打).{0,12}₥/u;
const adding = /^(?:我|俺)?(?:家)?(?:那就)?(?:再|还|又)?(?:加|添|追加|改成|改为|改到|变成|换成)(?:到|成)?₥/u;

function voteInContext(finding: Finding, context: Context): Finding {
  if (context.openPolls.length === 0) return { ...finding, score: 0.3, why: `${finding.why}:no-poll-is-open` };
  const choice = finding.slots?.choice;
  const polls = context.openPolls.filter(({ no }) => finding.slots?.no === undefined || no === finding.slots.no);
  const fitting = polls.flatMap(({ no, options = [] }) => {
    const label = typeof choice === 'string' ? labelOf(options, choice) : undefined;
    return label === undefined ? [] : [{ no, label }];
  });
  const [only] = fitting;
  if (!only) return finding;
  // An option that one poll alone has names the poll.
  const no = finding.slots?.no ?? (fitting.length === 1 ? only.no || undefined : undefined);
  return { ...finding, score: Math.max(finding.score, 0.9), slots: { ...finding.slots, no, choice: only.label } };
}

/** The option that words name: by its label, a part of it, its letter or its number. */
function labelOf(options: readonly string[], choice: string): string | undefined {
  return (
    options.find(each => each === choice) ??
    options.find(each => each.includes(choice) || choice.includes(each)) ??
    labelAt(options, choice)
  );
}

/** The bare words of an option are a vote while a poll with that option is open. */
function namedOption(scene: Scene, context: Context): Finding[] {
  const words = scene.bare.replace(/^(?:选|投|要|支持|同意|№)+/u, '').replace(/的$/u, '');
  const isOption =
    words !== '' &&
    context.openPolls.some(({ options }) =>
      options?.some(option => option === words || option.replace(/的$/u, '') === words),
    );
  return isOption && !scene.asked
    ? [
        voteInContext(
          {
            intent: 'poll.vote',
            score: 0.9,
            why: 'vote:option-of-the-open-poll',
            slots: { no: scene.no, choice: words },
          },
          context,
        ),
      ]
    : [];
}

function labelAt(labels: readonly string[], choice: string): string | undefined {
  const place = /^[A-H]$/u.test(choice) ? choice.charCodeAt(0) - 65 : /^\d$/u.test(choice) ? Number(choice) - 1 : -1;
  return labels[place];
}

function round(score: number): number {
  return Math.round(Math.min(1, Math.max(0, score)) * 100) / 100;
}
