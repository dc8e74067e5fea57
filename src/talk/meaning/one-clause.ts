import { onlyOne } from '../../domain/only-one.js';
import { readSlot } from '../../language/reading/slots.js';
import { hasMood, isMood, type MoodKind, readMood } from '../../language/values/manner/mood.js';
import { readWholeAnswer, readWholeSum } from '../../language/values/manner/whole-answer.js';
import type { Turn } from '../turn.js';
import type { Wish } from '../wish.js';
import { matterNamed } from './by-name.js';

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
  `^${me}(?:就|都|还是|肯定|当然|也|先|是|投)*(?<choice>不?同意|不?赞成|不?支持|反对|弃权)(?:票)?$`,
  'u',
);
const rates = new RegExp(
  `^(?:${me})?(?:就|都|还是|也)*(?:给|打|评)(?:个|他们|它|上)*(?<score>满分|[1-5一二两三四五](?:颗?星|分))$`,
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
  const meant = text.trim().replace(inEarnest, '');
  const said = meant.replace(willDo, '');
  const mood = readMood(said);
  if (hasMood(said, ...notMine)) return null;
  const found = new Map<string, Pick<Wish, 'intent' | 'slots'>>();
  let isSupposed = false;
  for (const { 0: clause, index } of said.matchAll(/[^，,。.！!；;\n\s]+/gu)) {
    const span = { start: index, end: index + clause.length };
    const isLater = paidLater.test(clause);
    const deed =
      isLater || isSupposed || isMood(mood, span, ...notNow, 'conditional') ? null : deedIn(clause, turn.now);
    isSupposed ||= !isLater && isMood(mood, span, 'conditional');
    if (deed) found.set(JSON.stringify(deed), deed);
  }
  const only = onlyOne(found.values());
  if (!only || !(await isOpen(turn, only.intent))) return null;
  const no = await matterNamed(turn, text);
  const slots = no === undefined ? only.slots : { ...only.slots, no };
  return { intent: only.intent, slots, sure: false, confirmed: false };
}

function deedIn(clause: string, now: Date): Pick<Wish, 'intent' | 'slots'> | null {
  const bare = clause.replace(likeOthers, '').replace(lead, '').replace(tail, '');
  const sum = gives.exec(bare)?.groups?.['sum'];
  const amount = sum === undefined ? undefined : readWholeSum(sum, now);
  if (amount !== undefined) return { intent: 'pledge.money', slots: { amount } };
  const said = votes.exec(bare)?.groups?.['choice'];
  const choice = said === undefined ? undefined : readWholeAnswer('choice', said, now);
  if (typeof choice === 'object') return { intent: 'poll.vote', slots: { choice: choice.value } };
  const mark = rates.exec(bare)?.groups?.['score'];
  if (mark === undefined) return null;
  return { intent: 'project.rate', slots: { score: readSlot('score', mark, now) } };
}

/** True while there is something that it may be said of. */
async function isOpen({ unit, member }: Turn, intent: string): Promise<boolean> {
  if (member.householdId === null) return false;
  if (intent === 'poll.vote') return (await unit.polls.open()).length > 0;
  const states =
    intent === 'pledge.money' ? (['pledging', 'collecting'] as const) : (['accepted', 'settlement_published'] as const);
  return (await unit.projects.inStates([...states])).length > 0;
}
