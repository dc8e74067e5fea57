import { defineIntent } from '../../src/talk/intent.js';
import { joinCredit } from '../../src/operations/credit/join-credit.js';

export default defineIntent({
  pattern: /^(?:我要|我想)?(?:加入|参加|开通)(?:信用)?积分[吧。！!]*$/u,
  slots: {},
  permission: 'credit.own',
  binds: 'household',
  help: {
    title: '参加积分',
    when: '积分自愿参加',
    say: '加入积分',
  },
  async handle({ unit, member }) {
    const isNew = await joinCredit(unit, { member });
    return isNew
      ? '好的，从现在起记您的积分，只给您看。投什么、出不出钱都不影响，也从不扣分。规则发送“积分规则”，不想参加了发送“退出积分”。'
      : '您已经参加积分了。发送“我的积分”看看有多少。';
  },
});
