import { teamOf } from '../../store/works/team.js';
import { tells } from '../tells.js';
import { topics } from '../../store/notice/topics.js';

export default tells<'works.mended'>(async (unit, { project, finding }) => [
  {
    members: (await teamOf(unit, project.id)).map(({ userid }) => userid),
    text: `${project.no}号整改${finding.no}说改好了，请去看看，再发送“复查${finding.no}通过”或“复查${finding.no}不通过：原因”。`,
    about: { topic: topics.finding(finding) },
  },
]);
