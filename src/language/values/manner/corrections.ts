import { remembered } from './remembered.js';
import { foldWidth } from '../width.js';

/** What a member says of what was said or done just before, without naming it. */
export type Correction =
  /** 改成三百, 不是三十是五十, 打错了是反对: the words that stand in the place of others; 工我出一天吧: of the work, and of nothing else. */
  | { readonly kind: 'change'; readonly to: string; readonly from?: string; readonly of?: 'labour' | 'money' }
  /** 写错了, without what would be right; 多打了个零 says how much too much it was. */
  | { readonly kind: 'wrong'; readonly factor?: number }
  /** 再加十块. */
  | { readonly kind: 'add'; readonly what: string }
  /** 刚才那个取消, 算了不出了; 取消取消，手滑 names nothing and is read back; 去不了了 speaks of an offer of work only. */
  | { readonly kind: 'cancel'; readonly isLoose?: true; readonly of?: 'pledge.labour' }
  /** 等等，先不发了: what was just begun before all is to wait. */
  | { readonly kind: 'stop' }
  /** 给我匿名, and taken back: 不用匿名了. */
  | { readonly kind: 'unnamed' }
  | { readonly kind: 'named' }
  /**
   * 同上, 我也一样, 跟老王一样: the same again, perhaps for another number, or the same as `who` did. 我也出 and 我也同意 (`did`) may stand
   * by themselves as well.
   */
  | { readonly kind: 'same'; readonly words: string; readonly who?: string; readonly did?: string };

const end = '(?:吧|了|的|啊|呀|哈|哦|谢谢|麻烦|一下)*$';
const gap = '[，,。!！、:：\\s]*';
/** Sighs that stand before a correction and are none by themselves. */
const sigh = `(?:(?:坏了|糟了|哎呀?|唉呀?|哎哟|诶|哦|噢|喔|啊呀?|嗯|呃|等等|等一?下|慢着)${gap}){0,3}`;
const mistaken =
  '(?:我|俺|刚才|刚刚)?(?:打|说|写|弄|搞|选|记|报|填|输|按|点|发|投|看|听|算)(?:错|岔|混|串|反|花眼)(?:人|户|家|门|房号|门牌|单元|楼|字)?(?:了|啦)?';
const nought = '(?:我|俺|刚才)?(?<much>[多少漏])(?:打|写|按|输|说|报|记|加|敲)了?(?:一?个)?[零0]';
const sorry = `(?:${sigh}(?:(?:哎呀?|哦|噢|(?:不对|错了){1,3}|不好意思|对不起|抱歉|${mistaken}|更正(?:一下)?|改一下|口误|手滑了?|${nought.replace('?<much>', '')}了?|[多少](?:打|写|按|报|记|说)了(?=[，,。!！\\s]))${gap}){1,4})`;
const value = '(?<to>[^，,。;；!！?？]{1,20}?)';
const before = '(?:那|还是|就|对了|算了|要不|不如|我看)*[，,\\s]*';
const hidden =
  '(?:匿名|隐名|不留名|(?:别|不要|不用|不想)(?:写|署|留|记|露|公开|公布|公示|登)(?:我|俺|我家)?(?:的)?(?:名字?|姓名|大名)?)';
/** Why somebody wants it: a white list of how such a reason begins, so that no other wish is lost behind it. */
const because =
  '(?:[，,。\\s]+(?:我|俺|咱)?(?:主要|就)?(?:是)?(?:不想|不愿|不图|省得|免得|怕|低调|不好意思|别让|人家|做好事|没必要)[^，,。;；\\d]{0,20})?';
/** How it came about that was done what nobody meant. */
const slip =
  '(?:我|俺|刚才|刚刚|是)?(?:手滑|手抖|手快|手误|误[点触按发]|误操作|不小心|[按点打发]错|多[按点]|乱[按点]|(?:小孩|孩子|孙子|孙女|娃)(?:瞎|乱)?(?:[按点玩发])?)[^，,。;；\\d]{0,8}';
