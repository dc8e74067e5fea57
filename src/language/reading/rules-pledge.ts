import { chooseAmount } from '../values/amounts.js';
import {
  asks,
  bargains,
  isPast,
  isQuoted,
  jests,
  leadOf,
  namesOthers,
  supposes,
  tells,
  withoutAddress,
  type Clause,
} from './cues.js';
import { findGoods } from './rules-goods.js';
import { findLabour } from './rules-labour.js';
import type { Finding, Scene } from './scene.js';
import { amountsIn } from './sentence.js';

/** The deeds that promise something, from the ones that can mean little else to the common ones. */
export const giving =
  '认捐|认筹|认领|捐助|捐赠|捐献|捐资|捐款|捐钱|捐|出资|出钱|出|掏钱|掏|拿出来|拿出|拿|赞助|支援|资助|贡献|奉献|凑钱|凑|随|添|追加|加|追|献|助力|投入|(?<!总)投资|支持|众筹|筹|承担|交|缴|垫|包|认|报';
const filler =
  '(?:上|个|到|够|款|钱|一个|一份|:|：|整|人民币|现金|的是|的|成|为|他个|金额|是|数额|点|份|给|爱心款|一点)?';
const giveMoney = new RegExp(
  `(?<verb>${giving}|给|来|改成|改为|改到|变成|换成|记|算我|算俺|填|写)(?<done>了|过)?${filler}₥`,
  'gu',
);
const moneyGiven = new RegExp(
  `₥(?<between>(?:块钱|现金|这个|是|我|俺|咱|我们|俺们|我家|俺家|家|来|也|都|就|给)*)(?<verb>认捐|认筹|出资|出|捐|掏|拿|认|交|包)(?<done>了|过)?(?:吧|啊|哈|呀|的)*$`,
  'u',
);
const moneyAlone =
  /^(?:№)?(?:.{0,16}(?:我|俺|咱|我们|俺们|咱们)(?:家|们家|这边|这里|个人|两口子|老两口|单元|户)?(?:也|就|都|来|一样|同样|跟)*|\+|算我|算俺|加我|也)(?:一个|一份|个)?₥(?:吧|啊|哈|呀|的|元|整|钱|块钱|№|谢谢)*$/u;

/** Sums that are prices, dues or what is needed, not promises. */
const price =
  /预算|造价|费用|总价|报价|工程款|单价|户均|人均|每户|每家|每人(?!一)|一户|各家|家家|要花|得花|花了?|需要?|价格|门票|市场价|罚|工资|退休金|低保|成本|电费|水费|物业费|停车费|欠|差|剩|余额|收入|收到|入账|到账|支出|付|报销|买了|卖|赚|赔|领|补贴|奖|缺|涨|降|值|摊|利息|押金|目标|已筹|筹了|筹到|总共需|够/u;
const refusal =
  /(?:不|没|别|不想|不愿|不能|甭|不会|不用|没法|不肯|不可能|没说|凭啥|谁|不再|不打算|休想让我|别想让我)(?:让)?(?:我|俺)?(?:再|家|给|多|去)?$/u;

/** After the sum: particles, thanks, and what the money is for. */
const goodEnd =
  /^(?:吧|啊|哈|呀|的|了|呗|嘛|出来|噻|哦|喽|咯|嘞|啦|滴|元|整|钱|块钱|现金|人民币|呢|噢|罢|撒|来|得了|好了|算了|行了|中了|就是|来着)*(?:$|(?:给|用于|用来|用在|买|换|修|装|建|种|刷|铺|支持|捐|投|做|当|作为|为|到|在|帮|一起|凑|算|尽|表|意思|略|献|以|就这|就先|不多|放|先|我|俺|聊|微信|转账|明天|后天|下|今|随|你|记|登记|项目|№|众筹|认捐|款|爱心|心意|善款|赞助|份|图|讨|别嫌|也算|多了没有|再多没有|一家|一份|对|全|加|添|搞|弄|整|把|把钱|谢谢|请|麻烦|吉利|支援|大家|希望|祝|孝敬|没问题|小意思|没二话|和|跟|外加|另外|帮忙|按|现在|马上|晚上|改天|周|这|行|中|可以的|不用|匿名|实名|代|让|直接|安|打|从|转|⌂|帮衬|补|救|响应|为了|给孩子|点|是我|是俺|是一|是点|是个|共|哈))/u;
