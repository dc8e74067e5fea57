import { defineIntent, oneOf } from '../../src/talk/intent.js';
import { wishOf } from '../../src/operations/contest/mark-contest.js';

const wishes = { 公布: 'named', 不公布: 'unnamed', 不参评: 'decline' } as const;
const said = Object.keys(wishes) as (keyof typeof wishes)[];

export default defineIntent({
  group: '我',
  pattern: /^(?:我)?(?:同意)?擂台赛(?<wish>公布|不公布|不参评)(?:我的?姓名|我的名字|姓名)?[。！!]*$/u,
  slots: { wish: oneOf('请问公布、不公布，还是不参评？', said) },
  permission: 'contest.own',
  binds: 'household',
  help: {
    title: '擂台赛名单怎么写我',
    when: '网格员、楼长、单元长：擂台赛名单默认只写姓；愿意的',
    say: '擂台赛公布姓名',
    more: '不愿意参评的“擂台赛不参评”',
  },
  async handle({ unit, member, slots }) {
    const contest = await wishOf(unit, { member, wish: wishes[slots.wish] });
    if (slots.wish === '公布')
      return `好的，第${contest.edition}届擂台赛名单上写您的全名和得分。随时可以发送“擂台赛不公布姓名”。`;
    if (slots.wish === '不公布') return '好的，名单上只写您的姓，不写得分。';
    return `好的，第${contest.edition}届擂台赛不把您列进名单。`;
  },
});
