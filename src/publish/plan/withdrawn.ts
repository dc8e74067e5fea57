import { plain } from '../../domain/plain-text.js';
import { fill } from '../templates.js';
import { tells } from '../tells.js';

export default tells<'plan.withdrawn'>(async (_unit, { project, reason }) => {
  const text = fill('方案撤回', {
    编号: project.no,
    项目名: plain(project.title, 60),
    版本: project.planVersion,
    原因: plain(reason, 200),
  });
  return [{ notice: { project, kind: 'plan', occasion: `withdrawn v${project.planVersion}`, text } }];
});
