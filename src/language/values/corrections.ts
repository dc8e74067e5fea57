import { foldWidth } from './width.js';

/** What a member says of what was said or done just before, without naming it. */
export type Correction =
  /** 改成三百, 不是三十是五十, 打错了是反对: the words that stand in the place of others. */
  | { readonly kind: 'change'; readonly to: string; readonly from?: string }
  /** 再加十块. */
  | { readonly kind: 'add'; readonly what: string }
  /** 刚才那个取消, 算了不出了; 去不了了 speaks of an offer of work only. */
  | { readonly kind: 'cancel'; readonly of?: 'pledge.labour' }
  /** 给我匿名. */
  | { readonly kind: 'unnamed' }
  /** 同上, 我也一样: the same again, perhaps for another number. */
  | { readonly kind: 'same'; readonly words: string };

const end = '(?:吧|了|的|啊|呀|哈|哦|谢谢|麻烦了?|一下)*$';
const sorry =
  '(?:(?:哎呀?|哦|噢|(?:不对|错了){1,3}|不好意思|对不起|抱歉|(?:我|俺)?(?:打|说|写|弄|点|按|投|选|报)错了?|更正(?:一下)?|改一下|口误|手滑了?)[，,。!！:：\\s]*)';
const value = '(?<to>[^，,。;；!！?？]{1,20}?)';
const patterns: readonly (readonly [RegExp, (groups: Readonly<Record<string, string | undefined>>) => Correction])[] = [
  [
    new RegExp(
      `^${sorry}?(?:是|应该是)?不是(?<from>[^，,。;；!！?？]{1,16}?)[，,\\s]*(?:而是|应该是|应该|该是|是|要)${value}${end}`,
      'u',
    ),
    ({ from, to = '' }) => ({ kind: 'change', to, ...(from ? { from } : {}) }),
  ],
  [
    new RegExp(
      `^${sorry}?(?:是|应该是|应该|该是)(?<to>[^，,。;；!！?？]{1,16}?)[，,\\s]*(?:不是|而不是)(?<from>[^，,。;；!！?？]{1,16}?)${end}`,
      'u',
    ),
    ({ from, to = '' }) => ({ kind: 'change', to, ...(from ? { from } : {}) }),
  ],
  [
    new RegExp(
      `^${sorry}?(?:把)?(?:刚才(?:那个|的)?|那个|它|数量?|金额|票|我的?)?(?:改成|改为|改到|换成|变成|改|调成|更正为)${value}${end}`,
      'u',
    ),
    ({ to = '' }) => ({ kind: 'change', to }),
  ],
  [new RegExp(`^${sorry}(?:是|应该是|应该|要)?${value}${end}`, 'u'), ({ to = '' }) => ({ kind: 'change', to })],
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
    /^(?:算了|罢了|唉|哎|那)?[，,\s]*(?:我|我家|我们家?|俺)?(?:还是|就|先|又)?不(?:出|捐|认捐|认|提|报名?|去|干|要|来)(?:钱)?了(?:吧|哈|啊)?$/u,
    () => ({ kind: 'cancel' }),
  ],
  [/^(?:请|麻烦)?(?:撤回|撤销|撤了|作废|不作数)(?:吧|啊|了|哈)*$/u, () => ({ kind: 'cancel' })],
  [
    /^(?:我|俺)?(?:那天|又|可能)?(?:去|来|干)不(?:了|成)了?(?:吧|啊|哈|，?(?:不好意思|抱歉|对不起))*$/u,
    () => ({ kind: 'cancel', of: 'pledge.labour' }),
  ],
  [
    /^(?:请|麻烦)?(?:给|帮|替)?(?:我|我家|俺)?(?:的)?(?:那笔|那个|那份)?(?:的)?(?:要|想|就|得|用)?(?:匿名|隐名|不留名|(?:别|不要|不用|不想)(?:写|署|留|记|露|公开|公布|公示|登)(?:我|俺|我家)?(?:的)?(?:名字?|姓名|大名)?)(?:吧|了|哈|的)*$/u,
    () => ({ kind: 'unnamed' }),
  ],
  [
    /^(?<words>.{0,12}?)(?:同上|(?:我|俺|我家|我们家?)(?:也)?(?:一样|同样|跟上|照样)|(?:我|俺|我家)也是|(?:和|跟)(?:他|她|上面|楼上|前面|刚才)(?:的)?(?:那个)?一样|\+1|也一样)(?:吧|的|哈|了)*$/u,
    ({ words = '' }) => ({ kind: 'same', words }),
  ],
];

/**
 * Reads a correction or a pronoun: a whole message that means something only after what went before it. Null for everything
 * that stands by itself, as 2号改成300 does, which names its matter.
 */
export function readCorrection(text: string): Correction | null {
  const plain = foldWidth(text)
    .trim()
    .replace(/(?<![。.!！~\s])[。.!！~\s]+$/u, '');
  if (plain.length > 40) return null;
  for (const [pattern, make] of patterns) {
    const found = pattern.exec(plain);
    if (found) return make(found.groups ?? {});
  }
  return null;
}
