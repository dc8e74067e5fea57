import { defineIntent, optional, projectNo, words } from '../../src/talk/intent.js';
import { attachMinutes } from '../../src/operations/meeting/hold-meeting.js';

export default defineIntent({
  group: '提案',
  phrases: [],
  pattern: /^(?:(?<no>[\d０-９]{1,7})号)?(?:议事会|会议)(?:的)?(?:会议)?(?:纪要|记录)[:：，,\s]+(?<text>[^]+)$/u,
  slots: { no: optional(projectNo), text: words('请问纪要怎么写？', 1500) },
  takesPictures: true,
  permission: 'meeting.call',
  binds: 'public',
  help: '发议事会纪要，可以附照片，例如“12号会议纪要：路灯装在东头，用太阳能”',
  async handle({ unit, member, slots, now, messageId, pictures }) {
    const minutes = { member, no: slots.no, text: slots.text, pictures, now, messageId };
    const { meeting, present } = await attachMinutes(unit, minutes);
    return `${meeting.no}号议事会纪要已公布，到场${present}户，签到的都记了积分。`;
  },
});
