import { defineIntent, projectNo, words } from '../../src/talk/intent.js';
import { askOutside, outsideDay } from '../../src/operations/works/ask-outside.js';
import { linkInPrivate, linkWords, outsideAddress } from '../../src/publish/works/outside-words.js';

export default defineIntent({
  pattern:
    /^(?<no>[\d０-９]{1,7})号(?:项目|提案)?[，,]?请(?<party>(?!.*(?:大家|各位|邻居|帮我|你|您))[^：:，,。；;？?！!\n]{2,30}?)(?:来|去|给|帮忙)?办(?:一下|理)?[：:，,\s]+(?<asked>[^]{2,300})$/u,
  slots: {
    no: projectNo,
    party: words('请问请谁办？写单位，例如“热力公司”。', 30),
    asked: words('请问办什么、哪天前？例如“检查管道，8月20日前”。', 300),
  },
  permission: 'outside.ask',
  help: {
    title: '请外单位办一件事',
    say: '12号请热力公司办：检查管道，8月20日前',
    more: '给一个链接，对方不用账号就能答复、报价、交照片',
  },
  async handle({ unit, member, slots, now, chat, random, boardUrl }) {
    if (chat.kind === 'group') return linkInPrivate;
    const secret = random(32).toString('base64url');
    const task = await askOutside(unit, { member, ...slots, secret });
    return `记为请办${task.no}：请${task.party}${task.what}，${outsideDay(task, now)}。\n${linkWords(task, outsideAddress(boardUrl(), secret))}`;
  },
});
