import { maskName } from '../../domain/masking.js';
import { plain } from '../../domain/plain-text.js';
import type { Member } from '../../store/people/member.js';
import type { Saying } from '../../store/notice/saying.js';
import { tells } from '../tells.js';

export default tells<'people.adviser'>(async (_unit, { adviser }, { isPrivate }) => {
  const group: Saying[] = isPrivate ? [{ group: adviserNotice(adviser) }] : [];
  const full = adviser.namedAt === null ? '群里没有写您的全名；愿意写的，发送“同意光荣榜公布姓名”。' : '';
  const text = `社区请您当治理顾问，给大家的事出出主意，谢谢您！${full}不方便当的，告诉社区书记就行。`;
  return [{ members: [adviser.userid], text, about: 'plain fact' }, ...group];
});

/** Named in full only by the own word. */
export function adviserName({ name, namedAt }: Member): string {
  return namedAt === null ? maskName(name) : plain(name, 10);
}

export function adviserNotice(adviser: Member): string {
  return `**聘任社区治理顾问**\n请来${adviserName(adviser)}当顾问。顾问出主意、带新人，不管钱、不替大家投票。`;
}
