import { defineIntent, optional, words } from '../../src/talk/intent.js';
import { askedHome } from '../../src/publish/people/asked-home.js';
import { contactWords, rolesNamed } from '../../src/publish/people/contacts.js';

export default defineIntent({
  phrases: ['找谁', '联系方式', '联系人', '有事找谁', '谁管事'],
  pattern:
    // 书记是谁, and 谁是书记 as well.
    /^(?=[^]*(?:谁|哪|叫什么|怎么|联系|电话|找))(?:请问|问下)?(?:(?:谁|哪个|哪位|哪一位)(?:是|当|做|来当))?(?:我们|咱们?|你们|本网格|这里|小区)?(?:的)?(?<role>(?:社区|网格)?(?:副?书记|网格员|楼长|楼栋长|单元长|出纳|会计|物业|业委会|收钱的|管账的|管钱的))(?:是谁|是哪位|叫什么|怎么找|怎么联系|联系方式|电话|在哪里?找)?(?:啊|呀|呢|来着)?[？?。！!]*$/u,
  slots: { role: optional(words('请问找哪一位？', 40)) },
  permission: 'record.read',
  binds: 'nobody',
  help: { title: '看书记、楼长、出纳是谁、怎么找', say: '书记是谁' },
  async handle({ unit, member, slots, said = '' }) {
    // Whoever waits to be bound looks for the leader of that building; who asks for all of them says so.
    const isAll = /都|各|哪些|\d号?楼|[一二三四五六七八九十]号楼/u.test(said);
    const home = isAll ? null : (member.household ?? (await askedHome(unit, member.userid)));
    // 钱交给谁 says the office by what it does.
    return contactWords(unit, rolesNamed(slots.role ?? said), home?.building ?? null);
  },
});
