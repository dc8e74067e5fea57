import { maskName, placeWords } from '../../domain/masking.js';
import { isThere, placeLabels } from '../../domain/label.js';
import { ledBuilding } from '../../domain/people/led-building.js';
import { onlyOne } from '../../domain/only-one.js';
import { may } from '../../domain/permissions.js';
import { Refusal } from '../../domain/refusal.js';
import type { Understanding } from '../../language/reading/understand.js';
import { readAddition } from '../../language/values/manner/additions.js';
import { readCorrection } from '../../language/values/manner/corrections.js';
import { endSaid } from '../../language/values/time/deadline-said.js';
import {
  type HomeSaid,
  homeWords,
  findHomes,
  type Near,
  nearOf,
  readPresence,
} from '../../language/values/people/homes.js';
import { hasMood } from '../../language/values/manner/mood.js';
import { changesSaid, saysOtherwise } from '../../language/values/manner/other-values.js';
import { readInside } from '../../language/values/manner/said-inside.js';
import { percentIn } from '../../language/values/percent.js';
import { findNumbers } from '../../language/values/project-numbers.js';
import { whichHousehold } from '../../operations/people/which-household.js';
import { act, ask } from '../act.js';
import { correctMeeting } from './last-meeting.js';
import { say } from '../refusals/say.js';
import type { Reply } from '../reply.js';
import { otherResult, otherTerms, otherTitle, saysWhere } from './second-thoughts.js';
import type { SpokenOf } from './spoken.js';
import type { Parts, Turn } from '../turn.js';
import { sureFrom } from '../wish.js';

type PutRight = (parts: Parts, turn: Turn, done: SpokenOf, text: string) => Promise<Reply | null>;

/** Deeds of which is told behind them, in words of their own, what of them was wrong. */
const putRights: Readonly<Record<string, PutRight>> = {
  'meeting.list': otherHomes,
  'poll.open': otherEnd,
  'meeting.call': otherTime,
  'progress.report': otherPercent,
  'project.accept': otherResult,
  'proposal.open': otherTitle,
  'proposal.rename': otherTitle,
  'pledge.round': otherTerms,
  'inspection.report': faultFound,
};

/**
 * Puts right what the member did last, where what is said next tells it in the words of that deed: 302没来，来的是1单元202 behind the list of
 * who was there, 放宽到周日吧 behind the opening of a poll. It is read back. Null behind every other deed, and for every other sentence.
 */
export async function putRight(
  parts: Parts,
  turn: Turn,
  text: string,
  understood: () => Understanding,
): Promise<Reply | null> {
  if ([...text].length > 80) return null;
  try {
    return (await behindDone(parts, turn, text, understood)) ?? (await struck(parts, turn, text, understood));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { text: `${say(error)}没有改任何东西。`.replace(/(?:没有改任何东西。){2}$/u, '没有改任何东西。') };
  }
}

/** 不在家 is told of a visit, and not of a meeting. */
const absent = /没(?:有)?(?:来|到|在(?!家)|参加|露面)|不在(?!家)|缺席|未到|[记写登]错/u;

/** Of nothing but a meeting. */
const didNotCome = /没(?:有)?(?:来|到(?![货账位])|参加)|缺席|未到/u;

/** 8号301记错了，她没来, whenever it is said: of those that stand on the list of a meeting without minutes. */
async function struck(parts: Parts, turn: Turn, text: string, understood: () => Understanding): Promise<Reply | null> {
  const { unit, member } = turn;
  if (!absent.test(text) || !may(member, 'meeting.call') || findHomes(text).length === 0) return null;
  // 301不在，表决票没送出去 is a deed of its own.
  const { intent, confidence } = understood();
  const isOther = intent !== 'meeting.list' && intent !== 'chat.other' && confidence >= sureFrom;
  if (isOther && !didNotCome.test(text)) return null;
  const nos = findNumbers(text).map(({ no }) => no);
  const meeting = onlyOne((await unit.meetings.open()).filter(({ no }) => nos.length === 0 || nos.includes(no)));
  if (!meeting) return null;
  const rows = (await unit.meetings.attendance(meeting.id)).filter(({ how }) => how === 'list');
  const ids = new Set(rows.map(({ householdId }) => householdId));
  const all = ids.size === 0 ? [] : await unit.members.households();
  const listed = all.filter(({ id }) => ids.has(id)).map(home => placeWords(home));
  const homes = findHomes(listed.join('、'));
  const gone = readPresence(text, sharedBy(homes))?.gone ?? [];
  const isListed = gone.length > 0 && gone.every(home => homes.some(one => isThere(home, placeLabels(one))));
  if (!isListed) return null;
  const done = { intent: 'meeting.list', no: meeting.no, isDone: true, at: turn.now };
  return otherHomes(parts, turn, { ...done, slots: { text: listed.join('、') } }, text);
}

