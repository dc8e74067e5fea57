import { type Track, trackRules } from '../../../domain/poll/tracks.js';
import { topic } from '../topic.js';

/** How many votes carry it. */
export default topic({
  title: '多少票才算通过',
  said: `
    多少票才算通过 要多少户同意才行 过半就行吗 是过半还是三分之二 几票能过 同意的要多少 怎么样算通过 通过的标准是啥 咋算过
    多少人参加才有效 要不要全体同意 少数服从多数吗 一半以上同意就行吗 怎么计票的 谁来计票
    得有几成人点头才算 多少户赞成就成了 是超过一半还是三分之二 同意的占多少才行 过线的标准讲讲 一百户要几户同意 几家反对就不能办 有一户不同意还能办不 必须全票吗 按户数算还是按面积算 计票规则是什么 弃权的算不算进去 多数人同意就行了呗 表决有效的条件是啥
    票数怎么统计 要多少比例 少数人不同意怎么办 有人死活不同意怎么办
  `,
  answer: async asked => {
    const poll = await asked.poll();
    const track = poll?.track as Track | undefined;
    const rule = trackRules[track ?? 'residents_meeting'].said;
    return `${poll ? `${poll.no}号：` : '一般是'}${rule}。没投的不算同意；到时自动计票，结果公示。`;
  },
});
