import { momentWords } from '../../src/domain/calendar.js';
import { Refusal } from '../../src/domain/refusal.js';
import { defineIntent, flag, optional, projectNo, words } from '../../src/talk/intent.js';
import { readMeeting } from '../../src/language/values/meeting.js';
import { callMeeting, moveMeeting } from '../../src/operations/meeting/hold-meeting.js';

export default defineIntent({
  pattern:
    /^(?:召集|召开|通知|开)?(?:(?<no>[\d０-９]{1,7})号)?(?:项目|提案)?(?:的)?(?:召集|召开|开)?(?:一次|个)?(?:居民)?议事会(?:通知)?[:：，,\s]+(?<text>[^]+)$/u,
  slots: {
    no: optional(projectNo),
    text: words('请问什么时候开、议什么？例如“周六上午九点，3号楼前，议题：路灯装在哪里”。', 400),
    moves: optional(flag),
  },
  permission: 'meeting.call',
  binds: 'public',
  help: { title: '召集议事会', say: '12号议事会：周六上午九点，3号楼前，议题：路灯装在哪里' },
  async handle({ unit, member, slots, now }) {
    const { startsAt, place, agenda: matter } = readMeeting(slots.text, now);
    // Who tells when and where neighbours meet on a matter, and no more, means the matter.
    const agenda =
      matter ??
      (slots.no === undefined || place === undefined ? undefined : (await unit.projects.byNo(slots.no))?.title);
    if (!startsAt || !agenda) throw new Refusal('meeting.unclear', {});
    const called = { member, no: slots.no, startsAt, place, agenda, now };
    const { meeting } = await (slots.moves ? moveMeeting : callMeeting)(unit, called);
    const said = `${meeting.no}号议事会已${slots.moves ? '改期，重新' : ''}通知：${momentWords(startsAt, now)}。到场的发送“${meeting.no}号签到”，开完发送“${meeting.no}号会议纪要：……”。`;
    const signIn = { text: '签到', style: 1 as const, intent: 'meeting.signin', slots: { no: meeting.no } };
    const title = `${meeting.no}号议事会：到场了点签到`;
    return {
      text: said,
      card: { about: `meeting-${meeting.id}`, title, buttons: [signIn], updates: 'presser' as const },
    };
  },
});