async function behindDone(
  parts: Parts,
  turn: Turn,
  text: string,
  understood: () => Understanding,
): Promise<Reply | null> {
  const done = parts.spoken.done(turn);
  if (!done || !(done.intent in putRights || done.intent in additions)) return null;
  const added = may(turn.member, parts.intents.get(done.intent)?.permission ?? 'record.read')
    ? await leftOut(parts, turn, done, text)
    : null;
  const right = putRights[done.intent];
  if (added || !right) return added;
  if (
    findNumbers(text).some(({ no }) => no !== done.no) ||
    (readCorrection(text) === null && !thinksAgain.test(text) && !saysWhere(text) && standsAlone(understood(), done))
  )
    return null;
  const intent = parts.intents.get(done.intent);
  if (!intent || !may(turn.member, intent.permission)) return null;
  return right(parts, turn, done, text);
}

/** 不对，灯杆有点晃: it begins by taking back what was done, whatever deed the rest would be by itself. */
const thinksAgain = /^[哎唉诶呀啊，,\s]*(?:不对|不是|错了|等等|等下|等一下|等会儿?|慢着|且慢|先别)/u;

/** 发起投票：要不要装梯控，明晚八点截止 is a new deed, and says nothing of the poll that was opened before it. */
function standsAlone({ intent, confidence, slots, extras }: Understanding, done: SpokenOf): boolean {
  if (intent === 'chat.other' || confidence < sureFrom) return false;
  const known: Readonly<Record<string, unknown>> = { ...done.slots, no: done.no };
  const said = Object.entries({ ...slots, ...extras });
  return intent !== done.intent || said.some(([slot, value]) => slot !== 'deadline' && value !== known[slot]);
}

/** 放宽到周日吧，晚上八点: the poll that was opened just now gets another end. */
async function otherEnd(parts: Parts, turn: Turn, { no }: SpokenOf, text: string): Promise<Reply | null> {
  const correction = readCorrection(text);
  const deadline = endSaid(correction?.kind === 'change' ? correction.to : text, turn.now);
  const poll = deadline === undefined ? null : await turn.unit.polls.byNo(no);
  if (!poll || deadline === undefined || new Date(deadline).getTime() === poll.closesAt.getTime()) return null;
  return act(parts, turn, { intent: 'poll.open', slots: { no, deadline, moves: true }, sure: false, confirmed: false });
}

const movedTo =
  /(?:改|挪|推|提前|延|换|定)(?:迟|后|早)?(?:到|成|为|在|(?=(?:这|下|本)?(?:周|星期|礼拜)|[今明后]天|[上下]午|晚上|\d{1,2}[月日号点]|[一二三四五六七八九十]{1,2}点))(?<to>[^，,。\s]{1,16}?)(?:吧|了|好了|开)*(?=$|[，,。\s])/u;

/** 改到十点吧，九点半有人要送孩子 behind the call of a meeting. */
async function otherTime(parts: Parts, turn: Turn, { no }: SpokenOf, text: string): Promise<Reply | null> {
  const to = movedTo.exec(text)?.groups?.['to'];
  const last = { intent: 'meeting.call', no, amountFen: undefined, voucher: undefined, adds: false };
  return to === undefined ? null : correctMeeting(parts, turn, last, { kind: 'change', to });
}

const better = /错|不对|没(?:有)?(?:那么|这么|到)|应该|其实|更正|改成|改为|说[多少]|报[多少]|才|只有|不止|不到/u;

