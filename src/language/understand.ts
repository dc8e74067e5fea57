import { findCredit } from './rules-credit.js';
import { findFunds } from './rules-funds.js';
import { findPledges } from './rules-pledge.js';
import { findPolls } from './rules-poll.js';
import { findProposals } from './rules-proposal.js';
import { findVotes } from './rules-vote.js';
import { findWorks } from './rules-works.js';
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
  readonly why: Why;
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

type Rule = (scene: Scene) => readonly Finding[];
const rules: readonly Rule[] = [
  findVotes,
  findPledges,
  findFunds,
  findWorks,
  findPolls,
  findProposals,
  findCredit,
  findMembers,
];

/** Makes the function that reads a message. `phrases` are the sayings that stand beside each intent. */
export function createUnderstanding(
  phrases: Readonly<Record<string, readonly string[]>>,
): (text: string, now: Date, context: Context) => Understanding {
  const sayings = sayingsOf(phrases);
  return (text, now, context) => understand(sceneOf(text, now), context, sayings);
}

function understand(scene: Scene, context: Context, sayings: Sayings): Understanding {
  const found: Finding[] = [];
  for (const rule of rules) {
    for (const finding of rule(scene)) found.push(inContext(finding, scene, context));
  }
  found.push(...namedOption(scene, context));
  if (found.length > 1) found.sort((a, b) => b.score - a.score);
  const said = sayings(scene, found);
  const ranked = said ? [said, ...found.filter(({ intent }) => intent !== said.intent)] : found;
  const best = ranked[0];
  const other = ranked.find(({ intent }) => intent !== best?.intent);
  const runnerUp = other && { intent: other.intent, confidence: other.score, rule: other.why };

  if (!best || scene.noise || best.score < (committing.test(best.intent) ? 0.55 : 0.5))
    return chat(scene, best ?? other);
  const confidence = weigh(best, other);
  const slots = placed(best, context);
  return { intent: best.intent, slots, confidence, why: { normalised: scene.text, rule: best.why, runnerUp } };
}

/** Two readings of nearly the same strength are a doubt, when one of them would bind somebody. */
function weigh(best: Finding, other: Finding | undefined): number {
  const close = other !== undefined && other.score >= best.score - 0.04 && committing.test(best.intent);
  return round(close ? Math.min(best.score, 0.78) : best.score);
}

const trade =
  /投|票|表决|捐|认筹|提案|提议|建议|附议|项目|方案|积分|兑|换|验收|巡查|进度|进展|账|钱|₥|¿|№|⌂|同意|反对|弃权|赞|支持|通过|绑|登记|出|工|帮|分|星|截止|公示|选/u;

function chat(scene: Scene, weak: Finding | undefined): Understanding {
  // Words of the trade that no rule made anything of are a reason for doubt.
  const confidence = round(weak ? Math.min(0.78, 1 - weak.score) : trade.test(scene.plain) ? 0.75 : 0.95);
  const runnerUp = weak && { intent: weak.intent, confidence: weak.score, rule: weak.why };
  return {
    intent: 'chat.other',
    slots: {},
    confidence,
    why: { normalised: scene.text, rule: 'nothing binding was said', runnerUp },
  };
}

/** Intents whose number a quoted message can give when the words name none. */
const numbered =
  /^(?:poll\.|pledge\.|funds\.|progress\.|inspection\.|project\.|plan\.|proposal\.(?:support|show|withdraw|classify))/;

/** The slots that were said; the number may come from the quoted message. */
function placed(best: Finding, context: Context): Slots {
  const slots = Object.fromEntries(Object.entries(best.slots ?? {}).filter(([, value]) => value !== undefined));
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

const adding = /^(?:我|俺)?(?:家)?(?:那就)?(?:再|还|又)?(?:加|添|追加|改成|改为|改到|变成|换成)(?:到|成)?₥/u;

function voteInContext(finding: Finding, context: Context): Finding {
  if (context.openPolls.length === 0) return { ...finding, score: 0.3, why: `${finding.why}:no-poll-is-open` };
  const choice = finding.slots?.choice;
  const polls = context.openPolls.filter(({ no }) => finding.slots?.no === undefined || no === finding.slots.no);
  const labels = polls.flatMap(({ options }) => options ?? []);
  if (labels.length === 0 || typeof choice !== 'string') return finding;
  // The words of a label, or its letter or number, name the option.
  const label =
    labels.find(each => each === choice) ??
    labels.find(each => each.includes(choice) || choice.includes(each)) ??
    labelAt(labels, choice);
  return label === undefined
    ? finding
    : { ...finding, score: Math.max(finding.score, 0.9), slots: { ...finding.slots, choice: label } };
}

/** The bare words of an option are a vote while a poll with that option is open. */
function namedOption(scene: Scene, { openPolls }: Context): Finding[] {
  const words = scene.bare.replace(/^(?:选|投|要|支持|同意|№)+/u, '').replace(/的$/u, '');
  const isOption =
    words !== '' &&
    openPolls.some(({ options }) => options?.some(option => option === words || option.replace(/的$/u, '') === words));
  return isOption && !scene.asked
    ? [{ intent: 'poll.vote', score: 0.9, why: 'vote:option-of-the-open-poll', slots: { no: scene.no, choice: words } }]
    : [];
}

function labelAt(labels: readonly string[], choice: string): string | undefined {
  const place = /^[A-H]$/u.test(choice) ? choice.charCodeAt(0) - 65 : /^\d$/u.test(choice) ? Number(choice) - 1 : -1;
  return labels[place];
}

function round(score: number): number {
  return Math.round(Math.min(1, Math.max(0, score)) * 100) / 100;
}
