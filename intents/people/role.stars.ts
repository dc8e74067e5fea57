import { figureWords } from '../../src/domain/contest/contest-words.js';
import { starWords } from '../../src/domain/people/star-rating.js';
import { defineIntent, oneOf } from '../../src/talk/intent.js';
import { leaderStars, showStars } from '../../src/operations/people/leader-stars.js';

const wayOf = oneOf('请问看自己的，还是公开、不公开？', ['我的', '公开', '不公开']);

export default defineIntent({
  pattern:
    /^(?:看看?|查一?下?)?(?<how>我的?|公开|不公开)(?:我的)?(?:楼长)?(?:星级|(?:现在|有|是|评|得|能|了)*几颗?星)(?:啊|呀|了)*[。！!？?]*$/u,
  slots: { how: { ...wayOf, accept: value => wayOf.accept(value === '我' ? '我的' : value) } },
  permission: 'role.stars',
  binds: 'household',
  help: {
    title: '看自己的星级',
    when: '楼长、单元长私聊',
    say: '我的星级',
    more: '看自己几颗星、每颗星怎么来的；愿意的发送“公开星级”',
  },
  async handle({ unit, member, slots: { how }, now, chat }) {
    if (how !== '我的') {
      const count = await showStars(unit, { member, shows: how === '公开' });
      if (how === '不公开') return '好的，公示板上不写您的星级。';
      return `好的，亮身份以后，公示板上您的名片写“${starWords(count)}”。随时可以发送“不公开星级”。`;
    }
    if (chat.kind !== 'single') return '星级先给您自己看，请在私聊里发送“我的星级”。';
    const stars = await leaderStars(unit, member, now);
    return [
      `最近一年您是**${starWords(stars.filter(({ isEarned }) => isEarned).length)}**，一项达到一颗星：`,
      ...stars.map(({ id, said, figure, isEarned }) => `- ${isEarned ? '★' : '☆'} ${said}：${figureWords(id, figure)}`),
      '别人看不到。愿意写在公示板名片上的发送“公开星级”。',
    ].join('\n');
  },
});
