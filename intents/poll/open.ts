import { momentWords } from '../../src/domain/calendar.js';
import { plain } from '../../src/domain/plain-text.js';
import {
  defineIntent,
  type Field,
  flag,
  list,
  moment,
  oneOf,
  optional,
  freeProjectNo,
  words,
} from '../../src/talk/intent.js';
import { movePoll } from '../../src/operations/poll/move-poll.js';
import { openPoll } from '../../src/operations/poll/open-poll.js';
import { pollCard } from '../../src/publish/poll/poll-card.js';
import { electorateWords } from '../../src/publish/poll/poll-notice.js';

const asksSomething = /[?？]|[吗呢]|是否|要不要|好不好|还是|什么|啥|哪|怎么|咋|几|多少|谁|([\p{Script=Han}])不\1/u;

/** 咱就发起表决吧 asks nothing. */
const onlyOpens =
  /^(?:那|就|咱们?|我们|大家|可以|现在|今天|开始|赶紧|把|来|这个?|事|了|吧|该|要|一下|个|发起|表决|投票?|公示满?){1,12}$/u;

/** What is asked of a matter's plan is whether it is agreed to, unless a question was really asked, or options were named. */
function questionOf({ no, question, options }: Readonly<Record<string, unknown>>): string | undefined {
  if (typeof question !== 'string' || onlyOpens.test(question)) return undefined;
  return no === undefined || Array.isArray(options) || asksSomething.test(question) ? question : undefined;
}

/** A matter brings its own question. */
const isOfNoMatter: Field['isShown'] = async (_, { no }) => no === undefined;
const [asked, named] = [words('请问要表决什么？', 100), list('请问有哪些选项？')];

export default defineIntent({
  phrases: ['发起投票', '发起表决'],
  slots: {
    no: freeProjectNo,
    question: optional({ ...asked, field: { ...asked.field, isShown: isOfNoMatter } }),
    options: optional({ ...named, field: { ...named.field, isShown: isOfNoMatter } }),
    deadline: optional(moment),
    track: optional(
      oneOf('', ['owners_ordinary', 'owners_major', 'unanimous'] as const, [
        ['owners_ordinary', '业主共同决定'],
        ['owners_major', '业主共同决定重大事项'],
        ['unanimous', '全体同意'],
      ]),
    ),
    many: optional({ ...flag, field: { ...flag.field, isShown: isOfNoMatter } }),
    /** The end of the poll that was opened just now is another one. */
    moves: optional({ ...flag, field: { ...flag.field, isOnAsk: true } }),
  },
  permission: 'poll.open',
  binds: 'public',
  help: {
    title: '发起表决',
    say: '12号项目发起表决，周日晚八点截止',
    more: '也可以说“发起投票：楼道刷什么颜色，选项白色、米黄，明晚八点截止”；可以多选的在句子里写明可多选',
  },
  readBack: slots => {
    const { no, options, deadline, moves } = slots;
    const question = questionOf(slots);
    const end = typeof deadline === 'string' ? momentWords(new Date(deadline)) : '';
    if (moves) return `把${no ? `${String(no)}号` : '刚才发起的'}表决的截止时间改到${end}`;
    const about = typeof question === 'string' ? `“${plain(question, 40)}”` : '';
    const choices = Array.isArray(options) ? `，选项：${options.map(one => plain(String(one), 20)).join('、')}` : '';
    return `发起${no ? `${String(no)}号` : ''}表决${about}${choices}${end ? `，${end}截止` : ''}`;
  },
  async handle({ unit, member, slots: { moves, ...slots }, now }) {
    if (moves) {
      const poll = await movePoll(unit, { member, ...slots });
      return {
        text: `${poll.no}号表决的截止时间已改到${momentWords(poll.closesAt, now)}，群里重新通知了。`,
        card: pollCard(poll, { now }),
      };
    }
    const { poll } = await openPoll(unit, { member, ...slots, question: questionOf(slots) });
    return {
      text: `${poll.no}号表决已发起，${electorateWords(poll)}。点下面的卡片就能投。`,
      card: pollCard(poll, { now }),
    };
  },
});
