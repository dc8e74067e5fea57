import { isRole, may, type Permission } from '../../domain/permissions.js';
import { withoutOnce } from '../values/manner/courtesy.js';
import { stripMentions } from '../values/mention.js';
import { readMood, scornful } from '../values/manner/mood.js';
import { noticed } from '../values/people/speakers.js';
import { remembered } from '../values/manner/remembered.js';
import { cameIn } from './books-said.js';
import { type Binds, confidenceOf, type DeedSaid, doubts, type TakesBack } from './decide.js';
import { formValues, isPublished } from './fill.js';
import { followingWords } from './office-lists.js';
import { type FormFound, formReader, type LooseForm, looseReader } from './forms.js';
import { readerModel, type ReaderModel, type Reading } from './model.js';
import {
  type Context,
  type Extras,
  extrasOf,
  inContext,
  namedOption,
  namesNoChoice,
  objection,
  placed,
} from './moment.js';
import { inClause } from './parts.js';
import { possible } from './possible.js';
import { refine } from './refine.js';
import { sayingsOf, type Sayings } from './sayings.js';
import { sceneOf, type Finding, type Scene, type Slots } from './scene.js';
import { type Seen, seenBy } from './seen.js';
import { type Sight, sightOf } from './sight.js';
import { settled } from './settled.js';
import { meantOf } from './unmeant.js';
import { ownVote } from './vote.js';
import { bareVote, isBareLabel, plainVote } from './votes-said.js';
import { leastAllowed, onlyReadBack, surelyFrom } from './thresholds.js';

export type { Context } from './moment.js';

export interface Understanding {
  readonly intent: string;
  readonly slots: Slots;
  readonly confidence: number;
  /** What was said beside the slots of the annotators' guide. */
  readonly extras?: Extras & Slots;
  /** True when it was said in just the words that the bot offers. */
  readonly offered?: true;
  /** Of talk: the deed that it may have been after all, with its slots. */
  readonly guess?: () => { readonly intent: string; readonly slots: Slots } | null;
  /** The slots that the words would fill of any one deed. */
  readonly as?: (intent: string, now: Date) => Slots;
  readonly why: Why;
}

/** What decided, for `parse -- explain`. */
interface Why {
  readonly normalised: string;
  readonly rule: string;
  readonly readings: readonly Reading[];
  readonly against: readonly string[];
}

/** What the reader has to know of a deed's definition. */
export interface DeedWords {
  readonly phrases: readonly string[];
  readonly pattern?: RegExp | undefined;
  readonly binds?: Binds | undefined;
  readonly takesBack?: TakesBack | undefined;
  /** True when it is also done as people say it, not only in its fixed form. */
  readonly isSpoken?: boolean | undefined;
  readonly permission?: Permission | undefined;
  /** The slots whose words others read as they were said. */
  readonly keeps?: readonly string[] | undefined;
}

type Understand = (text: string, now: Date, context: Context) => Understanding;

/** Makes the function that reads a message, from the words that stand beside each deed. */
export function createUnderstanding(
  deeds: Readonly<Record<string, DeedWords | readonly string[]>>,
  model: () => ReaderModel = readerModel,
): Understand {
  const known = new Map<string, DeedWords>(
    Object.entries(deeds).map(([intent, words]) => [intent, 'phrases' in words ? words : { phrases: words }]),
  );
  const patterns = Object.fromEntries(
    [...known].flatMap(([intent, { pattern }]) => (pattern ? [[intent, pattern]] : [])),
  );
  // A definition that does not say whom it binds binds an office.
  const bindsOf = (intent: string): Binds => known.get(intent)?.binds ?? 'office';
  const house: House = {
    model,
    sayings: sayingsOf(Object.fromEntries([...known].map(([intent, { phrases }]) => [intent, phrases])), bindsOf),
    forms: formReader(patterns),
    loosely: looseReader(patterns),
    bindsOf,
    takesBack: intent => known.get(intent)?.takesBack !== undefined,
    permissionOf: intent => known.get(intent)?.permission,
    keeps: intent => known.get(intent)?.keeps ?? [],
    hasForm: intent => known.get(intent)?.pattern !== undefined && known.get(intent)?.isSpoken !== true,
  };
  const see = remembered((said: string) => seenBy(model, withoutOnce(said)));
  return (said, now, context) => {
    const { text, sight, read, filled, again } = see(said);
    return again(context, () => ({
      ...understand({ ...sight, scene: { ...sight.scene, now } }, { text, context, house, read, filled }),
      as: (intent, moment) => filled(intent, moment).slots,
    }));
  };
}

