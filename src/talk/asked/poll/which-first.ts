import { plain } from '../../../domain/plain-text.js';
import { voteSayings } from '../../../domain/poll/choices.js';
import { topic } from '../topic.js';

/** Several votes at once. */
export default topic({
  title: '哪个先投',
  said: `
    路灯和管道哪个先投 先投哪个 两件事一起投吗 几件事要分开投吗 能只投一个吗 两个都要投吗 有几个要投的 现在有哪些表决
    这几个一起投还是一个一个投 现在有几件事在表决 我该投哪一件 有啥要投的 眼下开着哪几个投票 两个表决能只参加一个不 投票有先后吗 都有什么票要投 一次能投好几个吗 哪些事在投票
  `,
  answer: async ({ turn: { unit } }) => {
    const open = await unit.polls.open();
    const [first] = open;
    if (!first) return '现在没有正在进行的表决。';
    const lines = open.slice(0, 6).map(({ no, question }) => `${no}号「${plain(question, 20)}」`);
    return `现在能投：${lines.join('、')}。一件一票，先后都行，只投一件也行，例如“${voteSayings(first)[0]}”。`;
  },
});
