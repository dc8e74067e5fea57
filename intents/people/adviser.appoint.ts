import { maskName } from '../../src/domain/masking.js';
import { plain } from '../../src/domain/plain-text.js';
import { defineIntent, place, words } from '../../src/talk/intent.js';
import { appointAdviser } from '../../src/operations/people/appoint-adviser.js';

export default defineIntent({
  group: '我',
  phrases: [],
  pattern: /^聘[任请](?:社区治理)?顾问[:：]\s*(?<place>\S{3,40})[，,\s]+(?<name>[^，,\s]{1,20})$/u,
  slots: {
    place: place('请问是哪一户？例如“3号楼2单元301”。'),
    name: words('请问怎么称呼？例如“王师傅”。', 20),
  },
  permission: 'adviser.appoint',
  help: '社区书记聘任治理顾问，例如“聘任顾问：3号楼2单元301 王师傅”；本人同意公布姓名的，群里才写全名',
  async handle({ unit, member, slots, now, chat }) {
    const adviser = await appointAdviser(unit, { member, ...slots, now });
    const isNamed = adviser.namedAt !== null;
    const said = isNamed ? plain(adviser.name, 10) : maskName(adviser.name);
    await unit.posts.toMember(
      adviser.userid,
      `社区请您当治理顾问，给大家的事出出主意，谢谢您！${isNamed ? '' : '群里没有写您的全名；愿意写的，发送“同意光荣榜公布姓名”。'}不方便当的，告诉社区书记就行。`,
      now,
    );
    const notice = `**聘任社区治理顾问**\n请来${said}当顾问。顾问出主意、带新人，不管钱、不替大家投票。`;
    if (chat.kind === 'single') await unit.posts.toGroup({ type: 'markdown_v2', text: notice }, now);
    return chat.kind === 'group' ? notice : `已聘任${said}为社区治理顾问，已告诉本人和群里。`;
  },
});
