import { yuan } from '../domain/money.js';
import { putsOff, readAnswer } from '../language/values/answers.js';
import { readMood } from '../language/values/mood.js';
import { findNumbers } from '../language/values/project-numbers.js';
import { readInside } from '../language/values/said-inside.js';
import { plain } from '../domain/plain-text.js';
import { whomToAsk } from '../publish/help-words.js';
import type { Project } from '../store/proposal/project.js';
import { sayChoice } from '../publish/poll/poll-card.js';
import type { Reply } from './reply.js';
import { othersVote } from './speaker.js';
import type { SpokenOf } from './spoken.js';
import type { Parts, Turn } from './turn.js';

const thanks = /谢谢|多谢|感谢|谢啦|辛苦|麻烦了|谢了/u;
const greeting =
  /^(?:你好|您好|大家好|早上好|上午好|下午好|中午好|晚上好|早|早安|在吗|在不在|有人吗)(?:啊|呀|哈|各位|小助手)*$/u;
const noted =
  /^(?:你|您)?(?:可|要)?(?:给|帮)?(?:我|俺|咱)?(?:都)?记(?:好|上|住|下|牢)(?:了|喽|啦|哈|没|没有|吗|啊|吧)*$|^(?:这下|这就)?(?:好|行|成|妥|办好|弄好|办成|办妥)了(?:吧|没|没有|吗|不)$/u;
/** 都记上了吧 票可别记错了, 刚才记的是100不是1000吧: asks whether what was done stands, whatever its words are. */
const asksNoted =
  /^(?:刚才|刚刚|那|那个|那笔|我的?|俺的?|咱的?|给我|你|您|都|可|这)*(?:记|写|登|办|算)(?:上|好|下|的?是)(?:了|啦|喽)?[^，,。；;]{0,14}?(?:吧|吗|没有?|不|呢|对不对|是不是)?(?:[，,。\s]+[^，,。]{0,6}(?:别|莫|不要|可别)[^，,。]{0,2}(?:记|弄|搞|写)[错漏混][^，,。]{0,4})?[?？。!！\s]*$/u;
/** These words would be a choice or an order by themselves: nothing is said of what was done before. */
const isChoice = /同意|赞成|反对|准|确定删/u;

/**
 * Words that are no deed: thanks, greetings, 对 and 嗯 hear what stands, so that nobody thinks it was lost; a question that cannot be
 * answered hears what can be, with the number; whatever else was not understood is said so, shorter the second time.
 */
export async function smallTalk(parts: Parts, turn: Turn, text: string): Promise<Reply | null> {
  const bare = text.normalize('NFKC').replaceAll(/[\s,，。.!！~～]+/gu, '');
  const isYes =
    (readAnswer(text) === 'yes' || /^[嗯哎诶唉欸哦噢]+(?:呐|哪|好|对|是|呢|啦)?$/u.test(bare)) && !isChoice.test(bare);
  const isCourtesy = [...bare].length <= 16 && (thanks.test(bare) || greeting.test(bare) || noted.test(bare) || isYes);
  const stood = isCourtesy || bare.length > 30 ? '' : await stillStanding(parts, turn, text);
  if (stood !== '') return { text: stood };
  if (isCourtesy) {
    const asked =
      isYes && turn.member.householdId === null ? await turn.unit.members.byUserid(turn.member.userid) : null;
    if (asked?.askedHouseholdId) return { text: '您的绑定申请已经转给楼长了，等楼长确认。' };
    const together = parts.spoken.doneTogether(turn);
    const all = await allStanding(turn, together);
    // Who said something in between that was not understood must not believe that it was recorded.
    const isBetween = parts.spoken.unheardText(turn) !== null;
    const stands = all === '' || !isBetween ? all : `刚才那句我没听懂，没有照那句改。${all}`;
    if (thanks.test(bare)) return { text: `不客气。${stands}` };
    if (stands !== '') return { text: stands };
    if (greeting.test(bare)) return { text: '您好，我在。有事直接说，例如“提案：东头装路灯”；能办什么发送“帮助”。' };
  }
  if (parts.spoken.own(turn)?.intent === othersVote) return { text: stillOthers };
  const about = await askedAbout(parts, turn, text);
  const who = whomToAsk(turn.member.householdId !== null);
  if (about) {
    const say = answerable(about)
      .map(words => `“${about.no}号${words}”`)
      .join('、');
    parts.spoken.isUnheardAgain(turn, text);
    return { text: `这个我答不上来，没有记任何东西。${about.no}号我能答：${say}；别的请问${who}。` };
  }
  return parts.spoken.isUnheardAgain(turn, text)
    ? { text: `这句我没听懂，没有记任何东西。请换个说法，或者问${who}。` }
    : null;
}