interface House {
  readonly model: () => ReaderModel;
  readonly sayings: Sayings;
  readonly forms: (text: string) => FormFound | null;
  /** The slots of a deed where the text has its form, with or without the marks between the parts. */
  readonly loosely: (intent: string, text: string) => LooseForm | null;
  readonly bindsOf: (intent: string) => Binds;
  readonly takesBack: (intent: string) => boolean;
  readonly permissionOf: (intent: string) => Permission | undefined;
  readonly hasForm: (intent: string) => boolean;
  readonly keeps: (intent: string) => readonly string[];
}

interface Surroundings extends Pick<Seen, 'read' | 'filled'> {
  readonly text: string;
  readonly context: Context;
  readonly house: House;
}

function understand(sight: Sight, around: Surroundings): Understanding {
  const { scene } = sight;
  const { context, house, text } = around;
  const fixed = scene.noise ? null : house.forms(text);
  if (fixed) return byForm(fixed, sight, around);
  const [option] = namedOption(scene, context);
  if (option) return answer(option, { scene, context, readings: [], against: [] });
  const all = byHead(around.read(rolesOf(context)), sight, around);
  const objected = scene.noise || isForeign(scene) ? undefined : objection(all[0]?.intent ?? '', scene, context);
  if (objected)
    return answer(objected, { scene, context, readings: all, against: ['not in the words that are offered'] });
  const readings = likely(all, scene, around);
  const best = ownHousehold(scene) ??
    bareVote(scene, context) ??
    plainVote(readings[0], scene, context) ??
    readings[0] ?? { intent: 'chat.other', share: 1 };
  const said = scene.noise
    ? undefined
    : house.sayings(
        scene,
        readings.map(({ intent, share }) => ({ intent, score: share, why: 'read' })),
      );
  const reading =
    said && said.intent !== 'poll.vote'
      ? { intent: said.intent, share: Math.max(said.score, best.intent === said.intent ? best.share : 0) }
      : best;
  if (
    reading.intent === 'chat.other' ||
    scene.noise ||
    scene.bare === '' ||
    isForeign(scene) ||
    isBareLabel(reading, sight, context)
  ) {
    const score = scene.noise || scene.bare === '' ? 0.95 : reading.intent === 'chat.other' ? reading.share : 0.7;
    const talk = { intent: 'chat.other', score, why: 'nothing was said to do', slots: {} };
    return {
      ...answer(talk, { scene, context, readings, against: [] }),
      guess: () => guessed(readings, scene, around),
    };
  }
  // 12号叫停水泥标号不对: the reader and the form of the deed say the same, and the form knows its parts.
  const form = house.loosely(reading.intent, text);
  const filled = form
    ? { slots: valuesOf(reading.intent, form, scene), unread: [] }
    : around.filled(reading.intent, scene.now);
  const facts = factsOf(reading.intent, around);
  const { binds } = facts;
  const next = said ? 0 : (readings.find(({ intent }) => intent !== reading.intent)?.share ?? 0);
  const against = doubts({ ...reading, next }, { filled, scene, ...facts });
  const slots = said ? filled.slots : ofSpeaker(reading, followingWords(filled.slots, scene.said), scene);
  // 通知上写的是每户出200元 and 我出200买了个灯: what is only told is not asked about either, unless the reader is rather sure of it.
  const isTold = binds === 'household' && !said && isOnlyTold(reading, against, scene);
  // 3号我不统一 names its vote: it is asked what was meant.
  const isNoChoice =
    reading.intent === 'poll.vote' && scene.nos.length === 0 && namesNoChoice(slots?.['choice'], context);
  if (slots === null || isTold || isNoChoice) {
    const why = isNoChoice ? 'no choice' : 'only told';
    const left = isNoChoice || slots === null ? readings.filter(({ intent }) => intent !== 'poll.vote') : readings;
    return answer(
      { intent: 'chat.other', score: 1 - reading.share, why, slots: {} },
      { scene, context, readings: left, against },
    );
  }
  // A deed that has a fixed form is done unasked only in that form.
  if (binds !== 'nobody' && house.hasForm(reading.intent) && !form?.isMarked)
    against.push('not in the words that are offered');
  const finding = {
    intent: reading.intent,
    score: confidenceOf(reading, against),
    why: said ? said.why : 'read',
    slots,
  };
  return answer(inContext(finding, scene, context), { scene, context, readings, against });
}