/** Who speaks: 我也一样, 俺家同样. */
const own = '(?:(?:我|俺|咱|本人)(?:们)?(?:家)?)';
/** What leads to a change of mind: 想了想, 考虑再三, 跟家里商量了一下. */
const thought =
  '(?:(?:我|俺|咱)?(?:回头|回家|刚才|昨晚)?(?:又|再|仔细)?(?:想了?想|想来想去|想了(?:一下|半天|一晚上?)|思来想去|(?:再三)?考虑(?:了|再三|一下|半天)*|(?:寻思|琢磨|合计|掂量)(?:了|来|去|半天|一下|寻思|琢磨)*|(?:跟|和)[\\p{Script=Han}]{1,6}商量(?:了|过|一下)*))';
const rethink =
  '(?:(?:再|还是|先|容我|让我)*(?:想想?|寻思|考虑|琢磨|合计|商量|掂量|看看)(?:寻思|考虑|琢磨|一下|再说|想)*)';
const takeBack = '(?:取消|撤回|撤销|撤|收回|作废|不算数?)(?:掉|了|吧|一下)*';
/** 不好意思啊各位 says nothing else. */
const onlySorry =
  /^(?:实在|真的?|太)?(?:不好意思|对不起|对不住|抱歉)(?:[啊哈呀了哦嘛，,。.!！~\s]|各位|大家|大伙|邻居们?|大哥|大姐|小助手)*$/u;