const badEnd =
  /^(?:(?:我|俺)?(?:还)?(?:得|要)(?:跟|和|问|先|再|看)|的话|够|就够|才|行不|成不|是因为|的人|的那|的都|的户|的不|都没|也没|也不|算啥|算什么|买的|换的|还(?!是)|太|不(?!多|用|含|够再|客气|成敬意)|咋|怎|有(?!一份)|多(?:了|少|吗)|少|贵|合适|也就|就行|就可|就想|起|封顶|以|左右|的事|吗|么(?!$)|呢(?!$)|没|谁|啥|什么|你|他|她|人家|能不|要不|合|中不|可不)/u;

export function findPledges(scene: Scene): Finding[] {
  const cancelled = findCancel(scene);
  // Who takes a promise back names it, and promises nothing by that.
  if (cancelled.some(({ score }) => score >= 0.85)) return cancelled;
  return [...findMoney(scene), ...cancelled, ...findGoods(scene), ...findLabour(scene)];
}

interface Deed {
  readonly score: number;
  readonly why: string;
  readonly clause: Clause;
}

function findMoney(scene: Scene): Finding[] {
  if (!/[₥¿]/u.test(scene.plain)) return findBare(scene);
  // Books are kept here, and nobody promises.
  if (
    /(?:收到|入账|到账|收款|实收|进账|支出|支付|报销|出账|付款)[^，。]{0,14}[\s，,:]*[^，。]{0,6}₥/u.test(
      scene.plain,
    ) &&
    !/认捐|认筹|[我俺](?:家)?(?:也|再|就)?(?:出|捐)/u.test(scene.plain)
  )
    return [];
  // 我跟老伴一人₥ 共₥: the pause before a total is none.
  const shared =
    /(?:我|俺|咱)[^，。]{0,14}(?:一人|每人|各|一家|每家)(?:出|认|捐)?₥[\s，,]*(?:一共|总共|共计|共|合计|拢共)(?:出|是|认|捐)?₥(?:吧|元|钱|块钱)?$/u.exec(
      scene.plain,
    );
  const correction =
    /^(?:№)?(?:打错了|说错了|写错了|错了|更正|我)*[\s，,]*不是₥[\s，,]*(?:我)?(?:家)?(?:认的|出的|捐的|报的|要出的)?是₥(?=$|[\s，,吧啊元])/u.exec(
      scene.plain,
    );
  const deeds = scene.clauses.flatMap((clause, index) => readDeed(scene, clause, index) ?? []);
  if (shared && deeds.length === 0 && !scene.asked && !scene.supposed) {
    deeds.push({
      score: scene.jested ? 0.4 : 0.9,
      why: 'pledge:total',
      clause: { text: shared[0], start: shared.index, end: scene.plain.length, asked: false },
    });
  }
  const agreed =
    /(?:^|[\s，,№])₥(?:块钱)?[\s，,]+(?:我|俺|咱)(?:们)?(?:家)?(?:来|就|也)?(?:出|认|捐|掏)(?:了|吧|啊)*$/u.exec(
      scene.plain,
    );
  if (agreed && deeds.length === 0 && !scene.asked && !scene.supposed) {
    deeds.push({
      score: scene.jested ? 0.4 : 0.88,
      why: 'pledge:sum-first',
      clause: { text: agreed[0], start: agreed.index, end: scene.plain.length, asked: false },
    });
  }
  if (correction && deeds.length === 0 && !scene.asked && !scene.jested) {
    deeds.push({
      score: 0.84,
      why: 'pledge:correction',
      clause: { text: correction[0], start: 0, end: scene.plain.length, asked: false },
    });
  }
  const [first] = deeds;
  if (!first) return [];

  const said = deeds.flatMap(({ clause }) => amountsIn(scene, clause.start, clause.end));
  // A correction or a total may stand in a clause of its own: 300，哦不，400.
  const loose = scene.clauses.filter(({ text }) =>
    /^(?:哦不|不对|不是|噢不|啊不|错了)*(?:一共|总共|共|合计|是)?(?:₥)(?:吧|元|整)?$/u.test(text),
  );
  const all = [...new Set([...said, ...loose.flatMap(({ start, end }) => amountsIn(scene, start, end))])].toSorted(
    (a, b) => a.start - b.start,
  );
  const chosen = chooseAmount(scene.text, all);
  const score = Math.max(...deeds.map(deed => deed.score));
  if (chosen?.kind !== 'exact') {
    return [
      {
        intent: 'pledge.money',
        score: Math.min(score, 0.62),
        why: `${first.why}:no-single-sum`,
        slots: { no: scene.no },
      },
    ];
  }
  const huge = chosen.fen >= 1_000_000_000;
  const slots = { amount: chosen.fen, no: scene.no };
  return [{ intent: 'pledge.money', score: huge ? Math.min(score, 0.6) : score, why: first.why, slots }];
}