/** What the judge has to know of a deed's definition, and of who speaks. */
function factsOf(intent: string, { house, context }: Surroundings): Omit<DeedSaid, 'filled' | 'scene'> {
  return {
    binds: house.bindsOf(intent),
    takesBack: house.takesBack(intent),
    keeps: house.keeps(intent),
    holdsOffice: (context.roles ?? []).length > 0,
  };
}

/** 8号到场的还有3号楼2单元301，他没带手机: where nothing parts the words of a form, other words stand in its slots. */
function valuesOf(intent: string, { slots, isMarked }: LooseForm, scene: Scene): Slots {
  const values = { ...formValues(intent, slots) };
  if (!isMarked) refine(intent, values, scene);
  return values;
}

/** 俺老伴同意电梯 俺不同意: of a vote the speaker's own words count. Null where they name no choice. */
function ofSpeaker({ intent }: Reading, slots: Slots, scene: Scene): Slots | null {
  if (intent !== 'poll.vote' || !readMood(scene.said).some(({ kind }) => kind === 'reported')) return slots;
  const choice = ownVote(scene);
  return choice === undefined ? null : { ...slots, choice };
}

/** Below this a deed of the household that is told of the past is talk. */
const leastTold = 0.65;

/** 我出200买了个灯 tells of the past and the reader is hardly sure of it; what a notice says is nobody's word, nor is scorn. */
function isOnlyTold({ share }: Reading, against: readonly string[], { said }: Scene): boolean {
  const isPast = share < leastTold && against.some(why => /\bpast\b/u.test(why));
  return isPast || scornful.test(said) || (against.includes('quoted') && noticed.test(said));
}

/** 楼道灯坏了，想修一修 tells what is broken and wishes something: it is read back as a proposal, which the neighbours decide on. */
function wished(readings: readonly Reading[], { said }: Scene): readonly Reading[] {
  const [first, ...others] = readings;
  if (first?.intent !== 'report.open' || !wishes.test(said)) return readings;
  return [
    { intent: 'proposal.open', share: onlyReadBack },
    first,
    ...others.filter(({ intent }) => intent !== 'proposal.open'),
  ];
}

/** The deeds that the words may mean here, by this speaker, the likeliest first. */
function likely(all: readonly Reading[], scene: Scene, { context, house }: Surroundings): readonly Reading[] {
  const here = ofOffice(possible(meantOf(all, scene.said, house), scene, context), context, house);
  const came = cameIn(here, { scene, context, permissionOf: house.permissionOf });
  return settled(wished(came, scene), scene.said, allowed(context, house));
}

const wishes = /提议|建议|倡议|议题|凑.{0,3}钱|(?:想|希望|能不能|可不可以)[^，。]{0,4}(?:修|换|装|弄|建|改)/u;

/** The likeliest deed beside talk, filled from the very words. */
function guessed(
  readings: readonly Reading[],
  scene: Scene,
  { context, filled }: Surroundings,
): ReturnType<NonNullable<Understanding['guess']>> {
  const intent = readings.find(reading => reading.intent !== 'chat.other')?.intent;
  if (intent === undefined || scene.noise) return null;
  const { slots, unread } = filled(intent, scene.now);
  if (unread.length > 0 || (intent === 'poll.vote' && namesNoChoice(slots['choice'], context))) return null;
  return { intent, slots: placed({ intent, slots }, context) };
}

const longText = 120;

/** A long text hides its deed; where what stands before the first colon is surely the same deed, that share counts. */
function byHead(readings: readonly Reading[], { scene }: Sight, { context, house }: Surroundings): readonly Reading[] {
  const head = scene.said.length > longText ? /^[^:：\n]{4,30}(?=[:：])/u.exec(scene.said)?.[0] : undefined;
  const [first, ...others] = readings;
  if (head === undefined || !first)
    return inClause(readings, scene, {
      read: alone => house.model().read(sightOf(alone), rolesOf(context))[0],
      showsOnly: intent => house.bindsOf(intent) === 'nobody',
    });
  const alone = house.model().read(sightOf(sceneOf(head, scene.now)), rolesOf(context))[0];
  return alone?.intent === first.intent
    ? [{ ...first, share: Math.max(first.share, alone.share) }, ...others]
    : readings;
}

