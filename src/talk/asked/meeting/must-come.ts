import { planOpen } from '../../../domain/lifecycle.js';
import { topic } from '../topic.js';

/** Whether one must come to a meeting. */
export default topic({
  title: '必须来开会吗',
  said: `
    必须去开会吗 没去开会算不算同意 没去就当我同意了吗 议事会一定要参加吗 不去开会行不行 我上班去不了咋办 开会不去会怎样 开会没空去 不参加会议扣分吗 去不了怎么办
    没去算我同意吗 不到场算不算同意 没参加会议算同意吗 缺席怎么算 开会能让家里人去吗 开会得去几个人
    议事会我有事走不开行不 不到会有没有说法 开会那天我值班咋办 开会叫孩子去听行不 没去的人算默认吗 不想开会有影响吗 开会不签到会扣分不 缺席一次会怎样 腿疼去不了现场怎么参加 能不能派个代表去开会 老人去不了会场算弃权吗 晚上开会我上夜班 会上没发言算同意吗
    在外地开不了会怎么说意见 可以请假不 一家去一个就行吗 非去不可吗这个会
  `,
  answer: async asked => {
    const project = await asked.matter(...planOpen);
    return `不是必须，不去不扣分，也不算同意：会上只商量，定不定要一户一票。有话先说：“${project?.no ?? 12}号建议：……”；家里谁去都行，到场签到记积分。`;
  },
});
