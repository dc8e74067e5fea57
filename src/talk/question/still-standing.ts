import { yuan } from '../../domain/money.js';
import { plain } from '../../domain/plain-text.js';
import { putsOff, readAnswer } from '../../language/values/manner/answers.js';
import { findNumbers } from '../../language/values/project-numbers.js';
import { measured, readInside } from '../../language/values/manner/said-inside.js';
import { objectionStays } from '../../publish/plan/objection-notice.js';
import { sayChoice } from '../../publish/poll/poll-card.js';
import { whatOf } from '../act.js';
import { matterNamed } from '../meaning/by-name.js';
import { openQuestion } from './open-question.js';
import type { Reply } from '../reply.js';
import type { SpokenOf } from '../before/spoken.js';
import type { Parts, Turn } from '../turn.js';

const lead = '[刚才说的那个笔票这下我俺咱家们给帮你您都可是应该不会别没有]*';
const became = '(?:的|是|上|好|下|进去|出去|成功?|错|漏|串|重|混|反|了|啦|喽|着|到)+';
/** 记上了, 算上我了, 记的是: what is done; 记上 alone may be wished. */
const isDone = '(?:上|好|下|进去|出去|成功?)*[我俺咱]?(?:的是?|了|啦|喽|错|漏|串|重|混|反)+';
const words = '[^，,。；;]{0,14}?';
const isIt =
  '(?:吗|没有?|不|呢|(?:对不对|是不是|[对是]吧|对吗|没错吧)|多少|几(?:[个袋块元天分]|小时)?|[啥哪]|什么|哪个)[来着啊呀呢]*';
const notWrong = '(?:[，,。\\s]+[^，,。]{0,6}(?:别|莫|不要)[^，,。]{0,2}[记弄搞写][错漏混][^，,。]{0,4})?';

/** 都记上了吧 票可别记错了, 刚才记的是100不是1000吧, 没记错吧: asks whether what was done stands, whatever its words are. 记上吧 is an order. */
function asking(own = ''): RegExp {
  const done = `(?:记录?|写|登记?|录|算数?|办|弄|发${own})`;
  return new RegExp(
    `^${lead}(?:${done}(?:${became}${words}${isIt}|${isDone}${words}吧)|没有?${done}${became}${words}吧)${notWrong}[?？。!！\\s]*$`,
    'u',
  );
}

/** Of a vote 投 is said as well, of a mark 打. */
const asksNoted = { 'poll.vote': asking('|投'), 'project.rate': asking('|打'), any: asking() } as const;

/** True where what was done last is asked about and nothing else is named. */
function isAsked(last: SpokenOf | undefined, text: string): boolean {
  if (!last || [...text].length > 40 || findNumbers(text).some(({ no }) => no !== last.no)) return false;
  const asked = last.intent === 'poll.vote' || last.intent === 'project.rate' ? asksNoted[last.intent] : asksNoted.any;
  return asked.test(text.trim());
}

/** Right behind a deed a question whether it was recorded hears what stands; beside an open question it is about that. */
export async function notedAsked(parts: Parts, turn: Turn, text: string): Promise<Reply | null> {
  const together = parts.spoken.doneTogether(turn);
  if (!isAsked(together.at(-1), text) || (await openQuestion(turn))) return null;
  return { text: await allStanding(parts, turn, together) };
}

/** Who says to wait with it right behind a deed hears that it stands, and how it is taken back. */
export async function stillStanding(parts: Parts, turn: Turn, text: string): Promise<string> {
  if (putsOff(text) === null) return '';
  const named = await matterNamed(turn, text);
  // 暖气我再想想 says nothing of what was done for another matter.
  const together = parts.spoken.doneTogether(turn).filter(({ no }) => named === undefined || no === named);
  if (together.length === 0) return '';
  const stands = await allStanding(parts, turn, together);
  const last = parts.spoken.done(turn)?.intent ?? '';
  if (last === 'objection.raise') return `${stands}${objectionStays}`;
  return stands === '' ? '' : `${stands}${canBeTakenBack.test(last) ? '要收回请说“取消刚才那个”。' : ''}`;
}

