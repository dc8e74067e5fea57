import { topic } from '../topic.js';

/** Why something was refused, and what then. */
export default topic({
  title: '刚才为什么不行',
  said: `
    为什么不行 怎么不行了 凭什么不行 为啥不给办 那怎么办 那咋办呢 刚才为啥没记上 怎么没办成 我昨天还能记呢 咋就不能记 那我该怎么弄
    为什么拒绝我 那要怎么样才行
    刚才咋没给我办成 为啥说不行 怎么我说了没反应 凭啥不给记 哪里不对了你说清楚 怎么老是不成功 咋不给通过 说我不能办是啥意思 我哪里错了 怎么又不行 为啥我不行别人行 那要咋弄才给办 为什么给我拒了 你刚说不能办为什么 没办成是啥情况
  `,
  answer: async ({ parts, turn }) => {
    const why = parts.spoken.putOff(turn)?.why;
    return why === undefined ? null : `刚才没有办，因为：${why}`;
  },
});
