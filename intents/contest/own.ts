import { defineIntent } from '../../src/talk/intent.js';
import { contestIn, everyState } from '../../src/operations/contest/hold-contest.js';
import { ownScore } from '../../src/publish/contest/contest-notice.js';

export default defineIntent({
  group: '我',
  pattern: /^(?:我的擂台赛得分|擂台赛我的得分)[。？?]*$/u,
  slots: {},
  permission: 'contest.own',
  binds: 'nobody',
  help: {
    title: '看自己的擂台赛得分',
    when: '私聊',
    say: '我的擂台赛得分',
    more: '看自己每一分怎么来的',
  },
  async handle({ unit, member, chat }) {
    if (chat.kind !== 'single') return '得分是您自己的，请在私聊里发送“我的擂台赛得分”。';
    return ownScore(unit, await contestIn(unit, undefined, everyState), member.id);
  },
});
