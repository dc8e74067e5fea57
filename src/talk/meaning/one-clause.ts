import { onlyOne } from '../../domain/only-one.js';
import { roundStates } from '../../domain/lifecycle.js';
import { readSlot } from '../../language/reading/slots.js';
import { deedsHeard } from '../../language/values/heard.js';
import { namesHeard } from '../../language/values/matter-names.js';
import { hasMood, isMood, type MoodKind, readMood } from '../../language/values/manner/mood.js';
import { readWholeAnswer, readWholeSum } from '../../language/values/manner/whole-answer.js';
import type { Turn } from '../turn.js';
import type { Wish } from '../wish.js';
import { byName, matterNamed } from './by-name.js';

/** 开玩笑的，出五十: from here on it is meant. */
const inEarnest =
  /^(?:刚才)?(?:那是)?(?:开(?:个)?玩笑(?:的|哈)?|逗你们?玩(?:儿)?(?:的)?|不闹了|不开玩笑(?:了)?|不逗了|说正经的|说真的|正经(?:点|的)?说?|言归正传|玩笑归玩笑)[，,。！!\s]+(?=\S{2})/u;
/** 我出五十行不: it is asked whether that will do. */
const willDo =
  /[，,\s]*(?:行不(?:行)?|行吗|可以(?:吗|不|不可以)|成不(?:成)?|成吗|中不(?:中)?|好吗|好不(?:好)?|要得不|能行(?:不|吗)|够意思不)[?？]*$/u;
/** 跟楼上一样也出一百二: the sum is said all the same. */
const likeOthers = /^(?:我|俺|咱)?(?:也)?(?:跟|和|同|照)[\p{Script=Han}\d]{1,8}?一样(?:多)?[，,]?(?=.{2})/u;
const lead = /^(?:算了|得了|那|行+|好+|嗯+|就|还是|要不|反正|[，,\s])+(?=.)/u;
const tail = /(?<=.)(?:[吧呗啊呀哈了的嘛咯喽]|得了|好了|就行|就好|意思意思)+$/u;
const me = '(?:我|俺|咱|额)(?:们)?(?:家)?';
const gives = new RegExp(
  `^(?:${me})?(?:就|也|先|还是|只|只能|最多|顶多|帮着)*(?:给(?:我|俺|咱)(?:家)?)?(?:出|认捐|认|捐|记|掏|拿|凑|报)(?:上|下|个|我|俺)*(?<sum>.{1,12})$`,
  'u',
);
const votes = new RegExp(
  `^${me}(?:就|都|还是|肯定|坚决|绝对|当然|也|先|是|投)*(?<choice>不?同意|不?赞成|不?支持|反对|弃权?)(?:票)?$`,
  'u',
);
const score = '(?:满分|[1-5一二两三四五](?:颗?星|分))';
const rates = new RegExp(`^(?:${me})?(?:就|都|还是|也)*(?:给|打|评)(?:个|他们|它|上)*(?<score>${score})$`, 'u');
/** 两分不能再多, 撑死三分, 值四分: so much, by what bounds it. */
const bounded = new RegExp(
  `^(?:也|就|我看|我觉得|[，,\\s])*(?:(?:最多|顶多|至多|撑死|顶天|只值|就值|也就|值|够)+(?:给|打|个)*(?<least>${score})|(?<most>${score})(?:都|也)?(?:不能再多|顶天|封顶|到头|顶破天|没商量|没话说))(?:了)?$`,
  'u',
);

const notMine: readonly MoodKind[] = ['forwarded', 'quoted', 'reported', 'onBehalf'];
const notNow: readonly MoodKind[] = ['asked', 'past', 'joking', 'denied', 'hedged'];
/** 等发了低保再给: when it is paid, and no condition. */
const paidLater = /^等[^，,。]{1,12}(?:再|就|才)(?:给|交|付|出钱|拿钱|掏)/u;

