import { may } from '../../domain/permissions.js';
import { findAddresses } from '../../language/values/people/household.js';
import { findTimes } from '../../language/values/time/times.js';
import type { Parts, Turn } from '../turn.js';
import type { Wish } from '../wish.js';

/** 愿意来的来, 组织大家捡垃圾: others are called to come. */
const callsOthers =
  /集合|(?:愿意|有空|想来|能来)[^，,。]{0,3}的?(?:都|就)?(?:来|参加|报名)|(?:组织|叫上?|招呼|发动|召集|带)(?:着)?(?:大家伙?|大伙儿?|邻居们?|志愿者|住户)|大家(?:伙儿?)?(?:都)?(?:一起|一块儿?)/u;
const ownPart = /(?:我|俺|咱)(?:们)?家?(?:也|就|要|想|可以|能|来)*(?:出|参加|报名|去|干)/u;
const callEnd = /[，,。；;\s]*(?:愿意|有空|想来|能来)[^，,。]{0,3}的?(?:都|就)?(?:来|参加|报名)[吧啊哈。.!！]*$/u;

/**
 * What an office says for all is no promise or mark of the speaker's own home: 星期六上午九点集合擦宣传栏 calls volunteers, 给3分吧，他家3号楼2单元301
 * rewards that home. It is read back.
 */
export function saidInOffice({ intents }: Parts, { member, now }: Turn, wish: Wish, text: string): Wish {
  const mayDo = (intent: string): boolean => {
    const deed = intents.get(intent);
    return deed !== undefined && may(member, deed.permission);
  };
  if (wish.intent === 'pledge.labour' && callsOthers.test(text) && !ownPart.test(text) && mayDo('service.open')) {
    const title = text.replace(callEnd, '').trim();
    const isCall = findTimes(text, now).length > 0 && [...title].length <= 60;
    return isCall ? { intent: 'service.open', slots: { title }, sure: false, confirmed: false } : wish;
  }
  const home = findAddresses(text).find(({ room }) => room !== undefined);
  if (wish.intent !== 'project.rate' || !home || wish.slots['no'] !== undefined || !mayDo('credit.award')) return wish;
  const slots = { place: text.slice(home.start, home.end), points: wish.slots['score'] };
  return { intent: 'credit.award', slots, sure: true, confirmed: false };
}