const leftToDo = /[剩差欠余缺](?:下|着|了|大概|大约|约|有|还|的)*(?:百分之|\d{1,3}[%％]|[一二三四五六七八九]成)/u;

/** 施工的说没那么多，应该才百分之四十 behind a report: the percent that is right. */
async function otherPercent(parts: Parts, turn: Turn, done: SpokenOf, text: string): Promise<Reply | null> {
  // 四成 alone behind a report that told of no share is the share.
  const isShare = readInside('percent', text, turn.now)?.isAll === true;
  const [other] = saysOtherwise(text)
    ? (changesSaid({ no: done.no, percent: done.slots?.['percent'] }, text, turn.now) ?? [])
    : [];
  const said = percentIn(text)?.value;
  // Works do not go back: 北边还剩一小条，算30% behind 40%. What is left to do is no share of what is done.
  const isLess = Number(said) < Number(done.slots?.['percent']) && !leftToDo.test(text);
  const percent = other?.to ?? (better.test(text) || isShare || isLess ? said : undefined);
  const isAsked = hasMood(text, 'asked', 'conditional', 'quoted');
  if (percent === undefined || percent === done.slots?.['percent'] || isAsked) return null;
  // What was done stays, and the figure that was too much goes out of it.
  const words = String(done.slots?.['text'] ?? '').replace(
    /[，,、]?(?:大概|大约|约)?(?:完成)?(?:了)?\d{1,3}[%％]/gu,
    '',
  );
  const slots = { ...done.slots, no: done.no, text: words === '' ? '更正' : words, percent, replaces: true };
  return act(parts, turn, { intent: done.intent, slots, sure: false, confirmed: false });
}

/** 302没来，来的是1单元202: doors are of the homes that were listed, with whatever was left out of them. */
async function otherHomes(parts: Parts, turn: Turn, { no, slots = {} }: SpokenOf, text: string): Promise<Reply | null> {
  const own = ledBuilding(turn.member.roles);
  const led = own === undefined ? {} : { building: own };
  const listed = findHomes(typeof slots['text'] === 'string' ? slots['text'].normalize('NFKC') : '', led);
  const presence = readPresence(text, sharedBy(listed));
  if (!presence) return null;
  const gone = presence.gone.map(home => asListed(home, listed));
  // 202没来，来的是302: the door that stands in the place of one is of its entrance.
  const near = nearOf(onlyOne(gone) ?? {});
  const isBeside = ({ building, unit }: HomeSaid): boolean =>
    unit === undefined && (building === undefined || building === near.building);
  const came = presence.came.map(home => (isBeside(home) ? { ...home, ...near } : home));
  const named = await Promise.all([came, gone].map(homes => namesOf(turn, homes)));
  const [cameWords = '', goneWords = ''] = named;
  const question = [
    gone.length > 0 ? `划掉${no}号到场里的${goneWords}` : '',
    came.length > 0 ? `${gone.length > 0 ? '记上' : `给${no}号记上到场：`}${cameWords}` : '',
  ].filter(Boolean);
  const wanted = {
    no,
    ...(came.length > 0 ? { text: came.map(homeWords).join('、') } : {}),
    ...(gone.length > 0 ? { gone: gone.map(homeWords).join('、') } : {}),
  };
  return ask(
    parts,
    turn,
    { intent: 'meeting.list', slots: wanted, sure: true, confirmed: false },
    { asks: 'yes', question: `您是要${question.join('，')}吗？` },
  );
}

type Adds = (done: SpokenOf, words: string) => Readonly<Record<string, unknown>> | null;

const added =
  (slot: string, more: object = {}): Adds =>
  ({ no, slots = {} }, words) => {
    const before = slots[slot];
    if (typeof before !== 'string') return null;
    return { ...slots, no, [slot]: `${before.replace(/(?<![。，,\s])[。，,\s]+$/u, '')}，${words}`, ...more };
  };

/** How what was left out is added to a deed that was done just before. */
const additions: Readonly<Record<string, readonly [intent: string, Adds]>> = {
  'meeting.minutes': ['meeting.minutes', ({ no }, text) => ({ no, text, adds: true })],
  'progress.report': ['progress.report', added('text', { replaces: true })],
  'proposal.open': ['proposal.rename', added('title')],
  // What was published stays; what was left out stands beside it.
  'objection.raise': ['objection.raise', ({ no }, text) => ({ no, text })],
  'idea.add': ['idea.add', ({ no }, text) => ({ no, text })],
};

