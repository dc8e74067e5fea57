import { plain } from '../../domain/plain-text.js';
import { projectName } from '../../domain/project-words.js';
import { topics } from '../../store/notice/topics.js';
import { tells } from '../tells.js';

/** Those who build, report and pay hear at once that the works stand still, and who lets them go on. */
export default tells<'works.stopped'>(async (unit, { project, stoppage }) => {
  const { no, title } = project;
  const side = stoppage.by === 'team' ? '监管小组' : '书记';
  const offices = [
    'contractor',
    'building_leader',
    'grid_worker',
    'grid_secretary',
    'community_secretary',
    'cashier',
  ] as const;
  return [
    {
      members: await unit.members.withAnyRole(offices),
      text: `${projectName({ no, title }, 40)}停工：${plain(stoppage.reason, 100)}。停工期间不报进度、不付款；解决以后由${side}发送“${no}号复工”。`,
      about: { topic: topics.stop(project) },
    },
  ];
});
