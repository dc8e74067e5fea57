import { may } from '../../domain/permissions.js';
import type { Reading } from '../../language/reading/model.js';
import { leastHeard, leastNamed, leastWaiting, surelyFrom } from '../../language/reading/thresholds.js';
import { isOtherThan } from '../../language/reading/settled.js';
import type { Understanding } from '../../language/reading/understand.js';
import { isYetToBe, saysNo } from '../../language/values/manner/not-so.js';
import { type MoodKind, readMood } from '../../language/values/manner/mood.js';
import { asSaid, liesAhead, putsOff, slotsJudged } from '../../language/values/judgements.js';
import { plain } from '../../domain/plain-text.js';
import { act, wholeWords, withOffers } from '../act.js';
import { areSeveralReceipts } from '../sent/receipts.js';
import type { AnyIntent } from '../intent.js';
import { once } from '../once.js';
import { missingSlot } from '../question/lacking.js';
import { rehearsed } from '../rehearsal.js';
import { mostOnButton, type Offer, type Reply } from '../reply.js';
import type { Parts, Turn } from '../turn.js';
import { loosely, sureFrom, type Wish } from '../wish.js';
import { atHand } from './at-hand.js';
import { bestOf, fitting, judgeable, numbersFor, numbersSaid, type OfDeed, thingsDue } from './which-thing.js';
import { waitingThings } from './things-waiting.js';
import { whichMatter } from './which-matter.js';

/** So many deeds are tried; what the reader puts behind them is meant by nobody. */
const mostTried = 5;
/** Longer messages tell of much. */
const longest = 60;
/** Of more things than these nobody knows which is meant. */
const mostThings = 2;
/** So much more is a deed meant for which something waits, and again where the words name it. */
const weight = 5;
/** Another deed that is as likely as this share of the first is offered beside it. */
const near = 0.3;

/** Said of what others said, of what may be, or in jest: no deed here and now. */
const unmeant: readonly MoodKind[] = [
  'forwarded',
  'quoted',
  'reported',
  'onBehalf',
  'asked',
  'hedged',
  'conditional',
  'joking',
];

/** What is raised anew can always be done, so that it proves nothing that it could. */
const raises: ReadonlySet<string> = new Set(['proposal.open', 'report.open']);

/** Deeds that may say no, or put off, themselves. */
const mayBeNo =
  /^(?:(?:paper|phone|sheet|mandate|finding)\.check|project\.accept|spend\.(?:refuse|hold)|idea\.answer|objection\.answer|task\.(?:drop|return)|works\.stop|refund\.hold|report\.|finding\.add|inspection\.report)/;

/** What is told in all of the speaker's own words. */
const inOwnWords: Readonly<Record<string, string>> = {
  'report.solve': 'reason',
  'report.answer': 'text',
  'progress.report': 'text',
  'inspection.report': 'text',
  'dispatch.done': 'evidence',
};

/** A deed that can be done just now, and how much speaks for it. */
interface Possible {
  readonly wish: Wish;
  readonly intent: AnyIntent;
  readonly share: number;
  readonly score: number;
  /** The share that it needs of what is left when the others cannot be done. */
  readonly least: number;
  readonly isRefused: boolean;
}

/**
 * What who has something to do says of it in any words (勾好了, 抽完了，井盖也换了, 把永固五金的钱打了): of the deeds that the reader hears in them
 * at all, those that can be done here and now count, each tried and undone; what waits for this member is meant before everything
 * else. The likeliest is read back, and where another is nearly as likely both are offered. Null where none can be done, or where it is
 * `besides`: what was read anyway.
 */
export async function waitingDeed(
  parts: Parts,
  turn: Turn,
  text: string,
  { tries, besides }: { readonly tries: Tries; readonly besides?: Understanding },
): Promise<Reply | null> {
  // What something waits for was meant, and the rules have their say about it.
  if (besides && (await waitsFor(turn, besides.intent, text))) return null;
  const { possible, refused } = await tries();
  const [first, ...others] = possible;
  // What was surely meant and cannot be done hears why.
  const meant = first ?? (refused && refused.score >= leastNamed ? refused : undefined);
  if (!meant || (besides && (meant.wish.intent === besides.intent || meant.score <= shareOf(besides)))) return null;
  const second = others.find(({ score }) => score >= meant.score * near);
  return second ? offered(turn, [meant, second]) : notSure(await act(parts, turn, meant.wish, text));
}

/** What can be done of all that the reader hears, tried when it is first asked for, and once a message. */
export type Tries = () => Promise<{ readonly possible: readonly Possible[]; readonly refused?: Possible }>;

export function triesOf(parts: Parts, turn: Turn, text: string, read: Understanding): Tries {
  return once(() => possibleDeeds(parts, turn, text, read));
}

/** True where what waits for an office may be meant: of a deed of it that is not sure, or of trouble or a wish that is hardly one. */
export function mayWait({ intents }: Parts, { member }: Turn, { intent, confidence, why }: Understanding): boolean {
  if (raises.has(intent))
    return member.roles.length > 0 && (why.readings.find(each => each.intent === intent)?.share ?? 1) < surelyFrom;
  return confidence < sureFrom && !/^(?:nobody|household)$/u.test(intents.get(intent)?.binds ?? '');
}

/** True where something waits for this deed, or is called by its number. */
async function waitsFor(turn: Turn, deed: string, text: string): Promise<boolean> {
  const kind = thingsOf(deed);
  return kind !== undefined && (numbersSaid(text).length > 0 || (await thingsDue(turn, kind)).length > 0);
}

/** How much speaks for what was read anyway; nothing where it is a deed of something that waits, and none of it was found. */
function shareOf({ intent, why }: Understanding): number {
  return thingsOf(intent) ? 0 : (why.readings.find(each => each.intent === intent)?.share ?? 0);
}

