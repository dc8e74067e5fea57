import { roundStates } from '../../../domain/lifecycle.js';
import { topic } from '../topic.js';

/** Giving goods, labour or skill. */
export default topic({
  title: '出力、捐东西行吗',
  said: `
    没钱出力行不行 我会电焊能帮上忙不 家里有剩的瓷砖能捐吗 用干活顶钱可以不 出工算多少钱 捐东西给开票吗 我有辆三轮能帮着拉料 旧桌椅收不收 出人工能不能抵份子钱 我懂水电能出技术吗 捐水泥往哪送 能不能不出钱光干活 捐的物能算进认捐数吗 出工了有积分吗
    提供场地算不算贡献 捐了沙子没人来拉 说好出工去不了咋办 能捐旧衣服吗
  `,
  answer: async asked => {
    const no = (await asked.matter(...roundStates))?.no ?? 12;
    return `行：捐东西说“${no}号我捐十袋水泥”，出力说“${no}号我出工半天，帮着刷墙”。都记下来、谢谢您，但不折成钱，也不顶认捐；什么时候送、什么时候干，等楼长通知，去不了说“取消认捐”。`;
  },
});