/** 我要认捐, without a sum: the bot asks how much. */
function findBare({ plain, bare, asked, supposed, no }: Scene): Finding[] {
  if (asked || supposed || bare.length > 14) return [];
  const isWish =
    /^(?:№)?(?:的)?(?:我|俺|咱)?(?:家)?(?:也)?(?:想|要|来|愿意|也|报名|参与|参加)*(?:认捐|认筹|捐款|捐钱|出资|捐点钱|出点钱|出钱|出份钱)(?:№|一笔|点|些)?$/u.test(
      bare,
    );
  const isVague =
    /^(?:№)?(?:的)?(?:我|俺|咱)?(?:家)?(?:们)?(?:也|就|愿意|愿|想|要|来|先|多)*(?:认捐|认筹|捐助|捐款|捐|出资|出|掏)(?:个)?(?:很多|不少|好多|许多|一些|一点|一点点|点|些|若干|随便)(?:钱|款|现金)?$/u.test(
      bare,
    );
  return (/我|俺|咱/u.test(plain) && isVague) || (isWish && /我|俺|认捐|认筹/u.test(plain))
    ? [{ intent: 'pledge.money', score: 0.7, why: 'pledge:no-sum', slots: { no } }]
    : [];
}

function readDeed(scene: Scene, clause: Clause, index: number): Deed | null {
  const { text } = clause;
  const masked = text.replaceAll('¿', '₥');
  const isVague = masked !== text;
  if (!masked.includes('₥')) return null;
  if (isQuoted(scene.plain, clause.start, clause.end)) return null;
  const own = pattern(masked);
  if (!own) return null;

  const { after, verb, isDone } = own;
  const before = withoutAddress(own.before);
  const why = `pledge:${verb || 'sum'}`;
  const make = (score: number): Deed => ({
    score: Math.min(score, around(scene, index), isVague ? 0.6 : 1),
    why,
    clause,
  });

  if (clause.asked || refusal.test(before) || supposes(text) || bargains(after) || badEnd.test(after)) return null;
  if (
    /(?:吗|么|嘛|行不|成不|中不|可以不|够不|呢)$/u.test(text) ||
    /咋|怎么|谁|啥|什么|多少|哪|是不是|能不能|要不要|该不该|凭|几/u.test(before + after.slice(0, 8))
  )
    return null;
  if (/(?:还|退|欠|借|赔|找)(?:给|了)?(?:我|俺|咱)?$/u.test(before)) return null;
  if (price.test(before.slice(-8)) && !/奖学金|退休金|补贴.{0,3}拿/u.test(before)) return null;
  if (
    /应该|该(?!项目)|必须每|要求|规定|听说|据说|不是(?!₥)|说(?:好|是|要|出|捐)/u.test(before) &&
    !/[我俺]说(?:出|捐|认)/u.test(before)
  )
    return null;
  // 你出一万我就出一万: a bargain is no promise.
  if (/你(?![给帮好替把])[^我俺]{0,12}[我俺]|(?:出|捐|认|交|掏)[^我俺]{0,8}[我俺](?:家)?(?:们)?(?:就|才)/u.test(before))
    return null;
  // 一人出一百: what each is to give is no promise of the speaker's.
  if (/(?:一人|每人|一家|每家|一户|各家|人均)(?:也|就|先|都)?$/u.test(before) && !/[我俺咱]/u.test(before)) return null;
  if (isPast(before) && !/现在|这次|这回|改|今年|再/u.test(before)) return null;
  const lead = leadOf(before);
  if ((namesOthers(before) || tells(before)) && lead !== 'clear') {
    if (lead !== 'topic' || /说|讲|让|叫|劝|逼|催|喊|问|凭|要是|以为|像|[他她你](?:家|们)?.{0,3}$/u.test(before))
      return null;
    return make(0.84);
  }
  if (isDone && !/^(?:认捐|认筹)$/u.test(verb)) return make(/记|登/u.test(after) ? 0.8 : 0.3);
  if (isDone) return make(0.6);
  const ended = goodEnd.test(after);
  const base =
    lead === 'clear'
      ? 0.97
      : lead === 'topic'
        ? 0.9
        : /^.{0,8}$/u.test(before) && !/[我俺咱]/u.test(before)
          ? 0.66
          : 0.74;
  const weak =
    /^(?:给|来|交|缴|加|报|包|记|拿|改成|改为|改到|变成|换成|填|写|垫|追|添|支持|随)$/u.test(verb) &&
    !/[我俺咱家再]|№/u.test(before + after);
  return make(Math.min(base, ended ? 1 : 0.7, weak ? (/^(?:改|变|换|追|添|支持)/u.test(verb) ? 0.82 : 0.72) : 1));
}

