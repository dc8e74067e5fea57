import { yuan } from '../../src/domain/money.js';
import { defineIntent, optional, projectNo } from '../../src/talk/intent.js';
import { keepChange } from '../../src/operations/funds/keep-change.js';

export default defineIntent({
  pattern: /^(?:(?<no>[\d０-９]{1,7})号)?(?:项目)?(?:的)?零头留给下(?:一)?个项目[。！]?$/u,
  slots: { no: optional(projectNo) },
  permission: 'pledge.make',
  binds: 'household',
  help: {
    title: '零头留给下个项目',
    when: '余款不到1元、不想领的',
    say: '12号零头留给下个项目',
    more: '不发就照常退',
  },
  async handle({ unit, member, slots, chat }) {
    const { project, amountFen } = await keepChange(unit, { member, no: slots.no });
    // In the group nobody needs to know how much it was.
    return chat.kind === 'single'
      ? `${project.no}号您家的${yuan(amountFen)}留给下个项目了，谢谢。`
      : `${project.no}号您家的零头留给下个项目了，谢谢。`;
  },
});
