import { placeWords } from '../../domain/masking.js';
import { calledBy, whoAsks } from '../../domain/people/identity.js';
import { plain } from '../../domain/plain-text.js';
import { tells } from '../tells.js';
import { topics } from '../../store/notice/topics.js';
import { leadersOf } from './leaders-of.js';

export default tells<'people.asked'>(async (unit, { household, member, name }) => {
  const said = name === undefined ? '没有说姓名' : `自称“${plain(name, 20)}”`;
  const text = `${whoAsks(member)}申请绑定${placeWords(household)}，${said}。请先当面或打电话核对是不是这一户的人；核对无误请发送：确认绑定 ${calledBy(member)}`;
  return [{ members: await leadersOf(unit, household.building), text, about: { topic: topics.asking(member) } }];
});
