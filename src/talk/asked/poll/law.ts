import { trackRules } from '../../../domain/poll/tracks.js';
import { topic } from '../topic.js';

/** What law the rules of a vote stand on. */
export default topic({
  title: '表决依据什么法',
  said: `
    你们这样表决有法律规定吗 哪条法规定的比例 民法典怎么说的 物业条例里有没有这个 依据哪个文件 三分之二是哪来的规定 业主大会的规矩是法律定的吗 为什么是过半数不是全部 用维修基金得多少业主答应 改建要几成业主同意 业主表决跟居民投票门槛一样不 双过半是啥意思
    专有面积过半是什么 重大事项要四分之三吗 有没有红头文件 众议众筹有什么政策依据 这么定合法吗 少数服从多数是谁规定的 法律上要多少户
  `,
  answer: async () => {
    const { owners_ordinary: owners, owners_major: major, residents_meeting: residents } = trackRules;
    return `居民的事（城市居民委员会组织法）：${residents.said}。业主的事（民法典第278条）：${owners.said}；筹维修资金、改建、公共部位拿去经营的，${major.said}。`;
  },
});
