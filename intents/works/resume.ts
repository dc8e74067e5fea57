import { defineIntent, projectNo } from '../../src/talk/intent.js';
import { resumeWorks } from '../../src/operations/works/stop-works.js';

export default defineIntent({
  pattern: /^(?<no>[\d０-９]{1,7})号(?:项目)?(?:可以)?复工[。！]?$/u,
  slots: { no: projectNo },
  permission: 'works.stop',
  binds: 'public',
  help: {
    title: '同意复工',
    when: '叫停的一方同意复工',
    say: '12号复工',
  },
  async handle({ unit, member, slots }) {
    const project = await resumeWorks(unit, { member, ...slots });
    return `${project.no}号可以复工了。`;
  },
});
