import { tells } from '../tells.js';
import { planWords } from './plan-words.js';

export default tells<'plan.republished'>(async (unit, { project }) => [
  { notice: { project, kind: 'plan', occasion: `v${project.planVersion}`, text: await planWords(unit, project) } },
]);
