import { yuan } from '../../domain/money.js';
import { plain } from '../../domain/plain-text.js';
import { fill } from '../templates.js';
import { tells } from '../tells.js';

export default tells<'works.emergency'>(async (unit, { project, emergency }, { now }) => {
  const text = fill('应急抢修', {
    编号: project.no,
    项目名: plain(project.title, 60),
    情况: plain(emergency.what, 200),
    限额: yuan(emergency.capFen),
    户数: (await unit.members.electors(project.scope)).length,
  });
  return [{ notice: { project, kind: 'plan', occasion: `emergency ${now.toISOString()}`, text } }];
});
