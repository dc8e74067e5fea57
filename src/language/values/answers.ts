import { foldWidth } from './width.js';

const yes =
  /^(?:[1①]|是+|是的|是啊|是呀|是滴|是哒|对+|对的|对头|对啊|对呀|对滴|好+|好的|好滴|好哒|好嘞|好咧|好吧|好啊|好呀|嗯+|嗯呢|嗯嗯|恩+|哦了|确认|确定|确认无误|肯定|可以|可以的|可|行|行的|行啊|行吧|行行|中|中中|中啊|成|要得|没错|没问题|正确|无误|准|同意|当然|是这样|是这样的|就是|就这样|就这样吧|就这么办|就按这个|记吧|记上|记上吧|记录吧|ok|okay|yes|y|yep|要|需要|办吧|对对|是是|得|得嘞|妥|妥了|没毛病|木问题|欧克|👌|👍|✅)$/iu;
const no =
  /^(?:[2②]|不|不是|不是的|不对|不对的|不行|不好|不要|不用|不用了|不了|不记|不确认|不可以|不中|不成|不同意|否|否定|非|错|错了|错的|弄错了|搞错了|记错了|有误|算了|算了吧|算啦|取消|取消吧|取消掉|撤|撤了|撤销|别|别记|别了|别记了|不需要|没有|没|没说|我没说|不办了|不弄了|拉倒|拉倒吧|等等|等一下|等会|再想想|先不|先不了|no|nope|n|cancel|❌|👎)$/iu;

/** What a member answers to a read-back: yes, no, or something else. */
export function readAnswer(text: string): 'yes' | 'no' | null {
  if (text.length > 40) return null;
  const bare = foldWidth(text)
    .replace(/[\s，。,.!！~、；;…?？“”"']+|\p{Emoji_Modifier}|\ufe0f|\u200d/gu, '')
    .replace(/^(?:我|俺|我说|那就|那|回复|答|选)(?=.)/u, '')
    .replace(/(?<=.)(?:谢谢|辛苦了|哈|哈哈|的啊|了哈)$/u, '');
  if (yes.test(bare)) return 'yes';
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
  if (
    no.test(first) &&
    (others === '' || no.test(others) || /^(?:我)?(?:不|别|没|算|取消|搞错|弄错|记错|说错)/u.test(others))
  )
    return 'no';
  return null;
}
