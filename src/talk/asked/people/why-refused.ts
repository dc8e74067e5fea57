import { topic } from '../topic.js';

/** Why something was refused, and what then. */
export default topic({
  title: '刚才为什么不行',
  said: `
    为什么不行 怎么不行了 凭什么不行 为啥不给办 那怎么办 那咋办呢 刚才为啥没记上 怎么没办成 我昨天还能记呢 咋就不能记 那我该怎么弄
    为什么拒绝我 那要怎么样才行
  `,
  answer: async ({ parts, turn }) => {
    const why = parts.spoken.putOff(turn)?.why;
    return why === undefined ? null : `刚才没有办，因为：${why}`;
  },
});