function notSure(reply: Reply): Reply {
  return reply.answers ? { ...reply, text: `我没听准，还没有记。${reply.text}` } : reply;
}

/** Two deeds to choose from, each in all its words: the number of one does it. */
async function offered(turn: Turn, possible: readonly Possible[]): Promise<Reply> {
  const offers: Offer[] = [];
  for (const { wish, intent } of possible)
    offers.push({ intent: wish.intent, slots: wish.slots, title: await wholeWords(turn, intent, wish) });
  const lines = offers.map(({ title = '' }, index) => `${index + 1}. ${title}`);
  return withOffers(turn, {
    text: ['我没听准，还没有记。您是要办哪一样？回复数字，都不是就再说一句：', ...lines].join('\n'),
    offers: offers.map(offer => ({ ...offer, title: plain(offer.title ?? '', mostOnButton) })),
  });
}

/** What the words may mean of what can be done, the likeliest first; and the likeliest of what waits and a rule forbids. */
async function possibleDeeds(parts: Parts, turn: Turn, text: string, read: Understanding): ReturnType<Tries> {
  const moods = readMood(text).map(({ kind }) => kind);
  if ([...text].length > longest || text.includes('\n') || unmeant.some(kind => moods.includes(kind)))
    return { possible: [] };
  const talk = read.why.readings.find(({ intent }) => intent === 'chat.other')?.share ?? 0;
  const least = Math.max(leastHeard, leastWaiting.named * talk);
  // What can never be enough is not tried.
  const heard = read.why.readings.filter(
    ({ intent, share }) => intent !== 'chat.other' && !raises.has(intent) && share >= least,
  );
  const found: Possible[] = [];
  for (const reading of heard.slice(0, mostTried))
    found.push(...(await possibleOf(parts, turn, text, { reading, read })));
  const shares = new Map(found.map(({ intent, share }) => [intent, share]));
  const left = [...shares.values()].reduce((sum, share) => sum + share, talk);
  const meant = found.filter(each => each.share >= each.least * left).toSorted((one, other) => other.score - one.score);
  const refused = meant.find(({ isRefused }) => isRefused);
  return { possible: meant.filter(({ isRefused }) => !isRefused), ...(refused && { refused }) };
}

async function possibleOf(
  parts: Parts,
  turn: Turn,
  text: string,
  { reading: { intent: name, share }, read }: { readonly reading: Reading; readonly read: Understanding },
): Promise<Possible[]> {
  const intent = parts.intents.get(name);
  const kind = thingsOf(name);
  if (!intent || intent.binds === 'nobody' || (intent.binds === 'household' && !kind)) return [];
  if (!may(turn.member, intent.permission) || !(intent.readBack || intent.pattern)) return [];
  if ((isYetToBe(text) && !liesAhead.test(name)) || isOtherThan(name, text)) return [];
  // Of several homes none is booked alone.
  if (name === 'funds.receive' && areSeveralReceipts(text)) return [];
  // 申请6先别付, 没核过: a no is no yes.
  if ((saysNo(text) || putsOff.test(text)) && !mayBeNo.test(name)) return [];
  const own = inOwnWords[name];
  const slots = {
    ...read.as?.(name, turn.now),
    ...(own !== undefined && { [own]: asSaid(text) }),
    ...slotsJudged(name, text),
  };
  const said: Wish = { intent: name, slots: { ...slots, ...loosely }, sure: false, confirmed: false };
  const { wishes, isNamed } = kind
    ? await ofThings(turn, said, kind, { text, shown: parts.spoken.shown(turn) })
    : { wishes: [await atHand(parts, turn, said, text)], isNamed: false };
  const score = share * (kind ? weight : 1) * (isNamed ? weight : 1);
  const least = kind ? (isNamed ? leastWaiting.named : leastWaiting.unnamed) : leastWaiting.possible;
  const found: Possible[] = [];
  for (const wish of wishes.slice(0, mostThings)) {
    const whole = { ...(await whichMatter(parts, turn, wish, intent)).wish, sure: false };
    if (missingSlot(parts, intent, { slots: whole.slots, text: '', now: turn.now })) continue;
    const isRefused = (await rehearsed(parts, turn, whole, intent)).refused !== undefined;
    if (!isRefused || isNamed) found.push({ wish: whole, intent, share, score, least, isRefused });
  }
  return found;
}

function thingsOf(deed: string): OfDeed | undefined {
  return waitingThings[`own ${deed}`] ?? waitingThings[deed] ?? judgeable[deed];
}

/** The deed of each thing that waits for it and that the words may mean. */
async function ofThings(
  turn: Turn,
  said: Wish,
  kind: OfDeed,
  { text, shown }: { readonly text: string; readonly shown: Wish['slots'] },
): Promise<{ readonly wishes: readonly Wish[]; readonly isNamed: boolean }> {
  const due = fitting(await thingsDue(turn, kind), text);
  const numbers = numbersFor(kind, text);
  const known = due.filter(({ value }) => numbers.includes(Number(value)));
  const { things, isNamed } = known.length > 0 ? { things: known, isNamed: true } : bestOf(due, text, shown[kind.slot]);
  // What no words name may be of something else that waits for the same person.
  if (!isNamed && (kind.mustName === true || kind.mustPoint === true || (await kind.isOther?.(turn, text)) === true))
    return { wishes: [], isNamed };
  const wishes = things.map(({ value, no }) => ({
    ...said,
    slots: { ...said.slots, [kind.slot]: value, ...(kind.withNo === true && { no }) },
  }));
  return { wishes, isNamed };
}
