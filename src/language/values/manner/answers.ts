import { foldWidth } from '../width.js';

const yes =
  /^(?:[1①]|[嗯恩啊哦][对是好行中](?:的|啊|呀|呢)?|是+|是的|是啊|是呀|是滴|是哒|对+|对的|对头|对啊|对呀|对滴|好+|好的|好滴|好哒|好嘞|好咧|好吧|好啊|好呀|嗯+|嗯呢|嗯嗯|恩+|哦了|确认|确定|确认无误|肯定|可以|可以的|可|行|行的|行啊|行吧|行行|中|中中|中啊|成|要得|没错|没问题|正确|无误|准|同意|当然|是这样|是这样的|就是|(?:[是对嗯][哎呀啊嘞]?)?就?是我[哎呀啊嘞]?|是这个数|就这个数|就这么多|好了|好啦|好了吧|就这样|就这样吧|就这么办|就按这个|记吧|记上|记上吧|记录吧|ok|okay|yes|y|yep|要|需要|办吧|对对|是是|得|得嘞|妥|妥了|没毛病|木问题|欧克|👌|👍|✅)$/iu;
const no =
  /^(?:[2②]|不|不是|不是的|不对|不对的|不行|不好|不要|不用|不用了|不了|不记|不确认|不可以|不中|不成|不同意|否|否定|非|错|错了|错的|弄错了|搞错了|记错了|有误|算了|算了吧|算啦|取消|取消吧|取消掉|撤|撤了|撤销|别|别记|别了|别记了|不需要|没有|没|没说|我没说|不办了|不弄了|拉倒|拉倒吧|等等|等一下|等会|再想想|先不|先不了|no|nope|n|cancel|❌|👎)$/iu;

/** 是你给我记上, 对给办了吧. */
const recordIt =
  /^(?:是|对|好|行|嗯|中|成)+(?:的|啊|哎|呀)?(?:你|您)?(?:就|快|赶紧)?(?:给|帮)(?:我|俺|咱)?(?:们)?(?:家)?(?:都)?(?:记|办|登)(?:上|下|了|好|着)*(?:吧|啊|哈)?$/u;

