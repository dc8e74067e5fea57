import { remembered } from '../../language/values/manner/remembered.js';
import { hasMood } from '../../language/values/manner/mood.js';
import { withoutMarks } from '../../language/values/width.js';
import type { Understanding } from '../../language/reading/understand.js';
import { rememberedMs } from '../before/spoken.js';
import { toSpeaker } from '../handled.js';
import { openly, type Reply } from '../reply.js';
import type { Parts, Turn } from '../turn.js';
import { isDeed } from '../understood.js';
import { sureFrom, type Wish } from '../wish.js';
import { Asked } from './asked.js';
import { type Kind, kinds, ownThings, type Thing } from './standings.js';
import { onlyWords } from './words.js';

/** What the words of a question tell of what it is about. */
type Hint =
  | 'noted'
  | 'how'
  | 'news'
  | 'care'
  | 'checked'
  | 'passed'
  | 'left'
  | 'fetch'
  | 'paid'
  | 'voted'
  | 'marked'
  | 'given'
  | 'seconded'
  | 'ended'
  | 'come'
  | 'opinion';

/** Of a question of that kind, what it may be about. */
const about: Readonly<Record<Hint, readonly Kind[] | 'any'>> = {
  noted: 'any',
  how: 'any',
  news: ['report', 'objection', 'idea', 'binding', 'confirmed', 'proposal'],
  care: ['report', 'task', 'objection', 'idea', 'binding', 'confirmed'],
  checked: ['task'],
  passed: ['binding', 'confirmed', 'task', 'proposal'],
  left: ['money'],
  fetch: ['money'],
  paid: ['pledge'],
  voted: ['vote'],
  marked: ['mark'],
  given: ['pledge'],
  seconded: ['second', 'proposal'],
  ended: ['report', 'task', 'works'],
  come: ['report', 'money'],
  opinion: ['objection', 'idea'],
};

/** Words of a short question, and nothing else (white list); what a matter is called stands in none of them. */
const kindsOf = onlyWords<Hint | 'tell'>([
  [
    'fill',
    '找 行 手里 手上 我们家 俺们家 咱们家 我们 俺们 咱们 我家 俺家 咱家 自己 我 俺 咱 您 你们 你 他们 她们 人家 他 她 它 那 这 个 件 条 笔 份 些 事儿 事 儿 现在 目前 到底 究竟 刚才 刚刚 方才 今天 昨天 到现在 还 就 都 也 又 再 才 的 地 得 了 啦 喽 啊 呀 吧 哦 噢 哈 嗯 那么 么 吗 嘛 呢 没有 没 不 是不是 有没有 是 有 人 谁 哪位 哪个 哪家 哪里 哪儿 哪 什么 啥 怎么 咋 多少 几多 几个 几家 几 要 该 能 可以 会 让 把 给 给个 向 跟 对 上 下 好 成 在 真的 真 一共 总共 已经 应该 来着 书记 楼长 网格员 社区 物业 出纳 会计 请问 问下 一下 来 块钱 块 元 钱 帮 替 吱声 往下 过 走 进行 听说 最晚 最后 末了 到头 用',
  ],
  ['fill', '什么时候 啥时候 什么时间 几时 何时 多会儿 多久 多长时间 哪一天 哪天 几天 几号 几点'],
  ['tell', '念念 念一遍 念给我听 念 说说 讲讲 读读 报一遍 列一下'],
  ['noted', '登记 记录 记 录 算数 作数 算 写 生效 有效 成功 撤掉 撤了 取消 撤销 撤回 没了 作废'],
  ['how', '怎么样 怎样 咋样 怎么着 情况 状态 到哪一步 到哪步 到哪了 进展 什么说法 啥说法'],
  ['news', '信儿 信 消息 回音 音信 回信 答复 回复 回话 回 动静 着落 下文 结果 说法 交代'],
  ['care', '管 修 派 处理 解决 办 弄 看 去 上门 师傅 来人 接手 负责 搭理 理'],
  ['checked', '核实 查验 验 复核 核对'],
  ['passed', '通过 确认 批 绑定 绑 审核 审'],
  ['fetch', '去领 来领 领钱 领回 领'],
  ['left', '剩下 剩余 剩 结余 余下 余 多出来 退款 退回 退 找零'],
  ['paid', '交款 交 缴 付 现金 转账 转 微信 扫码 扫 打款 支付宝 晚 迟'],
  ['voted', '投票 投 票'],
  ['marked', '打分 打 评分 评 分'],
  ['given', '认捐 认 捐 出'],
  ['seconded', '附议 支持'],
  ['ended', '完工 竣工 干完 做完 弄完 完'],
  ['come', '到账 到'],
  ['opinion', '异议 意见 建议'],
]);

