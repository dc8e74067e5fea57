import { fundingClasses } from '../../domain/lifecycle.js';
import { plain } from '../../domain/plain-text.js';
import { fill } from '../templates.js';
import { tells } from '../tells.js';

export default tells<'proposal.reclassified'>(async (_unit, { project, before, reason }) => {
  const text = fill('类别更改', {
    编号: project.no,
    项目名: plain(project.title, 60),
    原类: fundingClasses[before],
    新类: project.fundingClass === null ? '' : fundingClasses[project.fundingClass],
    原因: plain(reason, 200),
  });
  return [{ notice: { project, kind: 'plan', occasion: `class ${project.classChanges ?? 0}`, text } }];
});