/** What a member answers to a read-back: yes, no, or something else. With a question mark behind it no word is an answer. */
export function readAnswer(text: string): 'yes' | 'no' | null {
  // 嗯？ and 可以？ ask what was meant.
  if (text.length > 40 || /[?？][\s。.!！]*$/u.test(text)) return null;
  const bare = foldWidth(text)
    .replace(/[\s，。,.!！~、；;…?？“”"']+|\p{Emoji_Modifier}|\ufe0f|\u200d/gu, '')
    .replace(/^(?:我|俺|我说|那就|那|回复|答|选)(?=.)/u, '')
    .replace(/(?<=.)(?:谢谢|辛苦了|哈|哈哈|的啊|了哈)$/u, '');
  if (yes.test(bare) || recordIt.test(bare)) return 'yes';
  if (no.test(bare)) return 'no';
  // 对，就是这样 and 不对，是350: the first word answers, when the rest only repeats it.
  const [first = '', ...rest] = foldWidth(text)
    .trim()
    .split(/[\s，。,.!！、；;]+/u)
    .filter(Boolean);
  const others = rest.join('');
  if (
    yes.test(first) &&
    (others === '' || yes.test(others) || /^(?:就|按|是).{0,6}(?:这样|这个|这么|办|记)/u.test(others))
  )
    return 'yes';
  // 不是不是，我是说老陈提的那个: what was read back was not meant.
  if (/^(?:不是|不对|不)+$/u.test(first) && /^我(?:是)?(?:说|问|想|指)/u.test(others)) return 'no';
  if (
    no.test(first) &&
    (others === '' || no.test(others) || /^(?:我)?(?:不|别|没|算|取消|搞错|弄错|记错|说错)/u.test(others))
  )
    return 'no';
  return null;
}

const way =
  /^(?:唉|哎|那|行|好)*(?:算了|得了|罢了|好吧|行吧)?(?:吧|嘛)?[，,\s]*(?:我|俺|还是|就|都)*(?:听|依|随|按|照)(?:他|她|他们|你|你们|大家|孩子|老伴儿?|老公|老婆|媳妇儿?|爱人|家里人?|当家的)(?:说)?的?(?:吧|了|来|办|呗)*(?:[，,。.!！\s]+(?<rest>[^]*))?$/u;

/** What is said behind 算了听他的, perhaps nothing; null where nobody gives way to somebody of the own home. */
export function givenWay(text: string): string | null {
  const found = way.exec(text.trim());
  return found && (found.groups?.['rest'] ?? '');
}

const off =
  /^(?:那|哦|嗯|唉|哎)?(?:就|先|还是)*(?:算了|取消|撤销|撤了|拉倒|作罢|罢了|不用了?|不要了?|不了|不记了?|不办了?|不弄了?|不提了?|不说了?|不投了?|不捐了?|不出了?|不报了?|不改了?|不需要|不?用?(?:管|理)(?:它|他|这个|这事儿?|那个|我)?了|(?:别|甭|不用|莫)(?:管|理|弄|搞|办)(?:它|他|这个|这事儿?|那个|我)?了?|不(?:弄|搞|整|理|折腾)了?|(?:放|搁|撂|留)(?:着|下|一?放|一?搁)|没事了?|没什么|没啥|别记了?|别了|当我没说|等等|等一下|等下|等会儿?|稍等|待会儿?|回头|以后|过会儿?|先不|先别|先这样|再想想|再考虑|再看看|再说)(?:(?:再|先|就|我|也)*(?:说|看|想想|考虑|定|讲|算了|不说了|不办了|不弄了|不用了|不用管|不管了|不搞了|不整了|不折腾了|不记了|不投了|不捐了|不出了|不提了|取消|它|吧|了|呗|啊|哈|一下))*$/u;

/** True for words that only put an end to what was asked: 取消, 算了, 等会儿再说. */
export function isCancel(text: string): boolean {
  if (text.length > 30) return false;
  return off.test(foldWidth(text).replace(/[\s，。,.!！~、；;…]+/gu, ''));
}

const nothing =
  /^(?:啊|哎|唉|哦|嗯)?(?:(?:我|俺)(?:可|又|也)?(?:没(?:有)?(?:说过?|想|要|打算)|不是(?:说|要|想|这|办))[^，,。]{0,12}|不|不是(?:的|这个|这件|这事|(?:这|那)(?:个)?意思)?|不对|没|没有|没(?:这么)?说|没这回事|不干|不行|没那意思)(?:了|啊|呀|哦|的|吧)*$/u;

/** True for a no to a question that wants no yes or no: 不, 我没说要捐东西啊. It is closed. */
export function isDenial(text: string): boolean {
  return nothing.test(foldWidth(text).replace(/[\s，。,.!！~、；;…]+/gu, ''));
}

/** Words that refuse what was asked, wherever they stand: 算了先留着吧, 先不删了, 这个先放放. */
const refusing =
  /算了|先(?:不|别(?!急)|放|留|停|搁|缓)|留着|不(?:删|批|发|记|办|弄|投|出|捐|认|报|撤|退|要|开|公布|公开|公示|终止|取消|提|附议|签|换|兑)(?:了|吧|先|啦|$)|别(?:删|批|发|记|办|弄|投|捐|认|报|撤|开|公|签|换)|取消|作罢|拉倒|放一?放|搁一?搁|暂(?:时|且)(?:不|别|先)|反悔|后悔/u;
/** Words that put it off or doubt it: 先别急，我问问老头子, 慢着, 我再想想. */
const waiting =
  /慢着|且慢|别急|等等|等一?下|等会|等我|稍等|再(?:想|看|考虑|商量|说|议|琢磨|问|等)|想一?想|考虑|商量|问问|问一下|打听|回头|改天|过(?:两|几)天|明天再|以后再|没想好|没定|不一定|犹豫|缓一?缓|暂时|暂且|到时候|还要看/u;

/** Whether words refuse what was asked or put it off, also in the midst of a sentence; null for neither. */
export function putsOff(text: string): 'refused' | 'waiting' | null {
  const plain = foldWidth(text);
  for (const clause of plain.split(/[\s，,。.!！?？；;~…]+/u)) if (refusing.test(clause)) return 'refused';
  return waiting.test(plain) ? 'waiting' : null;
}

/** The clauses of a text that neither refuse nor put off: what is said beside them. */
export function besidePutOff(text: string): string {
  return text
    .split(/(?<=[。.!！?？；;\n，,])/u)
    .filter(piece => putsOff(piece) === null)
    .join('')
    .trim();
}

const courtesy =
  /^(?:谢谢|多谢|感谢|辛苦)(?:了|啦|你|您|大家|各位|小助手|啊)*$|^(?:好|好的|嗯+|哦+|噢|收到|知道了?|明白了?|了解|行|可以|ok|哈+|呵+|嘿+)(?:的|了|啊|呀|哈|谢谢)*$|^(?:你好|您好|大家好|早上好|晚上好|早|在吗|在不在|有人吗)(?:啊|呀|哈)*$/iu;
const onlyAsked = /在吗|在不在|[谁啥咋哪]|什么|怎么|为何|为什么|多少|几[点号个]|是不是|有没有|[吗呢][?？]?$|[?？]$/u;

/**
 * True when free words may be what was asked for: a matter, a finding, a reason. Thanks, calls, questions to somebody and words
 * that put it off are none; a wish in the form of a question (楼道灯坏了，能不能修一下) is.
 */
export function isMatter(text: string): boolean {
  const bare = foldWidth(text).replace(/[\s，。,.!！~、；;…]+/gu, '');
  if ([...bare].length < 2 || !/[\p{L}]{2}|\d/u.test(bare) || courtesy.test(bare) || isCancel(text)) return false;
  return !onlyAsked.test(bare) || /能不能|可不可以|能否|可否|要不要/u.test(bare);
}
