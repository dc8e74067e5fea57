import { rulesAt } from '../../../domain/rules.js';
import { topic } from '../topic.js';

/** What the colours of a project mean. */
export default topic({
  title: '红黄绿是什么意思',
  said: `
    公示栏上的红灯是啥意思 为什么变成黄色了 滞后是什么意思 颜色是怎么定的 预警了会怎么样 绿色代表正常吗 项目显示滞后谁管 超期了会不会追责 完不成有啥处罚 拖延工期找谁 施工队磨洋工有人管没 进度慢了谁督促 灰色是不是不干了 挂图作战是什么 调度会是干嘛的
    工程老拖怎么办 红了几天了没人问
  `,
  answer: async ({ turn: { now } }) => {
    const { ragRedDays, ragNearDays, ragNearPercent } = rulesAt(now);
    return `正常、预警、滞后、暂停、完成五样，照进度算：离节点${ragNearDays}天还不到${ragNearPercent}%、或晚了${ragRedDays}天以内是预警，晚了超过${ragRedDays}天是滞后。变了色的进调度会，交办到人，办好要另一个人核实才销号。发送“调度”看现在有哪些。`;
  },
});
