import { endOfDay } from '../../domain/calendar.js';
import { projectName } from '../../domain/project-words.js';
import { tells } from '../tells.js';

export default tells<'works.on-duty'>(async (_unit, { project, member }, { now }) => {
  const { no, title, id } = project;
  const text = `今天轮到您巡查${projectName({ no, title }, 40)}。看过以后请发照片和一句话，例如“${no}号巡查：水泥标号不对”；要限期改的，发送“${no}号限期整改：……，3月10日前”。`;
  return [{ members: [member.userid], text, about: { topic: `duty/${id}`, until: endOfDay(now) } }];
});
