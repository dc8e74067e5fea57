import { dayWords } from '../../src/domain/calendar.js';
import { plain } from '../../src/domain/plain-text.js';
import { hoursWords } from '../../src/domain/credit/service.js';
import { defineIntent } from '../../src/talk/intent.js';

const shown = 5;

export default defineIntent({
  pattern: /^(?:查看?|看看?)?(?:我的|我)(?:的)?志愿(?:服务)?(?:时长|时间|小时数?)(?:有多少|多少)?[呢？?。！!]*$/u,
  slots: {},
  permission: 'service.attend',
  binds: 'nobody',
  help: {
    title: '看自己的志愿服务时长',
    say: '我的志愿时长',
    more: '时长不过期',
  },
  async handle({ unit, member, now, chat }) {
    const shifts = (await unit.service.shiftsOf(member.id)).filter(({ halfHours }) => halfHours > 0);
    if (shifts.length === 0) return '您还没有志愿时长。有志愿活动时到现场签到、签退，由组织的人和一起参加的人确认。';
    const sum = (of: typeof shifts): string => hoursWords(of.reduce((total, shift) => total + shift.halfHours, 0));
    const waiting = shifts.filter(({ confirmedAt }) => confirmedAt === null);
    const total = `您的志愿时长共**${sum(shifts.filter(({ confirmedAt }) => confirmedAt !== null))}**${waiting.length > 0 ? `，另有${sum(waiting)}等确认` : ''}。`;
    if (chat.kind === 'group') return total;
    const lines: string[] = [];
    for (const { sessionId, startedAt, halfHours, confirmedAt } of shifts.slice(-shown).toReversed()) {
      const title = plain((await unit.service.sessionById(sessionId))?.title ?? '', 40);
      lines.push(`- ${dayWords(startedAt, now)} ${title} ${hoursWords(halfHours)}${confirmedAt ? '' : '（等确认）'}`);
    }
    return `${total}\n\n${lines.join('\n')}`;
  },
});
