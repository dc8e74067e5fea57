import { readMood } from '../../language/values/manner/mood.js';
import { remembered } from '../../language/values/manner/remembered.js';
import { findNumbers } from '../../language/values/project-numbers.js';
import { cutOut } from '../../language/values/span.js';
import type { Understanding } from '../../language/reading/understand.js';
import type { JournalLine } from '../../store/engine/journal-line.js';
import { lastLine } from '../before/last-line.js';
import type { ByName } from '../meaning/by-name.js';
import type { Reply } from '../reply.js';
import type { Parts, Turn } from '../turn.js';
import { sureFrom, type Wish } from '../wish.js';
import { Asked } from './asked.js';
import { type Concern, factOf } from './deed-facts.js';
import { likenessTo, signsIn } from './likeness.js';
import { leavesThing, standingAsked } from './standing.js';

/** What is asked of a deed that was just done, as people say it; the deed itself is left out. */
const said: Readonly<Record<Concern, string>> = {
  valid: `
    这样就行了吗 现在就生效了吗 这样就算数了吧 是不是就算成了 这就作数了 这样有效吗 算成了没 到这一步就完了吗 是不是就定了 这样就可以了吗 还要别的手续不 还用再弄啥不
    这就完事了吗 是不是马上就算 现在算不算数 已经生效了没 这样算通过了吗 就算是了吧 光这样作数吗 这个算有效了吧
    办好了没 弄好了没 办妥了吗 好了没有 弄成了吗
  `,
  change: `
    还能改吗 以后还能变不 想改主意咋办 能反悔不 要改到哪天为止 能改几次 改到什么时候 后悔了怎么办 再改一次行吗 写错了能改不 还能撤吗 能收回来不 还可以重新来吗
    改过了还能改么 过几天再改行不行 还让改不 最晚哪天还能改 能换一个不 能再变一变吗
  `,
  told: `
    他会知道吗 对方能收到通知不 他那边有没有消息 会给她发信儿吗 他们家会接到通知吗 会通知他们吗 要不要我跟他说一声 用我去告诉他不 人家晓得吗 她手机上收得到不
    他家里会有提示吗 老人那边会通知到吗 我爸那头能收到信儿不 会不会告诉那一户 那家人知不知道
  `,
  named: `
    会写我的名字吗 是匿名的吧 会不会公开我是谁 人家知道是我提的不 会露我名字不 别人看得出是我吗 会不会被人认出来 署名不 我名字会被贴出来吗 会把我说出去不 显示我是哪家吗
    会让大伙儿知道是谁提的吗 是不是实名 名字保密吧
  `,
  when: `
    几天能有回话 多久能给信 要等几天 哪天给答复 什么时候有结果 几天给个说法 要等多久 最晚啥时候 多少天回复 得几天啊 啥时候能有个结果 几时能答 多长时间能有信 限几天 一般多久回
    等到哪天 这个要多长时间 有期限吗 有没有期限 有时间限制没 限什么时候 得在哪天前办完 最晚哪天弄完 到什么时候截止 要赶在几号之前
    大概多久能修 多久能修好
  `,
  who: `
    谁来核对 找谁去核对 哪些人能核对 我自己核对行吗 谁有权确认 要谁点头 谁来批 得经过哪些人 要过几道手续才能付 归谁管 谁能签 后面谁来办 该找哪个去看 能不能我自己来核
    下一个轮到谁 要几个人同意才付 谁去验 谁来审 需要谁确认 我核对算不算 有人看吗 会有人看不 有没有人管 谁来看 谁答复我
  `,
  next: `
    接下来呢 下一步干啥 然后怎么办 后面咋走 还要我做什么 我还要干啥不 往下怎么走 之后呢 那接着做什么 现在到哪一步了 现在走到哪了 到什么阶段了 下面是什么 然后该干嘛
  `,
  where: `
    放到哪儿 东西交给谁 送给哪个 拿到哪里 什么时候送 给谁送过去 放哪合适 搬到哪去 往哪儿送 我拿给谁 送到谁那儿 搁哪里好 到时候去哪儿 在哪集合 去哪干活
  `,
  others: `
    别人还能接不 换个人弄行不 谁愿意都可以接吗 邻居能领不 我不弄了谁弄 其他人可以继续吗 让别人来行不行 旁人能替我做吗 有人接手吗 能转给别家不 那这事谁来接
  `,
  enough: `
    够了吧 够不够 还差几家 还差谁 人齐了没 够数了吗 几个人了 还缺几个 凑齐了没 还要几个人 能动手了吗 可以开始了不 人数够没 现在几个了 是不是可以干了 要几家同意 要几户同意才行
  `,
  many: `
    打分的人多吗 多少人打了 几家打了分 打的人多不多 有几户评了 参加的人多吗 跟我一样的多不多 一共多少家了 有多少人
  `,
  seen: `
    大家都能看见吧 大伙儿看得到吗 谁能看到 都看得见不 群里都知道吗 公开的吗 别家看得到不 公示出去了吗 发出去没有 发群里了吗 贴出来了没 谁都能看吧 邻居们能看见不
  `,
  again: `
    以后还能再出不 以后还能再来吗 过后还能加吗 还能再参加不 想出了还能再认吗 以后想要还能再报不 回头还能再出吗 还可以再捐吗 后面还让参加不
  `,
};