const sum = /(?<![\d一二两三四五六七八九十百千万])[\d一二两三四五六七八九十百千万]*[\d百千万](?:来?块钱?|元)?/gu;
/** What asks: 退不退, 谁, 几天, 念念, and an end that asks. */
const asks =
  /[?？]\s*$|[吗么嘛呢]|([^不没])[不没]\1|(?:没有?|不)[啊呀呢]*$|什么|[啥谁哪咋]|几|多[少久长会]|怎|何|是不是|有没有|念|说说|讲讲|来着|^真/u;
/** 交过了, 交晚了 behind the request for money: tells it of what the cashier has to have noted. */
const tellsPaid =
  /^(?:我|俺|咱)?(?:们)?(?:家)?(?:的)?(?:钱)?(?:都|早就?|已经|昨天|今天)*(?:交|缴|付|转)(?:过|完|上|晚|迟)*了(?:啊|呀)?$/u;

/** What only might be, and what the speaker may approve (960我能批吗), is no question of what stands. */
const supposes =
  /会不会|能不能不|可不可以不|会(?:怎|咋|如何)|回[来去家]|要是|如果|万一|假如|我(?:能|可以)批|批[得不]了/u;

interface Said {
  readonly hints: ReadonlySet<Hint>;
  /** What was done just now is told whole, each thing of it. */
  readonly isAll: boolean;
  /** 我那五百记上没有 is of money. */
  readonly isSum: boolean;
}

const sumSaid = /[\d一二两三四五六七八九][百千万]|(?:\d|十)(?:来?块|元)/u;

/** What a short question asks of the thing just spoken of; null for all else. */
const askedIn = remembered((text: string): Said | null => {
  const isSum = sumSaid.test(text);
  const bare = withoutMarks(text).replaceAll(sum, '');
  if (tellsPaid.test(bare)) return { hints: new Set(['paid']), isAll: false, isSum };
  if (!asks.test(text.trim()) || supposes.test(bare) || hasMood(text, 'forwarded', 'quoted')) return null;
  const found = kindsOf(bare);
  const hints = new Set([...(found ?? [])].filter(kind => kind !== 'tell'));
  // 我交的那二百能退不 asks what comes back.
  if (hints.has('left')) hints.delete('paid');
  return hints.size === 0 ? null : { hints, isAll: found?.has('tell') === true, isSum };
});

/** 我交的能退不，家里等着用: what is told behind a question is why it is asked, unless it wishes something. */
function firstAsked(text: string, wishes: (words: string) => boolean): string | null {
  const [, first = '', rest = ''] =
    /^([^，,。！!；;]{3,20}[吗么不呢没])[，,。！!；;\s]+([^]+)$/u.exec(text.trim()) ?? [];
  return first === '' || wishes(rest) ? null : first;
}

/** 记上了没 beside a question: it is asked of what is not recorded yet. */
export function asksNoted(text: string): boolean {
  const hints = [...text].length > 20 ? null : askedIn(text)?.hints;
  return hints?.has('noted') === true && [...hints].every(hint => about[hint] === 'any');
}

interface Setting {
  readonly understood: () => Understanding;
  readonly isBeside: boolean;
  /** The one matter that the words call by number or name, and the words without it. */
  readonly named?: { readonly no: number; readonly rest: string } | undefined;
}

/**
 * A short question about what was just said, done or answered (有人管吗这个, 真没了, 退不退, 记的啥你念念): how that thing stands now. Behind
 * nothing it is about the only thing of the speaker that its words fit. Null where there is none; nothing is done.
 */
export async function standingAsked(
  parts: Parts,
  turn: Turn,
  text: string,
  { understood, isBeside, named }: Setting,
): Promise<Reply | Wish | null> {
  if ([...text].length > 26) return null;
  const { no } = named ?? {};
  const whole = named?.rest ?? text;
  const said = askedIn(whole) ?? askedIn(firstAsked(whole, words => isDeed(parts, turn, words)) ?? '');
  if (!said) return null;
  const hints = [...said.hints];
  const isAny = hints.every(hint => about[hint] === 'any');
  if (isBeside && isAny) return null;
  const { intent, confidence } = understood();
  const { binds } = parts.intents.get(intent) ?? {};
  // 路灯那二百我不出了行不行, 路灯的两百能退不: of the matter that they name something is wished.
  const mayBeWished = no !== undefined && (binds !== 'nobody' || said.isSum);
  if (binds !== undefined && (mayBeWished || (binds !== 'nobody' && confidence >= sureFrom))) return null;
  // How money is paid is no secret; in the group everybody hears it.
  if (turn.message.chat.kind === 'group' && hints.every(hint => hint === 'paid')) return null;
  const fits = (kind: Kind): boolean => hints.every(hint => about[hint] === 'any' || about[hint].includes(kind));
  const asked = new Asked(parts, turn, text, no);
  const things = await thingsFor(asked, { fits, isAny, isAll: said.isAll && isAny, isSum: said.isSum, hints });
  const told: { thing: Thing; words: string }[] = [];
  for (const thing of things) {
    const words = await kinds[thing.kind].tell(asked, thing);
    if (words !== null && typeof words === 'object') return { ...words, sure: true, confirmed: false };
    if (words !== null) told.push({ thing, words });
  }
  const [first] = told;
  if (!first) return null;
  if (told.length === 1 && first.thing.no !== undefined)
    parts.spoken.note(turn, {
      intent: intentOf[first.thing.kind] ?? 'proposal.show',
      no: first.thing.no,
      isDone: false,
    });
  const words = told.map(one => one.words).join('\n');
  if (!told.some(({ thing }) => kinds[thing.kind].isOwn)) return { text: words };
  return toSpeaker({ ...turn, chat: turn.message.chat }, { alone: words, text: openly('事') });
}

