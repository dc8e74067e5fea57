import { defineIntent, oneOf } from '../../src/talk/intent.js';
import { consentToName } from '../../src/operations/people/own-data.js';

export default defineIntent({
  pattern:
    /^(?:我)?(?<how>同意|愿意|不同意|不愿意|撤回同意)(?:在)?(?:光荣榜|积分榜|榜上)(?:上)?(?:公布|写|用|显示|署)(?:我的)?(?:真?实?名|名字|姓名)[。！!]*$/u,
  slots: {
    how: oneOf(
      '请问同意还是不同意？',
      ['同意', '愿意', '不同意', '不愿意', '撤回同意'],
      [
        ['同意', '同意'],
        ['撤回同意', '撤回同意'],
      ],
    ),
  },
  permission: 'credit.own',
  binds: 'household',
  help: {
    title: '光荣榜写不写全名',
    when: '光荣榜默认不写全名；愿意的',
    say: '同意光荣榜公布姓名',
    more: '随时可以“撤回同意光荣榜公布姓名”',
  },
  async handle({ unit, member, slots }) {
    const agrees = slots.how === '同意' || slots.how === '愿意';
    await consentToName(unit, { member, agrees });
    return agrees
      ? '好的，光荣榜和积分榜上写您的全名。随时可以发送“撤回同意光荣榜公布姓名”。'
      : '好的，榜上只写您的姓，名字打码。';
  },
});