interface Parts {
  readonly before: string;
  readonly after: string;
  readonly verb: string;
  readonly isDone: boolean;
}

function pattern(text: string): Parts | null {
  const found = [...text.matchAll(giveMoney)].at(-1);
  if (found) {
    const { verb = '', done } = found.groups ?? {};
    return {
      before: text.slice(0, found.index),
      after: text.slice(found.index + found[0].length),
      verb,
      isDone: done !== undefined,
    };
  }
  const turned = moneyGiven.exec(text);
  if (turned) {
    const { between = '', verb = '', done } = turned.groups ?? {};
    return {
      before: text.slice(0, turned.index) + between,
      after: '',
      verb,
      isDone: done !== undefined && !/[我俺咱]/u.test(between),
    };
  }
  if (moneyAlone.test(text)) return { before: text.slice(0, text.indexOf('₥')), after: '', verb: '', isDone: false };
  if (/^₥(?:走起|安排上?|奉上|冲|走一个|支持一?下?|支持)$/u.test(text))
    return { before: '', after: '', verb: '', isDone: false };
  return null;
}

/** How far the rest of the message lets a promise stand. */
function around({ clauses, plain, jested, noise }: Scene, index: number): number {
  if (noise) return 0.4;
  if (jested || jests(plain)) return 0.4;
  let most = plain.length > 200 ? 0.6 : 1;
  for (const [at, { text, asked }] of clauses.entries()) {
    if (at === index) continue;
    if (at > index && (bargains(text) || (asked && text.length <= 8 && !/你们|大家|谁/u.test(text))))
      most = Math.min(most, 0.35);
    if (
      at > index &&
      /前提|条件是|但得|但要|但必须|除非|只要|要是|如果|的话|才(?:行|出|算|给)|先(?:看|公示|公开|给我看|拿)|不(?:公示|公开|开票).{0,6}(?:不|别)/u.test(
        text,
      )
    )
      most = Math.min(most, 0.4);
    if (at > index && /(?:凭啥|凭什么|开玩笑|你信吗|谁信|才怪|想得美|门都没有|没门|做梦)/u.test(text))
      most = Math.min(most, 0.3);
    if (
      at < index &&
      (supposes(text) ||
        /(?:说|喊|讲|问|叫)$/u.test(text) ||
        (asks(text) && text.length > 6 && /谁|凭啥|凭什么/u.test(text)))
    )
      most = Math.min(most, 0.45);
    if (at < index && /^(?:就算|即使|哪怕|除非|等)/u.test(text)) most = Math.min(most, 0.4);
  }
  return most;
}

