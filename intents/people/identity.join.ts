import { Confirm, defineIntent, words } from '../../src/talk/intent.js';

export default defineIntent({
  slots: { code: words('请从网页办事台上点“到微信客服里接着聊”进来。', 64) },
  permission: 'member.bind',
  async handle({ slots, confirmed, crossing }) {
    const other = await crossing(slots.code);
    if (!other) return '这个链接已经用过或者过时了，什么也没有改。请从网页办事台重新点“到微信客服里接着聊”。';
    const whose = other.whose === '' ? '' : `，也就是${other.whose}`;
    if (!confirmed) throw new Confirm(`刚才在网页上打开办事台的是您本人吗${whose}？是的话，以后两边都认得您。`);
    await other.join();
    return '好的，以后在客服和网页办事台都认得您，办过的事在一起。发送“待办”看看有什么等您办。';
  },
});
