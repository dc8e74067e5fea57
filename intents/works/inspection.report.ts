import { plain } from '../../src/domain/plain-text.js';
import { defineIntent, optional, projectNo, words } from '../../src/talk/intent.js';
import { recordInspection } from '../../src/operations/works/record-inspection.js';

export default defineIntent({
  slots: { no: optional(projectNo), text: words('请问巡查发现了什么？例如“材料堆放整齐，无安全隐患”。') },
  takesPictures: 'asked',
  permission: 'inspection.report',
  binds: 'public',
  help: { title: '记巡查', say: '12号巡查：焊口有一处渗水' },
  readBack: ({ no, text }) => `给${no ? `${String(no)}号` : ''}记巡查“${plain(String(text), 40)}”`,
  async handle({ unit, member, slots, pictures }) {
    const { project, points } = await recordInspection(unit, { member, ...slots, pictures });
    return `${project.no}号巡查已记：${plain(slots.text, 100)}。18:00的进度公示会写明。${points > 0 ? `积分+${points}。` : ''}`;
  },
});