const patterns: readonly (readonly [RegExp, (groups: Readonly<Record<string, string | undefined>>) => Correction])[] = [
  [/^(?:请|麻烦)?(?:撤回|撤销|撤了|作废|不作数)(?:吧|啊|了|哈)*$/u, () => ({ kind: 'cancel' })],
  // 哎不对俺再寻思寻思先别算俺的.
  [
    new RegExp(
      `^${sigh}(?:不对|错了|算了)?${gap}(?:我|俺|咱)?(?:${rethink}${gap})?(?:那)?(?:我|俺)?(?:的)?(?:先|暂时|都)*(?:别|不|甭|莫)(?:要|用)?(?:算|记|作)(?:上|数|我|俺|咱|们|家|的|这|那|票|笔|了|吧|先|在内|进去){1,6}$`,
      'u',
    ),
    () => ({ kind: 'cancel', isLoose: true }),
  ],
  [
    new RegExp(`^${sigh}${takeBack}(?:${gap}${takeBack})*(?:${gap}${slip})?$`, 'u'),
    () => ({ kind: 'cancel', isLoose: true }),
  ],
  [
    new RegExp(
      `^${sigh}(?:${gap}(?:我|刚才|是)?(?:手滑|手抖|误[点触按]|不小心[按点发]|[按点发]错|(?:小孩|孩子|孙子|孙女|娃)(?:瞎|乱)?[按点玩发]))(?:了|的|啦|按的|点的)*(?:${gap}(?:${takeBack}|不算))?$`,
      'u',
    ),
    () => ({ kind: 'cancel', isLoose: true }),
  ],
  // 报错了 撤了吧.
  [new RegExp(`^${sigh}${mistaken}(?:了|啦)*${gap}${takeBack}$`, 'u'), () => ({ kind: 'cancel', isLoose: true })],
  [
    new RegExp(`^${sigh}${nought}(?:了|啦)*$`, 'u'),
    ({ much }) => ({ kind: 'wrong', factor: much === '多' ? 0.1 : 10 }),
  ],
  // 坏了多打个0，人家就先给了20: the sum that is right stands behind.
  [
    new RegExp(
      `^${sigh}${nought.replace('?<much>', '')}(?:了|啦)*[，,。\\s]+[^\\d，,。]{0,12}?(?<to>[\\d零一二两三四五六七八九十百千万]+(?:元|块钱?)?)(?:吧|了|啊)*$`,
      'u',
    ),
    ({ to = '' }) => ({ kind: 'change', to }),
  ],
  // 我说串了，同意的是15号路灯那个，12号先别给我算: the number that is right, and what is said of the other.
  [
    new RegExp(
      `^${sorry}(?:我|俺)?(?:同意|反对|弃权|投|出|捐|认|说|指|要|附议)的?(?:应该)?是第?(?<to>[\\d零一二三四五六七八九十百]{1,6}号)(?:项目|提案)?[^\\d，,。]{0,8}(?:[，,。\\s]+.{0,24})?$`,
      'u',
    ),
    ({ to = '' }) => ({ kind: 'change', to }),
  ],
  [new RegExp(`^${sigh}(?:(?:${mistaken}|错了|不对|口误)${gap})+(?:了|啦|啊|吧)*$`, 'u'), () => ({ kind: 'wrong' })],
  [
    /^(?:那|对了)?(?<of>工|出工|工时|活儿?|干活|钱)(?:的事)?[，,]?(?:我|俺|咱|我家)?(?:还是|就)?(?:改成|改为|改|出|干|来|要)?(?<to>[\d零一二两俩三四五六七八九十百千半几]+(?:个?(?:半天|天|小时|钟头|上午|下午|工)半?|元|块钱?|钱)?)(?:吧|了|好了)*(?:[，,]\s*(?:钱|工|别的|其他的?|其它的?)(?:都)?(?:还是)?(?:不变|照旧|不动))?$/u,
    ({ of, to = '' }) => ({ kind: 'change', to, of: of === '钱' ? 'money' : 'labour' }),
  ],
  [
    new RegExp(
      `^${sorry}?(?:是|应该是)?不是(?<from>[^，,。;；!！?？]{1,16}?)[，,\\s]*(?:而是|应该是|应该|该是|是|要)${value}${end}`,
      'u',
    ),
    ({ from, to = '' }) => ({ kind: 'change', to, ...(from ? { from } : {}) }),
  ],
  [
    new RegExp(
      `^(?:${sorry}?(?:是|应该是|应该|该是)|${sorry})(?<to>[^，,。;；!！?？]{1,16}?)[，,\\s]*(?:不是|而不是)(?<from>[^，,。;；!！?？]{1,16}?)${end}`,
      'u',
    ),
    ({ from, to = '' }) => ({ kind: 'change', to, ...(from ? { from } : {}) }),
  ],
  // 把我名字去了 改成匿名的.
  [
    /^(?:那|还是|就|你|麻烦|请)*(?:把|给|帮)?(?:我|俺|咱)(?:们)?(?:家)?(?:的)?(?:名字?|姓名|大名)(?:给)?(?:去|划|抹|拿|删|隐|遮|藏|撤)(?:掉|了|去|起来)*(?:[，,。\s]*(?:改成|改为|改|换成|要|就)?(?:匿名|隐名|不留名)(?:的)?)?(?:吧|了|哈|啊)*$/u,
    () => ({ kind: 'unnamed' }),
  ],
  [
    /^(?:那|还是|就|给我|帮我)*(?:改成|改为|改|换成)(?:匿名|隐名|不留名)(?:的)?(?:吧|了|好了)*$/u,
    () => ({ kind: 'unnamed' }),
  ],
  [
    new RegExp(
      `^(?:${sigh}|${sorry})?(?:把)?(?:刚才(?:那个|的)?|那个|它|数量?|金额|票|我的?)?(?:改成|改为|改到|换成|变成|改|调成|更正为)${value}${end}`,
      'u',
    ),
    ({ to = '' }) => ({ kind: 'change', to }),
  ],
  [
    new RegExp(`^${sorry}(?:是|应该是|应该|要|应为|应当[是为]|应是|正确的?[是为]|实际(?:上)?是)?${value}${end}`, 'u'),
    ({ to = '' }) => ({ kind: 'change', to }),
  ],
  [
    new RegExp(
      `^(?:我|那|那就|那我|就)?(?:再|还要|另外再|多)(?:加|添|追加|来|捐|出)(?<what>[^，,。;；!！?？]{1,16}?)${end}`,
      'u',
    ),
    ({ what = '' }) => ({ kind: 'add', what }),
  ],
  [
    /^(?:麻烦|请|帮我|给我|把|我)*(?:刚才|刚刚|刚|上面|上一|前面)(?:我)?(?:那|这)?(?:一)?(?:个|条|笔|件|票|次)?(?:说的|的|记的|提的)?(?:认捐|提案|事儿?|票|附议|话)?(?:给我|帮我|都|先|就)*(?:取消|撤回|撤销|撤了|撤掉|不算|作废|删了|删掉|不要了|算了|勾了|勾掉|划了|划掉|抹了|抹掉)(?:掉|吧|了|去|一下)*$/u,
    () => ({ kind: 'cancel' }),
  ],
  // 给俺勾了去, 把我那笔划掉: struck out, as from a list on paper.
  [
    /^(?:麻烦|请)?(?:你)?(?:给|帮|替|把)(?:我|俺|咱)(?:们|家)?(?:的)?(?:那|这)?(?:个|条|笔|份|名字)?(?:都|先|就|给)?(?:勾|划|抹|涂|拿|除|删|销)(?:掉|了|去|下来|下去)+(?:吧|了|哈|啊)*$/u,
    () => ({ kind: 'cancel' }),
  ],
  [
    /^(?:麻烦|请|帮我|给我|我要|我想)*(?:取消|撤回|撤销|撤掉|作废|删掉)(?:刚才|刚刚|上面|上一|前面)(?:我)?(?:那|这)?(?:一)?(?:个|条|笔|件|票|次)?(?:说的|的|记的)?(?:认捐|提案|事儿?|票|附议|话)?(?:吧|了|一下)*$/u,
    () => ({ kind: 'cancel' }),
  ],
  [
    /^(?:算了吧?|罢了|拉倒吧?|得了吧?|唉|哎|那)?[，,\s]*(?:我|我家|我们家?|俺)?(?:还是|就|先|又)?不(?:出|捐|认捐|认|提|报名?|去|干|要|来)(?:钱)?了(?:吧|哈|啊)?$/u,
    () => ({ kind: 'cancel' }),
  ],
  // 想了想，我不想出了; 嗯，就是不出了.
  [
    new RegExp(
      `^(?:算了|罢了|唉|哎|那|嗯+|对|是|好吧)?${gap}(?:${thought}${gap})?(?:我|我家|我们家?|俺|咱)?(?:还是|就是|真的?|就|先|也)*不(?:想|打算|准备|愿意?|要)?(?:再)?(?:出|捐|认捐|认)(?:这个?|那个?)?(?:钱)?了(?:吧|哈|啊)?$`,
      'u',
    ),
    () => ({ kind: 'cancel', isLoose: true }),
  ],
  // 不玩了 tells of what was begun, and not in so many words that it is taken back.
  [
    /^(?:算了吧?|罢了|拉倒吧?|得了吧?|唉|哎|那)?[，,\s]*(?:我|我家|我们家?|俺|咱)?(?:还是|就|先|又|可)?不(?:玩|弄|搞|参加|掺和|凑热闹)了(?:吧|哈|啊|呀)*$/u,
    () => ({ kind: 'cancel', isLoose: true }),
  ],
  [
    /^(?:我|俺)?(?:那天|又|可能)?(?:去|来|干)不(?:了|成)了?(?:吧|啊|哈|，?(?:不好意思|抱歉|对不起))*$/u,
    () => ({ kind: 'cancel', of: 'pledge.labour' }),
  ],
  [
    new RegExp(
      `^${before}(?:请|麻烦)?(?:给|帮|替)?(?:我|我家|俺)?(?:的)?(?:那笔|那个|那份)?(?:的)?(?:要|想|就|得|用)?${hidden}(?:吧|了|哈|的)*${because}$`,
      'u',
    ),
    () => ({ kind: 'unnamed' }),
  ],
  [
    new RegExp(
      `^${before}(?:给|帮|替)?(?:我|我家|俺)?(?:的)?(?:(?:不|别|甭|不用|不要|不想|不必|不需要|用不着|取消|撤销|去掉)(?:再)?(?:匿名|隐名|不留名)|(?:匿名|隐名)(?:就)?(?:不用|不必|不要|算了|取消)|(?:改)?实名|留名|署名|(?:写|留|署|公开|写上|留下)(?:我|俺|我家)?的?(?:名字?|姓名|大名))(?:了|吧|啦|好了)*$`,
      'u',
    ),
    () => ({ kind: 'named' }),
  ],
  [
    /^(?:(?:哎呀?|唉|等等|等一?下|等会儿?|慢着|慢点|停|打住|先别急)[，,。!！\s]*)*(?:先|暂时|暂且|还是先)?(?:不|别|甭|莫)(?:要|急着|忙)?(?:发|投|公示|发布|公布|开始|通知|开)(?:出去|起来|布)?(?:了|吧|啊|呢)*(?:[，,。!！\s][^]*)?$/u,
    () => ({ kind: 'stop' }),
  ],
  [
    new RegExp(
      `^(?<words>.{0,12}?)(?:同(?:上|楼上)|\\+1|加一|也一样|(?<=^)一样|${own}?也?跟(?:上|一个|一份)?(?=$)|${own}(?:也|都|就)*(?:是|一样|同样|照样|跟上|跟(?:他|她|上面|楼上|前面)?走)(?:一份|的)?|${own}?也?(?:[和跟同照]|按照?)(?<who>他们?|她|上面|楼上|前面|刚才|(?!回单|单子|账单?|流水|银行|照片|原件|纸|图)[\\p{Script=Han}]{2,4})(?:的|家)?(?:那个|那家)?(?:一样(?:出|投|捐|认)?|同样|(?:出|投|捐|认)一样(?:的|多)?))(?:吧|的|哈|了|啊|呀|多|数|个数)*$`,
      'u',
    ),
    ({ words = '', who }) => ({ kind: 'same', words, ...(who ? { who } : {}) }),
  ],
  [
    new RegExp(
      `^(?<words>.{0,12}?)${own}也(?:要|来|给)?(?<did>出|捐|认|投|来|算|同意|赞成|支持|反对|弃权|附议|报名|参加)(?:上|了)?(?:一份|一样的?|这么多|那么多|这个数?|同样的?)?(?:吧|的|哈|了|啊|呀)*$`,
      'u',
    ),
    ({ words = '', did = '' }) => ({ kind: 'same', words, did }),
  ],
];