/** A question behind the answer speaks of the same. */
const intentOf: Partial<Record<Kind, string>> = { money: 'funds.own', pledge: 'pledge.share', vote: 'ballot.own' };

interface Wanted {
  readonly fits: (kind: Kind) => boolean;
  readonly isAny: boolean;
  readonly isAll: boolean;
  readonly isSum: boolean;
  readonly hints: readonly Hint[];
}

/** Of a matter that is named its questions by what they ask. */
const ofNamed: readonly Kind[] = ['money', 'works', 'proposal'];

/** What was done last; else the matter just spoken of; else the only thing of the speaker that fits. */
async function thingsFor(asked: Asked, { fits, isAny, isAll, isSum, hints }: Wanted): Promise<readonly Thing[]> {
  const { no } = asked;
  const fitting = (await doneLately(asked)).filter(one => fits(one.kind) && (no === undefined || one.no === no));
  const ofMoney = isSum ? fitting.filter(({ kind }) => kind === 'pledge') : [];
  const recent = ofMoney.length > 0 ? ofMoney : fitting;
  if (isAll && recent.length > 0) return recent.toReversed();
  const [last] = recent;
  if (last) return [last];
  if (no !== undefined)
    return isAny
      ? []
      : ofNamed
          .filter(fits)
          .slice(0, 1)
          .map(kind => ({ kind, no }));
  const spoken = asked.parts.spoken.own(asked.turn);
  const kind = spoken ? spokenKinds.find(([intent, one]) => intent.test(spoken.intent) && fits(one))?.[1] : undefined;
  if (spoken && kind) return [{ kind, no: spoken.no }];
  // 去哪领 by itself may be of anything.
  if (isAny || hints.includes('fetch')) return [];
  for (const one of Object.keys(kinds) as Kind[]) {
    const own = fits(one) ? await ownThings(asked, one) : [];
    if (own.length > 0) return own;
  }
  return [];
}

/** What a look at a matter leaves to be asked about. */
const spokenKinds: readonly (readonly [RegExp, Kind])[] = [
  [/^(?:funds|refund)\./u, 'money'],
  [/^pledge\./u, 'pledge'],
  [/^pledge\./u, 'money'],
  [/^(?:poll|ballot)\./u, 'vote'],
  [/^progress\./u, 'works'],
  [/^proposal\./u, 'proposal'],
];

/** What a deed leaves behind, and the fact that is its number. */
const deeds: readonly (readonly [RegExp, Kind, string?])[] = [
  [/^report\./u, 'report', 'report'],
  [/^poll\.(?:vote|undo)$/u, 'vote'],
  [/^pledge\.(?:money|cancel|goods|labour|named)$/u, 'pledge'],
  [/^proposal\.support$/u, 'second'],
  [/^proposal\.(?:open|rename|withdraw)$/u, 'proposal'],
  [/^objection\.raise$/u, 'objection', 'objection'],
  [/^idea\.add$/u, 'idea', 'idea'],
  [/^member\.ask$/u, 'binding'],
  [/^member\.confirm$/u, 'confirmed'],
  [/^task\./u, 'task', 'task'],
  [/^project\.rate$/u, 'mark'],
  [/^contest\./u, 'contest'],
];

/** True where a deed leaves a thing behind that a short question is told of. */
export function leavesThing(deed: string): boolean {
  return deeds.some(([pattern]) => pattern.test(deed));
}

/** What this member did within ten minutes, the latest first, each thing once; what was said for another home is not theirs. */
async function doneLately({ turn: { unit, member, now } }: Asked): Promise<Thing[]> {
  const lines = await unit.journal.ofMember(member.userid, new Date(now.getTime() - rememberedMs));
  const things = new Map<string, Thing>();
  for (const { deed, facts } of lines.toReversed()) {
    const found = facts['proxy'] === true ? undefined : deeds.find(([pattern]) => pattern.test(deed));
    if (!found) continue;
    const [, kind, fact] = found;
    const [no, nth] = [facts['no'], fact === undefined ? undefined : facts[fact]];
    const thing = {
      kind,
      ...(typeof no === 'number' && { no }),
      ...(typeof nth === 'number' && { nth }),
    };
    const key = JSON.stringify(thing);
    if (!things.has(key)) things.set(key, thing);
  }
  return [...things.values()];
}
