import { Confirm, defineIntent } from '../../src/talk/intent.js';
import { leaveCredit } from '../../src/operations/credit/join-credit.js';

export default defineIntent({
  pattern: /^(?:我要|我想)?(?:退出|不参加|不想参加|注销)(?:信用)?积分(?:了)?[吧。！!]*$/u,
  slots: {},
  permission: 'credit.own',
  binds: 'household',
  takesBack: 'standing',
  help: {
    title: '退出积分',
    when: '不想参加积分了',
    say: '退出积分',
    more: '信用分和可用积分随即清零',
  },
  async handle({ unit, member, confirmed }) {
    if (!confirmed) throw new Confirm('退出后您的信用分和可用积分清零，不能恢复；别的事照样办。确定退出吗？');
    const left = await leaveCredit(unit, { member });
    return left ? '已退出积分，信用分和可用积分都清零了。表决、认捐、提意见照样可以办。' : '您没有参加积分，不用退出。';
  },
});