const undo =
  '取消|撤销|撤回|撤了|撤掉|撤|收回|退了|退掉|退出|退(?!休|伍|钱|款)|作废|不算数|不作数|删了|删掉|划掉|去掉|抹掉|注销|解除';
const promise =
  '认捐|认筹|认的|报的|捐的|出的|许的|答应的|承诺|捐款|出工|捐赠|出力|报名|认领|钱|₥|说出|说捐|说要出|说好的|名额|义务工|工时|工';
const backOut =
  /(?:出|捐|拿|认|干|去|来|参加|帮)不(?:了|成|出来)了?|不(?:出|捐|认|拿|凑|掏|干|去|参加)了|不(?:打算|想|准备)再?(?:出|捐|认)了|反悔|后悔了|变卦/u;
const cancelPattern = new RegExp(`(?:${undo}).{0,14}(?:${promise})|(?:${promise}).{0,18}(?:${undo})`, 'u');

function findCancel(scene: Scene): Finding[] {
  const { plain, clauses, asked, jested, noise } = scene;
  const backs = backOut.test(plain);
  const undone = cancelPattern.test(plain);
  if (!undone && !backs) return [];
  if (/提案|提议|建议|投票|表决|兑换/u.test(plain) && !/认|捐|出工|出的|₥/u.test(plain)) return [];
  const clause =
    clauses.find(({ text }) => new RegExp(undo, 'u').test(text)) ?? clauses.find(({ text }) => backOut.test(text));
  if (!clause) return [];
  const before = clause.text;
  const owns = /[我俺咱]|本人|之前|上次|原来|昨天|刚才|前面/u.test(plain);
  const told =
    namesOthers(plain.replace(/[你您](?:给|帮|替)/gu, '')) &&
    !/^(?:我|俺|咱|№)/u.test(clauses[0]?.text ?? '') &&
    !/请|麻烦|小助手/u.test(plain);
  if (
    clause.asked ||
    /(?:吗|么|不|没)$/u.test(clause.text) ||
    /怎么|咋|如何|能不能(?!帮|给)|可以.{0,6}吗|能.{0,8}吗|几时|何时|多久|谁|别(?:取消|撤|退)|不(?:撤|退|取消)|没(?:撤|退|取消)|凭啥|为啥|为什么|啥时候|什么时候/u.test(
      plain,
    )
  )
    return [];
  const clean = told
    ? 0.4
    : undone && owns
      ? 0.95
      : undone
        ? 0.86
        : owns && /之前|原来|报的|认的|说的?出|说的?捐|答应|那[₥份个]|的[₥]|₥/u.test(plain)
          ? 0.88
          : owns && /不(?:出|捐|认|凑|掏)了|反悔|变卦/u.test(plain)
            ? 0.66
            : 0.5;
  const score = Math.min(clean, jested || noise || supposes(before) ? 0.4 : 1, asked && clean < 0.9 ? 0.6 : 1);
  return [{ intent: 'pledge.cancel', score, why: undone ? 'cancel:undo' : 'cancel:back-out', slots: { no: scene.no } }];
}