/** 我是3号楼2单元301的周桂兰, and nothing else: the address and the name are read exactly. */
function ownHousehold({ plain }: Scene): Reading | undefined {
  return /^(?:我|俺|咱)(?:们)?(?:家)?(?:是|住|住在|在)⌂(?:的?[^，,。的₥№]{0,4})?$/u.test(plain)
    ? { intent: 'member.bind', share: 0.95 }
    : undefined;
}

/** A whole message that somebody else wrote. */
function isForeign({ said }: Scene): boolean {
  return readMood(said).some(({ kind, start, end }) => kind === 'forwarded' && start === 0 && end >= said.length);
}

export const readAsTalk = 'read as talk';

function byForm(
  { intent, slots }: FormFound,
  sight: Sight,
  { context, house, text, read }: Surroundings,
): Understanding {
  const { scene } = sight;
  const kinds = readMood(stripMentions(text)).map(({ kind }) => kind);
  // The head of a form stands first, so it is nobody's quoted line; a form that shows something may be asked.
  const against: string[] = house.bindsOf(intent) === 'nobody' ? [] : kinds.filter(kind => kind === 'joking');
  // 退回原渠道这事归谁管 begins as a form does and talks about it.
  const mayBeTalk = house.bindsOf(intent) !== 'nobody' && house.model().knows(intent);
  const [first] = mayBeTalk ? read(rolesOf(context)) : [];
  // Behind the colon of a form stand any words.
  if (first?.intent === 'chat.other' && first.share >= surelyFrom && !/[:：]/u.test(scene.said))
    against.push(readAsTalk);
  const { intent: named, slots: values } = { intent, slots: formValues(intent, slots) };
  const finding = { intent: named, score: against.length > 0 ? 0.6 : 1, why: 'the form of the deed', slots: values };
  return {
    ...answer(finding, { scene, context, readings: [{ intent, share: 1 }], against }),
    ...(against.length > 0 ? {} : { offered: true as const }),
  };
}

/**
 * A leader who asks for money to be spent and the cashier who spent it say nearly the same: what the speaker may not do gives way to
 * the likeliest deed that is the speaker's. Where there is none it stays, and the answer says whose it is.
 */
function ofOffice(readings: readonly Reading[], context: Context, house: House): readonly Reading[] {
  const [first] = readings;
  const mayDo = allowed(context, house);
  if (context.roles === undefined || !first || mayDo(first.intent)) return readings;
  const own = readings.find(({ intent, share }) => intent !== 'chat.other' && share >= leastAllowed && mayDo(intent));
  return own ? [own, ...readings.filter(reading => reading !== own)] : readings;
}

/** What the speaker's offices allow. */
function allowed({ roles }: Context, { permissionOf }: House): (intent: string) => boolean {
  const actor = { householdId: 1, roles: (roles ?? []).filter(isRole).map(role => ({ role, building: null })) };
  return intent => {
    const permission = permissionOf(intent);
    return permission === undefined || may(actor, permission);
  };
}

function rolesOf({ roles }: Context): string[] {
  return roles ? ['resident', ...roles] : [];
}

/** So many readings are told with what decided: of those that few words leave open the one that waits may stand far behind. */
const mostReadings = 12;

interface Grounds {
  readonly scene: Scene;
  readonly context: Context;
  readonly readings: readonly Reading[];
  readonly against: readonly string[];
}

function answer(finding: Finding, { scene, context, readings, against }: Grounds): Understanding {
  const { intent, score, why } = finding;
  const slots = intent === 'chat.other' ? {} : placed(finding, context);
  const { extras = {} } = extrasOf(intent, scene, context);
  const beside = Object.fromEntries(Object.entries(slots).filter(([name]) => !isPublished(intent, name)));
  const all = { ...beside, ...extras };
  return {
    intent,
    slots: Object.fromEntries(Object.entries(slots).filter(([name]) => isPublished(intent, name))),
    confidence: Math.round(Math.min(1, Math.max(0, score)) * 100) / 100,
    ...(Object.keys(all).length > 0 ? { extras: all } : {}),
    why: { normalised: scene.text, rule: why, readings: readings.slice(0, mostReadings), against },
  };
}
