import { readMood } from '../../language/values/manner/mood.js';
import type { Turn } from '../turn.js';
import type { Wish } from '../wish.js';

const own = '(?:我|俺|咱)(?:们)?(?:家|一家|全家)?(?:的)?(?:这)?';
const when = '(?:已经|都|早就?|刚|上周|上个?月|昨天|前天|今天|现在)*';
const gone =
  '(?:搬(?:走|家|出去|离|到(?:别处|别的小区|外地|新家|新房)(?:去)?)(?:了|啦|喽)+|不(?:在)?(?:这儿?|这里|咱?(?:们)?小区)?住(?:这儿?|这里)?(?:了|啦|喽)+)';
const sold = `(?:房子?|老房子?|这房子?)(?:也)?${when}(?:卖|出手|过户|转手)(?:掉|出去|给(?:别人|人家))?(?:了|啦|喽)+`;
const more =
  '(?:[，,。.!！\\s]*(?:请)?(?:给我|帮我|麻烦)?(?:把)?(?:绑定)?(?:解绑|解除|退出?|撤了?)(?:一下|绑定|掉|了|吧)*)?[。.!！~\\s]*';
const left = new RegExp(
  `^(?:${own}${when}${gone}|(?:${own})?${sold}|${own}${when}${gone}[，,\\s]*${sold}|(?:${own})?${sold}[，,\\s]*(?:${own})?${when}${gone})${more}$`,
  'u',
);

/**
 * 我搬走了 and 房子卖了 of somebody who is bound to a home: whether the binding shall end is asked, with the home. What is moved or sold besides,
 * or by others, or only asked and supposed, is talk.
 */
export function movedAway({ member }: Turn, text: string): Wish | null {
  if (member.householdId === null || [...text].length > 40 || !left.test(text.trim())) return null;
  if (readMood(text).some(({ kind }) => kind !== 'past' && kind !== 'laughing' && kind !== 'denied')) return null;
  return { intent: 'member.unbind', slots: {}, sure: false, confirmed: false };
}
