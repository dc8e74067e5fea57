import { type MoodKind, readMood } from '../../language/values/manner/mood.js';
import { remembered } from '../../language/values/manner/remembered.js';
import type { Understanding } from '../../language/reading/understand.js';
import { byName, matterNamed } from '../meaning/by-name.js';
import { asksDate, greeting } from '../meaning/small-words.js';
import type { Reply } from '../reply.js';
import type { Parts, Turn } from '../turn.js';
import { sureFrom, type Wish } from '../wish.js';
import { Asked } from './asked.js';
import { likenessTo, type Near, signsIn } from './likeness.js';
import type { Topic } from './topic.js';
import { topics } from './topics.js';

const all = Object.values(topics);
const near = likenessTo(all);
const nearTo = remembered((text: string) => near(text));

/** Longer messages tell of much, shorter ones of nothing. */
const longest = 60;
const shortest = 3;

/**
 * How like a topic words must be: questions; what is told (我昨天给楼长了呀); and what the reader takes for a deed, without being sure of
 * it. Measured in tests/talk/asked/likeness.test.ts.
 */
const needed = { asked: 1.7, told: 7, deed: 7 } as const;
/** So much nearer is what is about the last thing spoken of. */
const aboutIt = 2;
/** Of two topics the second is told as well where it is less like by no more than this. */
const nearly = 0.5;
/** Less is not like any: not even a name in it could change that. */
const least = -1;

const ofOthers: readonly MoodKind[] = ['forwarded', 'quoted', 'joking'];

/** What is said with a sum, a choice or a reason of its own is a deed that is put as a question (2号我出五百吧？). */
const ownWords = ['amount', 'choice', 'text', 'hours', 'item', 'score'];

function isTalk({ intent }: Pick<Understanding, 'intent'>): boolean {
  return intent === 'chat.other' || intent === 'help';
}

/** What the reader is sure of is no question, however like one it sounds. */
function isSurelyDeed(read: Pick<Understanding, 'intent' | 'confidence'>): boolean {
  return !isTalk(read) && read.confidence >= sureFrom;
}

/** 请把…告诉我, 给我说说: an order to tell is a question. */
const wantsTold = /(?:请|把|给|跟|能)[^，,。]{0,14}(?:告诉|说说|讲讲|念念|查查)(?:我|俺|一下)*[。！!\s]*$/u;

/** The topics that words ask about, the nearest first; none where they ask nothing of the kind, and where they are surely a deed. */
export function topicsOf(
  text: string,
  read: Pick<Understanding, 'intent' | 'confidence' | 'slots'>,
  { isPlain = false, spokenOf = '' }: { readonly isPlain?: boolean; readonly spokenOf?: string } = {},
): Topic[] {
  const signs = signsIn(text);
  const mood = readMood(text);
  if (signs > longest || signs < shortest || mood.some(({ kind }) => ofOthers.includes(kind))) return [];
  const isAsked = mood.some(({ kind }) => kind === 'asked') || wantsTold.test(text);
  const bare = text.normalize('NFKC').replaceAll(/[\s,，。.!！~～]+/gu, '');
  if (isSurelyDeed(read) || greeting.test(bare) || asksDate.test(bare)) return [];
  // 如果我投了同意，后面还能改吗 only supposes a deed.
  const isTold = isTalk(read) || (isAsked && mood.some(({ kind }) => kind === 'conditional'));
  if (!isTold && (!isAsked || ownWords.some(name => read.slots[name] !== undefined))) return [];
  const enough = isTold ? (isAsked && !isPlain ? needed.asked : needed.told) : needed.deed;
  const [first, second] = inSetting(nearTo(text), text, spokenOf);
  if (!first || first.likeness < enough) return [];
  const isBoth = second !== undefined && second.likeness >= first.likeness - nearly && second.likeness >= enough;
  return [first, ...(isBoth ? [second] : [])].flatMap(({ topic }: Near) => all[topic] ?? []);
}

/** Those that hold here, with what is about the last thing spoken of before what is as near. */
function inSetting(found: readonly Near[], text: string, spokenOf: string): readonly Near[] {
  const said = `${text} ${spokenOf}`;
  return found
    .slice(0, 12)
    .filter(({ topic }) => all[topic]?.needs?.test(said) ?? true)
    .map(({ topic, likeness }) => ({
      topic,
      likeness: likeness + (spokenOf !== '' && all[topic]?.about?.test(spokenOf) ? aboutIt : 0),
    }))
    .toSorted((a, b) => b.likeness - a.likeness);
}

/** True for a whole question, its mark left out or not. */
export function isExactly(pattern: RegExp, bare: string): boolean {
  return pattern.test(bare.replace(/(?<![?？])[?？]+$/u, '')) || pattern.test(bare);
}

const exact = all.filter(({ exactly }) => exactly !== undefined);
const exactIn = remembered((bare: string) => exact.filter(({ exactly }) => exactly && isExactly(exactly, bare)));

/** Answers a question that is one of a topic word for word, about the matter that was named or is spoken of. */
export async function exactlyAsked(
  parts: Parts,
  turn: Turn,
  text: string,
  { bare, no }: { readonly bare: string; readonly no: number | undefined },
): Promise<Reply | Wish | null> {
  const done = parts.spoken.done(turn)?.intent ?? parts.spoken.last(turn)?.intent ?? '';
  for (const { behind, answer } of exactIn(bare)) {
    if (behind && !behind.test(done)) continue;
    const told = await answer(new Asked(parts, turn, text, no));
    if (told !== null) return typeof told === 'string' ? { text: told } : { ...told, sure: true, confirmed: false };
  }
  return null;
}

/** Answers a question of a kind that people ask, where the words are no sure deed. Null for all else; nothing is written. */
export async function topicAsked(
  parts: Parts,
  turn: Turn,
  text: string,
  {
    understood,
    isPlain = false,
    question,
  }: { readonly understood: () => Understanding; readonly isPlain?: boolean; readonly question?: string },
): Promise<Reply | Wish | null> {
  if ([...text].length > longest || isSurelyDeed(understood()) || (nearTo(text)[0]?.likeness ?? least) <= least)
    return null;
  const named = await byName(turn, text);
  const spokenOf = question ?? parts.spoken.own(turn)?.intent;
  const found = topicsOf(named?.text ?? text, understood(), { isPlain, ...(spokenOf && { spokenOf }) });
  const asked = new Asked(parts, turn, text, found.length > 0 ? await matterNamed(turn, text) : undefined);
  const told: { title: string; words: string }[] = [];
  for (const { title, answer } of found) {
    const answered = await answer(asked);
    if (answered !== null && typeof answered === 'object') {
      if (told.length === 0) return { ...answered, sure: true, confirmed: false };
    } else if (answered !== null && !told.some(({ words }) => words === answered))
      told.push({ title, words: answered });
  }
  const [first, ...others] = told;
  if (!first) return null;
  const about = asked.no ?? parts.spoken.own(turn)?.no;
  // 那粉刷呢 asks the same of another matter.
  if (about !== undefined && first.words.includes(`${about}号`))
    parts.spoken.note(turn, { intent: 'proposal.show', no: about, isDone: false });
  if (others.length === 0) return { text: first.words };
  return { text: told.map(({ title, words }) => `- ${title}：${words}`).join('\n') };
}
