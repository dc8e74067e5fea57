import { type Likeness, likenessOf } from './classifier.js';
import { byRules, isPossible, seconded } from './judge.js';
import { type Context, type Extras, extrasOf, inContext, namedOption, placed } from './moment.js';
import { remembered } from './remembered.js';
import { findCredit } from './rules-credit.js';
import { findFunds } from './rules-funds.js';
import { findMembers } from './rules-member.js';
import { findPledges } from './rules-pledge.js';
import { findPolls } from './rules-poll.js';
import { findProposals } from './rules-proposal.js';
import { findVotes } from './rules-vote.js';
import { findWorks } from './rules-works.js';
import { sayingsOf, type Sayings } from './sayings.js';
import { sceneOf, type Finding, type Scene, type Slots } from './scene.js';

export type { Context } from './moment.js';
export { sure } from './judge.js';

export interface Understanding {
  readonly intent: string;
  readonly slots: Slots;
  readonly confidence: number;
  /** What was said beside the slots of the annotators' guide. */
  readonly extras?: Extras;
  readonly why: Why;
}

/** What decided, for `parse -- explain`. */
export interface Why {
  readonly normalised: string;
  readonly rule: string;
  readonly runnerUp?: { readonly intent: string; readonly confidence: number; readonly rule: string };
}

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
  const read = remembered(readingOf);
  return (text, now, context) => {
    const { scene, likeness } = read(text);
    return understand({ ...scene, now }, { context, sayings, likeness });
  };
}

/** What stands in a message, whenever and wherever it is said. */
interface Reading {
  readonly scene: Scene;
  readonly likeness: Likeness;
}

function readingOf(text: string): Reading {
  const scene = sceneOf(text, new Date(0));
  return { scene, likeness: likenessOf(scene) };
}

interface Surroundings {
  readonly context: Context;
  readonly sayings: Sayings;
  readonly likeness: Likeness;
}

function understand(scene: Scene, { context, sayings, likeness }: Surroundings): Understanding {
  const found: Finding[] = [];
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
    ...extrasOf(intent, scene, context),
    why: { normalised: scene.text, rule: why, runnerUp },
  };
}

function round(score: number): number {
  return Math.round(Math.min(1, Math.max(0, score)) * 100) / 100;
}