const concerns = Object.keys(said) as Concern[];
const near = likenessTo(concerns.map(concern => ({ said: said[concern].trim().split(/\s+/u) })));

/** How like a question has to be; measured in tests/talk/asked/behind-deed.test.ts. */
const needed = 0.7;
/** Longer messages say what they mean. */
const longest = 22;
const shortest = 3;

/** What asks without a word that asks by itself everywhere: 要过几道手续, 人齐了没. */
const asking = /[?？]\s*$|呢$|(?:不|没|吧|吗)[啊呀呢]*$|[几谁啥哪咋](?!都|也)|(?:什么|多[久长少])(?!都|也)/u;

/** What goes before a question, and what the thing is called that was just done. */
const lead =
  /^(?:(?:对了|那么?|请问|这个|那个|这|我|俺|的|刚才|提)[，,\s]*)*(?:(?:建议|异议|任务|纪要|公示|申请|评分|附议|认捐)(?=.{2}))?/u;

/** What such a question has to say; the rest of its words is said of much else (大家吃了吗). */
const needs: Partial<Record<Concern, RegExp>> = { seen: /看|见|知道|公开|公示|发|贴/u };

/** The concerns that words are like, the nearest first; none where they ask nothing. */
export const concernsIn = remembered((text: string): readonly Concern[] => {
  const signs = signsIn(text);
  if (signs > longest || signs < shortest) return [];
  const mood = readMood(text);
  const isAsked = mood.some(({ kind }) => kind === 'asked') || asking.test(text.trim());
  if (!isAsked || mood.some(({ kind }) => kind === 'forwarded' || kind === 'quoted' || kind === 'reported')) return [];
  return near(text.replace(lead, ''))
    .filter(({ likeness }) => likeness >= needed)
    .map(({ topic }) => concerns[topic]!)
    .filter(concern => needs[concern]?.test(text) ?? true);
});

/**
 * A short question right behind an own deed is about that deed: whether it counts already, who has to act, until when it may be changed, who
 * hears of it. What the deed says of that stands in one table (deed-facts.ts). Null for all else; nothing is done.
 */
async function deedAsked(
  parts: Parts,
  turn: Turn,
  text: string,
  { understood, line }: { readonly understood: () => Understanding; readonly line: JournalLine },
): Promise<Reply | Wish | null> {
  const tell = concernsIn(text)
    .slice(0, 2)
    .map(concern => factOf(line.deed, concern))
    .find(fact => fact !== undefined);
  if (!tell) return null;
  const { no } = line.facts;
  const [named, ...others] = new Set(findNumbers(text).map(number => number.no));
  if (others.length > 0 || (named !== undefined && named !== no)) return null;
  const { intent, confidence } = understood();
  const { binds = 'office' } = parts.intents.get(intent) ?? {};
  if (intent !== 'chat.other' && binds !== 'nobody' && confidence >= sureFrom) return null;
  const about = new Asked(parts, turn, text, typeof no === 'number' ? no : undefined);
  const words = await tell(about, line);
  if (words === null) return null;
  if (typeof words === 'object') return { ...words, sure: true, confirmed: false };
  if (typeof no === 'number') parts.spoken.note(turn, { intent: 'proposal.show', no, isDone: false });
  return { text: words };
}

/** The words without the one matter that they call by its name. */
function withoutName(named: ByName | null): { no: number; rest: string } | undefined {
  const [number, ...others] = named ? findNumbers(named.text) : [];
  return named && number && others.length === 0
    ? {
        no: number.no,
        rest: cutOut(named.text, [number]).replace(/^(?<lead>.*?)那[个件事](?:的?事儿?)?的?/u, '$<lead>'),
      }
    : undefined;
}

/** A question about what was just done or said. */
export async function behindAsked(
  parts: Parts,
  turn: Turn,
  text: string,
  {
    isBeside,
    understood,
    named,
  }: { readonly isBeside: boolean; readonly understood: () => Understanding; readonly named: ByName | null },
): Promise<Reply | Wish | null> {
  const ofThing = async (): Promise<Reply | Wish | null> =>
    standingAsked(parts, turn, text, { understood, isBeside, named: withoutName(named) });
  const line = isBeside || concernsIn(text).length === 0 ? undefined : await lastLine(parts, turn);
  if (!line) return ofThing();
  const ofTheDeed = async (): Promise<Reply | Wish | null> => deedAsked(parts, turn, text, { understood, line });
  // What the deed left behind is told whole to its owner (standing.ts); in the group first what all may hear.
  const isOfOthers = ['many', 'seen'].includes(concernsIn(text)[0] ?? '');
  const isThingFirst = turn.message.chat.kind !== 'group' && !isOfOthers && leavesThing(line.deed);
  return isThingFirst ? ((await ofThing()) ?? ofTheDeed()) : ((await ofTheDeed()) ?? ofThing());
}
