import { defineIntent, projectNo, saysStop, stopOrGoOn } from '../../src/talk/intent.js';
import { quietMatter } from '../../src/operations/proposal/tell-participants.js';

export default defineIntent({
  group: '我',
  pattern:
    /^(?:请)?(?<no>[\d０-９]{1,7})号(?:项目|提案)?(?:的?(?:事|进展|消息))?(?:请)?(?:也|都)?(?<how>不用|不要|别|不必|继续|恢复|还是)(?:再)?(?:告诉|通知)我(?:们?家)?(?:了)?[。！!]*$/u,
  slots: {
    no: projectNo,
    how: stopOrGoOn('请问还要不要告诉您？', { stop: '不用再告诉我', goOn: '继续告诉我' }, ['继续', '恢复', '还是']),
  },
  permission: 'record.read',
  binds: 'household',
  help: {
    title: '这件事还要不要告诉我',
    when: '参加过的事每走一步会私下告诉您，一周最多一次；不想再听',
    say: '12号不用再告诉我',
    more: '想再听发送“12号继续告诉我”',
  },
  readBack: ({ no, how }) => `${saysStop(how) ? '不再告诉您' : '继续告诉您'}${no ? `${String(no)}号` : ''}的进展`,
  async handle({ unit, member, slots: { no, how } }) {
    const stops = how === '不用';
    await quietMatter(unit, { member, no, stops });
    return stops
      ? `好的，${no}号的事不再告诉您，您投的票、出的钱都不受影响。想再听发送“${no}号继续告诉我”。`
      : `好的，${no}号您要是参加过，每走一步会私下告诉您，一周最多一次。`;
  },
});