/** What 取消刚才那个 takes back. */
const canBeTakenBack =
  /^(?:pledge\.(?:money|goods|labour)|poll\.vote|proposal\.open|report\.open|credit\.join)$|^funds\./u;

/**
 * A yes behind a deed, and beside it nothing but what was done: 嗯，五十; 是的，都同意; 是的，12号那个. It wishes nothing new and hears what
 * stands. Null for every other value, which is a new wish.
 */
export async function repeatsDone(parts: Parts, turn: Turn, text: string): Promise<Reply | null> {
  const { yes = '', rest = '' } =
    /^(?<yes>[^\s，,。.!！、]+)[\s，,。.!！、]+(?<rest>[^]+)$/u.exec(text.trim())?.groups ?? {};
  const together = parts.spoken.doneTogether(turn);
  // 一百，就一百: the very sum once more, and no word of more.
  const [last] = together;
  const isAgain = (slot: string): boolean => {
    const before = last?.slots?.[slot];
    const found = before === undefined ? undefined : readInside(slot, text, turn.now);
    return found?.isAll === true && found.value === before;
  };
  if (together.length === 1 && !/[再加又另也]/u.test(text) && ['amount', 'hours', 'score'].some(isAgain))
    return { text: await allStanding(parts, turn, together) };
  if (readAnswer(yes) !== 'yes') return null;
  const said = rest.replace(/^(?:我|俺|咱)?(?:们|家)*(?:[两三四五几]个|全)?都(?=.)/u, '');
  const isSaid = ({ no, slots = {} }: SpokenOf): boolean =>
    measured.some(slot => {
      const found = readInside(slot, said, turn.now);
      return found?.isAll === true && found.value === (slot === 'no' ? no : slots[slot]);
    });
  if (together.length === 0 || !(said === rest ? together.some(isSaid) : together.every(isSaid))) return null;
  return { text: await allStanding(parts, turn, together) };
}

export async function allStanding(parts: Parts, turn: Turn, together: readonly SpokenOf[]): Promise<string> {
  const lines: string[] = [];
  for (const one of together) lines.push(await standing(turn, one, parts));
  return lines.join('\n');
}

/** `已经记好了：12号您家认捐200元。` Of what is not for the group it says only that it is done. */
export async function standing(
  { unit, member, message }: Turn,
  { intent, no, slots = {} }: Pick<SpokenOf, 'intent' | 'no' | 'slots'>,
  parts?: Parts,
): Promise<string> {
  if (slots['beneficiary'] !== undefined) return `已经记好了：${no}号替那一户说的。`;
  if (intent === 'pledge.money' && member.householdId !== null) {
    const project = await unit.projects.byNo(no);
    const { promisedFen } = project ? await unit.ledger.standingOf(project.id, member.householdId) : { promisedFen: 0 };
    return promisedFen > 0 ? `已经记好了：${no}号您家认捐${yuan(promisedFen)}。` : `${no}号您家现在没有认捐。`;
  }
  const choice = message.chat.kind === 'single' ? slots['choice'] : undefined;
  const { quantity, hours, score } = slots;
  const what = {
    'poll.vote': typeof choice === 'string' ? `您家投的是${plain(sayChoice(choice), 30)}` : '您家的票',
    'proposal.support': '您家的附议',
    'project.rate': message.chat.kind === 'single' ? `您家打的${String(score)}分` : '您家打的分',
    'pledge.labour': typeof hours === 'number' ? `您家出工${hours}小时` : '您家出工',
    'pledge.goods': `您家捐${plain(String(slots['item']), 30)}${quantity === undefined ? '' : `，数量${String(quantity)}`}`,
  }[intent];
  // What an office did is told in its own words, where nobody else reads them.
  const deed = message.chat.kind === 'single' ? parts?.intents.get(intent) : undefined;
  const inWords = deed && whatOf(deed, { intent, slots: { ...slots, no } }).replace(/^(?:登记|记|办)(?=.)/u, '');
  return `已经记好了：${what === undefined ? (inWords ?? `${no}号刚才那件事`) : `${no}号${what}`}。`;
}
