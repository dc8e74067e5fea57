import { monthFigureWords } from '../../domain/works/month-figures.js';
import { projectName } from '../../domain/project-words.js';
import { tells } from '../tells.js';
import { topics } from '../../store/notice/topics.js';

export default tells<'works.month-made'>(async (_unit, { project: { no, title, id }, month, figures, team }) => [
  {
    members: team.map(({ userid }) => userid),
    text: `${projectName({ no, title }, 30)}${Number(month.slice(5))}月的监管月报做好了：${monthFigureWords(figures)}。没有错就发送“${no}号监管月报✔”签字，签完在群里公布；有错请先补记，或告诉书记。`,
    about: { topic: topics.month({ id }) },
  },
]);
