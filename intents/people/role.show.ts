import { maskName } from '../../src/domain/masking.js';
import { plain } from '../../src/domain/plain-text.js';
import { roleWords } from '../../src/domain/people/role-words.js';
import { defineIntent, optional, words } from '../../src/talk/intent.js';
import { showCard } from '../../src/operations/people/show-role.js';

export default defineIntent({
  pattern: /^(?:我(?:要|来)?)?亮身份[:：，,\s]*(?<how>写全名|只写姓)?[。！!]*$/u,
  slots: { how: optional({ ...words('', 4), field: { kind: 'words', most: 4, isNeeded: async () => true } }) },
  permission: 'role.show',
  binds: 'household',
  help: {
    title: '公开身份和承诺',
    when: '有职务的公开身份和承诺',
    say: '亮身份写全名',
    more: '也可以说“亮身份只写姓”，要先写承诺',
  },
  async handle({ unit, member, slots: { how }, now, chat }) {
    if (how === undefined)
      return '亮身份要您自己同意。先发送“我承诺：……”，再发送“亮身份写全名”或“亮身份只写姓”：公示板和群里就写您的职务、姓名和承诺。';
    const isNamed = how === '写全名';
    const { promise } = await showCard(unit, { member, isNamed });
    const name = isNamed ? plain(member.name, 10) : maskName(member.name);
    const card = `**亮身份** ${roleWords(member.roles)} ${name}\n承诺：${plain(promise, 60)}`;
    if (chat.kind === 'group') return card;
    await unit.posts.toGroup({ type: 'markdown_v2', text: card }, now);
    return '已在公示板和群里公开。随时可以发送“撤下身份”。';
  },
});
