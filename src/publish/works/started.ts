import { yuan } from '../../domain/money.js';
import { plain } from '../../domain/plain-text.js';
import { fill } from '../templates.js';
import { tells } from '../tells.js';
import { confirmedBy } from './emergency-words.js';

export default tells<'works.started'>(async (unit, { project, emergency }) => {
  const text = fill('应急动工', {
    编号: project.no,
    项目名: plain(project.title, 60),
    限额: yuan(emergency.capFen),
    ...(await confirmedBy(unit, emergency)),
  });
  return [{ notice: { project, kind: 'plan', occasion: 'emergency started', text } }];
});