/** Who asks whether it was recorded, or says to wait with it, right behind a deed hears that it stands, and how it is taken back. */
async function stillStanding(parts: Parts, turn: Turn, text: string): Promise<string> {
  const isAsked = asksNoted.test(text.trim());
  const waits = !isAsked && putsOff(text) !== null;
  if (!isAsked && !waits) return '';
  const stands = await allStanding(turn, parts.spoken.doneTogether(turn));
  return stands !== '' && waits ? `${stands}要收回请说“取消刚才那个”。` : stands;
}

/** The slots whose values may be said once more. */
const sayable = ['no', 'amount', 'choice', 'hours', 'quantity', 'score', 'percent'];

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
    return { text: await allStanding(turn, together) };
  if (readAnswer(yes) !== 'yes') return null;
  const said = rest.replace(/^(?:我|俺|咱)?(?:们|家)*(?:[两三四五几]个|全)?都(?=.)/u, '');
  const isSaid = ({ no, slots = {} }: SpokenOf): boolean =>
    sayable.some(slot => {
      const found = readInside(slot, said, turn.now);
      return found?.isAll === true && found.value === (slot === 'no' ? no : slots[slot]);
    });
  if (together.length === 0 || !(said === rest ? together.some(isSaid) : together.every(isSaid))) return null;
  return { text: await allStanding(turn, together) };
}

async function allStanding(turn: Turn, together: readonly SpokenOf[]): Promise<string> {
  const lines: string[] = [];
  for (const one of together) lines.push(await standing(turn, one));
  return lines.join('\n');
}

/** What was said once more of another household's vote. */
const stillOthers =
  '别家的票还是没有记，口头说的不算：请他本人投，或者楼长上门收他签了名的纸票、拍照私聊发给我，另一人核对后才算。';

/** `已经记好了：12号您家认捐200元。` Of what is not for the group it says only that it is done. */
export async function standing(
  { unit, member, message }: Turn,
  { intent, no, slots = {} }: Pick<SpokenOf, 'intent' | 'no' | 'slots'>,
): Promise<string> {
  if (slots['beneficiary'] !== undefined) return `已经记好了：${no}号替那一户说的。`;
  if (intent === 'pledge.money' && member.householdId !== null) {
    const project = await unit.projects.byNo(no);
    const { promisedFen } = project ? await unit.ledger.standingOf(project.id, member.householdId) : { promisedFen: 0 };
    return promisedFen > 0 ? `已经记好了：${no}号您家认捐${yuan(promisedFen)}。` : `${no}号您家现在没有认捐。`;
  }
  const choice = message.chat.kind === 'single' ? slots['choice'] : undefined;
  const what = {
    'poll.vote': typeof choice === 'string' ? `您家投的是${plain(sayChoice(choice), 30)}` : '您家的票',
    'proposal.support': '您家的附议',
    'pledge.labour': '您家出工',
    'pledge.goods': '您家捐物',
  }[intent];
  return `已经记好了：${no}号${what ?? '刚才那件事'}。`;
}

/** The matter that a question is about: named in it, or just spoken of. */
async function askedAbout(parts: Parts, turn: Turn, text: string): Promise<Project | null> {
  const mood = readMood(text);
  const isAsked = /[?？]\s*$/u.test(text) || mood.some(({ kind, end }) => kind === 'asked' && end >= text.length - 1);
  if (!isAsked || mood.some(({ kind }) => kind === 'forwarded')) return null;
  const [number, ...others] = findNumbers(text);
  // 你说是不是 asks nothing; only a question with its word is about the matter that was spoken of.
  const spoken = /[啥谁哪咋几]|什么|怎么|为何|多少/u.test(text) ? parts.spoken.own(turn)?.no : undefined;
  const no = others.length > 0 ? undefined : (number?.no ?? spoken);
  return no === undefined ? null : turn.unit.projects.byNo(no);
}

/** The two questions that fit the state of the matter best. */
function answerable({ state }: Project): readonly [string, string] {
  if (state === 'voting') return ['投票情况', '什么时候截止'];
  if (state === 'pledging' || state === 'collecting') return ['还差多少', '什么时候截止'];
  if (state === 'in_progress' || state === 'rectification' || state === 'completed_pending_acceptance')
    return ['进度', '收支'];
  return ['怎么样了', '进度'];
}
