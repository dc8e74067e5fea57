import { endWords, momentWords } from '../../domain/calendar.js';
import { isInRound } from '../../domain/lifecycle.js';
import { projectName } from '../../domain/project-words.js';
import { voteSayings } from '../../domain/poll/choices.js';
import { remembered } from '../../language/values/manner/remembered.js';
import { withoutMarks } from '../../language/values/width.js';
import { onlyWords } from '../asked/words.js';
import type { Turn } from '../turn.js';
import { matterNamed } from './by-name.js';

/** Words of courtesy and of mood, and nothing else (white list). */
const kindsOf = onlyWords<'greet' | 'heard' | 'laugh' | 'praise' | 'bye'>([
  [
    'greet',
    '早上好 上午好 中午好 下午好 晚上好 早安 早啊 早呀 早 你好 您好 大家好 各位好 新年好 过年好 节日快乐 周末愉快 新年快乐 嗨 哈喽 哈啰 在吗 在不在 有人吗',
  ],
  [
    'heard',
    '算了 没事儿 没事 知道 晓得 明白 清楚 了解 收到 懂 放心 踏实 有数 心里有底 好的 好嘞 好 行 中 嗯 哦 噢 OK ok',
  ],
  ['laugh', '哈哈 哈 嘿嘿 嘿 嘻嘻 呵呵 笑死'],
  ['praise', '挺好 真好 太好 不错 厉害 给力 真棒 棒 真快 好快 真方便 点赞'],
  ['bye', '再见 拜拜 晚安 回头见 明天见'],
  [
    'fill',
    '大家伙 大家 各位 邻居们 邻居 朋友们 们 楼长 书记 你 您 我 俺 咱 这样 这下 这么 那 就 也 都 真 太 挺 了 啦 啊 呀 哇 哟 吧 呢 嘛 的 得 心里 全 已经 一 下 这 回',
  ],
]);

/** A greeting, without marks and blanks; 吃了没 is one. */
export const greeting =
  /^(?:你好|您好|大家好|早上好|上午好|下午好|中午好|晚上好|早|早安|在吗|在不在|有人吗|吃(?:饭|过)?了(?:没有?|吗|么)\??)(?:啊|呀|哈|各位|小助手)*$/u;
/** 今天几号, without marks and blanks. */
export const asksDate = /^(?:今天|今儿个?|今日)(?:都|是)*(?:几月)?(?:几号|星期几|周几|礼拜几)(?:了|啊|呀|来着)*\??$/u;

export const greetingWords = '您好，我在。有事直接说，例如“提案：东头装路灯”；能办什么发送“帮助”。';

const replies = {
  greet: greetingWords,
  praise: '谢谢，有事随时说。',
  laugh: '嗯，有事随时说。',
  bye: '再见，有事随时说。',
  heard: '好的，没有记任何东西，有事随时说。',
} as const;

/** One short fitting line for words of courtesy; null where anything else is said. */
export const courtesyWords = remembered((text: string): string | null => {
  const bare = withoutMarks(text).replaceAll(/(?:\p{Extended_Pictographic}|\uFE0F|\u200D|[、…：:()（）])/gu, '');
  // ？？ says that the answer was not understood.
  if (bare === '') return text.trim() === '' || /[?？]/u.test(text) ? null : replies.heard;
  const found = [...bare].length > 18 ? null : kindsOf(bare);
  const kind = (Object.keys(replies) as (keyof typeof replies)[]).find(one => found?.has(one));
  return kind ? replies[kind] : null;
});

/** 再考虑考虑, 先不投等儿子回来商量, 还没想好: who takes the time. */
const takesTime =
  /(?:再(?:看|说|定)|(?:月底|月初|年底|过几天|回头|到时候?|以后)再(?:看|说|定)[^，,。]{0,4})(?:吧|啦|了|呗)?[。！!]*$|再(?:考虑|想|商量|合计|琢磨|寻思|看看|等等|瞅瞅)|(?:考虑|想想|琢磨|寻思|商量|合计)(?:考虑|一下|着|呢|再)|(?:没|还没)(?:有)?(?:想好|考虑好|商量好|定主意|拿定主意|决定)|先(?:看看|等等|不投|不急|不表态|不出|缓缓)|拿不定主意|等[^，,。]{1,10}(?:商量|合计|回来)|(?:跟|和|问)[^，,。]{1,10}(?:(?:商量|合计)(?!(?:商量|合计)?[过好完了定](?!了?再))|回来)/u;

/** Nobody is pressed: until when there is time, and how it is said then. */
export async function timeTaken(turn: Turn, text: string): Promise<string | null> {
  if ([...text].length > 40 || !takesTime.test(text) || /[?？]\s*$|[吗嘛]$/u.test(text.trim())) return null;
  const { unit, now } = turn;
  const no = await matterNamed(turn, text);
  const project = no === undefined ? null : await unit.projects.byNo(no);
  const poll =
    project &&
    (await unit.polls.ofProject(project.id)).find(({ closedAt, closesAt }) => closedAt === null && now < closesAt);
  if (project && poll)
    return `不急，没有记任何东西。${projectName(project)}的表决${momentWords(poll.closesAt, now)}截止，一户一票，想好了再说，例如“${voteSayings(poll)[0]}”；截止前都能改。`;
  if (project && isInRound(project)) {
    const until = project.pledgeClosesAt ? `认捐到${endWords(project.pledgeClosesAt, now)}为止，` : '';
    return `不急，没有记任何东西。${projectName(project)}${until}出不出都由您，想好了再说。`;
  }
  return '不急，没有记任何东西。想好了再说。';
}
