import { readAnswer } from '../../language/values/manner/answers.js';
import { readMood } from '../../language/values/manner/mood.js';
import { dayWords } from '../../domain/calendar.js';
import { findNumbers } from '../../language/values/project-numbers.js';
import { whomToAsk } from '../../publish/help-words.js';
import { contacts } from '../../publish/people/contacts.js';
import type { Project } from '../../store/proposal/project.js';
import type { Reply } from '../reply.js';
import { asksDate, courtesyWords, greeting, greetingWords, timeTaken } from './small-words.js';
import { othersVote } from './speaker.js';
import { allStanding, stillStanding } from '../question/still-standing.js';
import type { Parts, Turn } from '../turn.js';

const thanks = /谢谢|多谢|感谢|谢啦|辛苦|(?<![太挺够])麻烦了|谢了/u;
const noted =
  /^(?:你|您)?(?:可|要)?(?:给|帮)?(?:我|俺|咱)?(?:都)?记(?:好|上|住|下|牢)(?:了|喽|啦|哈|没|没有|吗|啊|吧)*$|^(?:这下|这就)?(?:好|行|成|妥|办好|弄好|办成|办妥)了(?:吧|没|没有|吗|不)$/u;
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
    const all = await allStanding(parts, turn, together);
    // Who said something in between that was not understood must not believe that it was recorded.
    const isBetween = parts.spoken.unheardText(turn) !== null;
    const stands = all === '' || !isBetween ? all : `刚才那句我没听懂，没有照那句改。${all}`;
    if (thanks.test(bare)) return { text: `不客气。${stands}` };
    if (stands !== '') return { text: stands };
    if (greeting.test(bare)) return { text: greetingWords };
  }
  if (asksDate.test(bare)) return { text: `今天是${dayWords(turn.now)}。` };
  if (parts.spoken.own(turn)?.intent === othersVote) return { text: await stillOthers(turn) };
  const courtesy = courtesyWords(text) ?? (await timeTaken(turn, text));
  if (courtesy !== null) {
    const before = parts.spoken.unheardText(turn) === null ? '' : '刚才那句我没听懂，没有记任何东西。';
    return { text: `${courtesy}${before}` };
  }
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

/** What was said once more of another household's vote. */
async function stillOthers({ unit }: Turn): Promise<string> {
  const leaders = (await contacts(unit, ['building_leader'])).map(({ said }) => said).slice(0, 6);
  const who = leaders.length > 0 ? `找那一栋的楼长（${leaders.join('、')}）。` : '找楼长或网格书记。';
  return `别家的票还是没有记，口头说的不算：请他本人投，或者楼长上门收他签了名的纸票、拍照私聊发给我，另一人核对后才算。${who}`;
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
