import { momentWords } from '../../../domain/calendar.js';
import { rulesAt } from '../../../domain/rules.js';
import { topic } from '../topic.js';

/** Whether and until when a vote is extended. */
export default topic({
  title: '还能再延期吗',
  said: `
    能不能再延 还能延期吗 延期到几号 可以延几次 能延几天 投票能延长吗 再给几天行不行 表决时间能往后推吗 延了一次还能延吗
    晚两天投行不行 截止以后还能补投吗 来不及投怎么办 过了时间还能投吗 延期了吗
    能宽限两天不 投票时间太短能加几天吗 人没到齐能往后推不 过期了能补一票吗 错过投票了怎么办 我忘了投现在补行不行 延长了没有 延到哪天了 延期要谁批 出差回来截止了还能投不 截止了才看到咋办 会不会一直延下去 最多给延几天 投票晚了算不算 能不能给我留个口子晚点投
  `,
  answer: async asked => {
    const poll = await asked.poll();
    const { extensionDays } = rulesAt(asked.turn.now);
    const rule = `参加的不够数，书记可以延期一次，最多${extensionDays}天；延过的不能再延，截止以后也不能补投`;
    if (!poll) return `${rule}。现在没有正在进行的表决。`;
    const was = poll.extendedFrom ? '已经延过一次' : '没有延期';
    return `${poll.no}号${was}，${momentWords(poll.closesAt, asked.turn.now)}截止。${rule}。`;
  },
});