/** ❌❌撤了, 手滑😂改反对: little pictures among the words say nothing by themselves. */
const pictures = /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\ufe0f)+/gu;

/** What is put behind a correction and changes nothing of it. */
const aside =
  /(?<![，,。.!！~、\s])(?:[，,。.!！~、\s]+(?:别笑(?:话)?(?:我)?|不好意思|抱歉|对不起|谢谢(?:啊|了)?|多谢|麻烦(?:了|你了|您了)?|辛苦(?:了|啦)?|(?:别的|其他|其它|其余)的?(?:都)?(?:不变|照旧|不动)|眼花了?|手快了|哈+|嘿+|呵+))+[。.!！~]*$/u;

/**
 * Reads a correction or a pronoun: a whole message that means something only after what went before it. Null for everything
 * that stands by itself, as 2号改成300 does, which names its matter.
 */
export const readCorrection = remembered((text: string): Correction | null => {
  const said = foldWidth(text).replaceAll(pictures, ' ').trim();
  if (said.length > 40 || onlySorry.test(said)) return null;
  const plain = said.replace(/(?<![。.!！~\s])[。.!！~\s]+$/u, '').replace(aside, '');
  for (const [pattern, make] of patterns) {
    const found = pattern.exec(plain);
    if (found) return make(found.groups ?? {});
  }
  return null;
});
