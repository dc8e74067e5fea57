import { defineIntent, optional, projectNo, saysStop, stopOrGoOn } from '../../src/talk/intent.js';
import { stopReminders } from '../../src/operations/pledge/stop-reminders.js';

export default defineIntent({
  pattern:
    /^(?:请)?(?:(?<no>[\d０-９]{1,7})号(?:项目)?(?:的)?(?:认捐)?)?(?:请)?(?:也|都)?(?<how>不用|不要|别|不必|继续|恢复|再|)(?:再)?提醒我(?:们?家)?(?:认捐|交钱|交款)?(?:了)?[。！!]*$/u,
  slots: {
    no: optional(projectNo),
    // 提醒我 says it without a word for it.
    how: stopOrGoOn('请问还要不要提醒？', { stop: '不用再提醒', goOn: '还提醒我' }, ['继续', '恢复', '再', '']),
  },
  permission: 'pledge.make',
  binds: 'household',
  help: {
    title: '交款提醒要不要',
    when: '不想再收到认捐没交的提醒',
    say: '不用提醒我',
    more: '或“12号不用提醒我”，想恢复发送“继续提醒我”；别人不知道',
  },
  readBack: ({ no, how }) => `${saysStop(how) ? '不再给您发' : '再给您发'}${no ? `${String(no)}号的` : ''}交款提醒`,
  async handle({ unit, member, slots: { no, how } }) {
    const stops = how === '不用';
    await stopReminders(unit, { member, no, stops });
    const which = no === undefined ? '' : `${no}号`;
    return stops
      ? `好的，不再提醒您家${which}认捐交款的事。认没认、认多少都不受影响，想恢复就发送“${which}继续提醒我”。`
      : `好的，${which}认捐有没交的，私下提醒您，最多三次。随时可以发送“${which}不用提醒我”。`;
  },
});
