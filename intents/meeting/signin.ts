import { defineIntent, optional, projectNo } from '../../src/talk/intent.js';
import { signIn } from '../../src/operations/meeting/hold-meeting.js';

export default defineIntent({
  pattern: /^(?:我(?:来)?)?(?:(?<no>[\d０-９]{1,7})号)?(?:议事会)?(?:的)?(?:我)?(?:签到|报到)(?:了)?[。！]?$/u,
  slots: { no: optional(projectNo) },
  permission: 'meeting.attend',
  binds: 'household',
  help: {
    title: '议事会签到',
    when: '参加议事会到场后',
    say: '签到',
  },
  async handle({ unit, member, slots }) {
    const { meeting, present, again } = await signIn(unit, { member, no: slots.no });
    return again
      ? `您家在${meeting.no}号议事会已经签过到了。现在到场${present}户。`
      : `签到成功，${meeting.no}号议事会到场${present}户。会议纪要公布后记积分。`;
  },
});
