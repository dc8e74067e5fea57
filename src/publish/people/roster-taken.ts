import { dayMs, momentWords } from '../../domain/calendar.js';
import { isSecretary } from '../../domain/permissions.js';
import { tells } from '../tells.js';

export default tells<'people.roster-taken'>(async (unit, { member, added, changed }, { now }) => {
  const others: string[] = [];
  for (const userid of new Set((await unit.members.roles()).map(held => held.userid)))
    if (userid !== member.userid && isSecretary(await unit.members.view(userid))) others.push(userid);
  const until = momentWords(new Date(now.getTime() + dayMs), now);
  const text = `${member.name}导入了花名册：新增${added}户，改动${changed}户。如有不对，${until}前私聊发送“撤回名册导入”。`;
  return [{ members: others, text, about: 'plain fact' }];
});