/**
 * A promise, a vote or a mark that stands whole in one clause, with human words about it (开玩笑的，出五十; 等发了低保再给，先记五十; 我就同意行不行;
 * 给四分吧，怕他们骄傲). It is read back. Null where another clause supposes something before it, or where several are said.
 */
export async function oneClause(turn: Turn, text: string): Promise<Wish | null> {
  if ([...text].length > 60) return null;
  const meant = text.trim().replace(inEarnest, '').replace(willDo, '');
  const named = ofDeed.test(meant) ? await byName(turn, meant) : null;
  const said = named?.first ?? meant;
  const mood = readMood(said);
  if (hasMood(said, ...notMine)) return null;
  const found = new Map<string, Pick<Wish, 'intent' | 'slots'>>();
  let isSupposed = false;
  for (const { 0: clause, index } of said.matchAll(/[^，,。.！!；;\n\s]+/gu)) {
    const span = { start: index, end: index + clause.length };
    const isLater = paidLater.test(clause);
    // 不能再多 denies nothing.
    const isUnmeant = isMood(mood, span, ...notNow, 'conditional') && !bounded.test(clause);
    const deed = isLater || isSupposed || isUnmeant ? null : deedIn(clause, turn.now);
    isSupposed ||= !isLater && isMood(mood, span, 'conditional');
    if (deed) found.set(JSON.stringify(deed), deed);
  }
  const only = onlyOne(found.values());
  if (!only || !(await isOpen(turn, only.intent))) return null;
  const no = await matterNamed(turn, meant);
  const slots = no === undefined ? only.slots : { ...only.slots, no };
  return { intent: only.intent, slots, sure: false, confirmed: false };
}

/**
 * 放水那个我统一, 浮手我初200: words that are such a deed as a whole, once signs that sound like those of it, or of the name of a matter, are
 * taken for them.
 */
export async function heardDeed(turn: Turn, text: string): Promise<Wish | null> {
  if ([...text].length > 24 || turn.member.householdId === null || !/\p{Script=Han}/u.test(text)) return null;
  const deeds = deedsHeard(text);
  const isPlain = deeds === text;
  if (isPlain && !ofDeed.test(text)) return null;
  const right = namesHeard(deeds, await turn.unit.projects.titlesUnderWay());
  return right === text ? null : oneClause(turn, right);
}

/** What every such deed has in it: most messages are told by it before a name is looked for. */
const ofDeed = /[我俺咱额][^]*(?:同意|赞成|支持|反对|弃|[出认捐记掏拿凑报]|[给打评])/u;
const matterFirst = /^(?:这个|那个)?\d+号(?:那个|这个|的|项目|提案|那事儿?|这事儿?)*[，,\s]*(?=.)/u;

function deedIn(clause: string, now: Date): Pick<Wish, 'intent' | 'slots'> | null {
  const bare = clause.replace(matterFirst, '').replace(likeOthers, '').replace(lead, '').replace(tail, '');
  const sum = gives.exec(bare)?.groups?.['sum'];
  const amount = sum === undefined ? undefined : readWholeSum(sum, now);
  if (amount !== undefined) return { intent: 'pledge.money', slots: { amount } };
  const said = votes.exec(bare)?.groups?.['choice'];
  const choice = said === undefined ? undefined : readWholeAnswer('choice', said.replace(/弃$/u, '弃权'), now);
  if (typeof choice === 'object') return { intent: 'poll.vote', slots: { choice: choice.value } };
  const { least, most } = bounded.exec(clause)?.groups ?? {};
  const mark = rates.exec(bare)?.groups?.['score'] ?? least ?? most;
  if (mark === undefined) return null;
  return { intent: 'project.rate', slots: { score: readSlot('score', mark, now) } };
}

/** True while there is something that it may be said of. */
async function isOpen({ unit, member }: Turn, intent: string): Promise<boolean> {
  if (member.householdId === null) return false;
  if (intent === 'poll.vote') return (await unit.polls.open()).length > 0;
  const states = intent === 'pledge.money' ? roundStates : (['accepted', 'settlement_published'] as const);
  return (await unit.projects.inStates([...states])).length > 0;
}
