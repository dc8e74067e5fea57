import { tells } from '../tells.js';
import { planWords } from './plan-words.js';

export default tells<'plan.published'>(async (unit, { project, ...version }) => [
  {
    notice: {
      project,
      kind: 'plan',
      occasion: `v${project.planVersion}`,
      text: await planWords(unit, project, version),
    },
  },
]);
