import { plain } from '../../domain/plain-text.js';
import { teamOf } from '../../store/works/team.js';
import { tells } from '../tells.js';
import { topics } from '../../store/notice/topics.js';

export default tells<'works.reached'>(async (unit, { project, milestone }) => {
  const name = plain(milestone.name, 20);
  return [
    {
      members: (await teamOf(unit, project.id)).map(({ userid }) => userid),
      text: `${project.no}号“${name}”报完成了，请去看看。没问题请发送“${project.no}号节点验收：${name}”，有问题请发送“${project.no}号限期整改：”和要改的地方。`,
      about: { topic: topics.milestone(project, milestone) },
    },
  ];
});