/** 漏了一句，费用先走自愿认捐 behind minutes that were published: it is added to them, whatever deed it would be by itself. */
async function leftOut(parts: Parts, turn: Turn, done: SpokenOf, said: string): Promise<Reply | null> {
  const addition = readAddition(said);
  const [intent, adds] = additions[done.intent] ?? [];
  // 漏了一句，3号的道闸也到货了 behind another matter is of that one; minutes tell of many.
  const isOther = done.intent !== 'meeting.minutes' && findNumbers(said).some(({ no }) => no !== done.no);
  if (!addition || isOther) return null;
  const isIt = addition.isSure || /^(?:meeting\.minutes|objection\.raise|idea\.add)$/u.test(done.intent);
  // The name of a proposal is the whole one, with its place.
  const title = done.intent === 'proposal.open' ? (await turn.unit.projects.byNo(done.no))?.title : undefined;
  const before = title === undefined ? done : { ...done, slots: { title } };
  const slots = isIt ? adds?.(before, addition.words) : null;
  return intent !== undefined && slots ? act(parts, turn, { intent, slots, sure: false, confirmed: false }) : null;
}

const toMend =
  /^(?:那|就)?(?:让|叫|要求|请|限|责令)(?:他们?|她们|施工(?:方|队|的)?|工头|师傅|对方)?(?<words>[^?？]{2,60})$/u;
const by =
  /(?:于|在)?(?<by>[\d一二两三四五六七八九十]{1,3}(?:天|个?小时|个?工作日|周)(?:之?内|以内)|[^，,。\s于在]{2,8}(?:之|以)?前)/u;
/** 整改完毕 says nothing of what shall be done. */
const onlyMends =
  /^(?:都|全部?|给我|予以)*(?:整改|改|修|弄|处理|搞|做)(?:完毕|完成|到位|好|完|掉|利索)(?:了|吧)?[。.!！]*$/u;

/** 让他们三天内扶正 behind a round that told of a fault: it shall be mended by then. */
async function faultFound(parts: Parts, turn: Turn, done: SpokenOf, words: string): Promise<Reply | null> {
  const what = toMend.exec(words.trim())?.groups?.['words'];
  const found = by.exec(what ?? '');
  const day = found?.groups?.['by'];
  const fault = done.slots?.['text'];
  if (what === undefined || typeof fault !== 'string') return null;
  const deed = what
    .replace(found?.[0] ?? '', '')
    .replace(/^[，,\s]+|(?:了|吧)[。.!！]*$|(?<![。.!！])[。.!！]+$/gu, '');
  const text = [fault, onlyMends.test(deed) ? '' : deed, day ?? ''].filter(Boolean).join('，');
  return act(parts, turn, { intent: 'finding.add', slots: { no: done.no, text }, sure: false, confirmed: false });
}

/** Building and entrance, where all that were listed have the same. */
function sharedBy(homes: readonly HomeSaid[]): Near {
  const [first] = homes;
  if (!first) return {};
  const { building, unit } = first;
  const isShared = homes.every(home => home.building === building);
  if (!isShared || building === undefined) return {};
  return { building, ...(unit !== undefined && homes.every(home => home.unit === unit) ? { unit } : {}) };
}

/** The listed home with that door, where there is one. */
function asListed(home: HomeSaid, listed: readonly HomeSaid[]): HomeSaid {
  const fitting = onlyOne(listed.filter(one => isThere(home, placeLabels(one))));
  return fitting ? { ...home, ...fitting } : home;
}

/** `3号楼1单元202（张＊＊）`: by whose name a leader sees that it is the right door. */
async function namesOf({ unit }: Turn, homes: readonly HomeSaid[]): Promise<string> {
  const words: string[] = [];
  for (const home of homes) {
    const said = homeWords(home);
    const { owners } = await whichHousehold(unit, { said, ...placeLabels(home) });
    words.push(owners.length > 0 ? `${said}（${owners.map(maskName).join('、')}）` : said);
  }
  return words.join('、');
}
