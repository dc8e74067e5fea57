import { dayOf, dayWords, noonOf } from '../../src/domain/calendar.js';
import { readKeyWords } from '../../src/language/values/key-said.js';
import { plain } from '../../src/domain/plain-text.js';
import { Refusal } from '../../src/domain/refusal.js';
import { projectName } from '../../src/domain/project-words.js';
import { defineIntent, optional, projectNo, rows, words } from '../../src/talk/intent.js';
import { placeSaid } from '../../src/language/values/people/place-said.js';
import { setKeyProject } from '../../src/operations/county/set-key-project.js';

/** The year that was said; this year's where none was. */
function yearSaid(said: string | undefined, now: Date): number {
  const thisYear = Number(dayOf(now).slice(0, 4));
  if (said === undefined || /今年|本年/u.test(said)) return thisYear;
  return /明年/u.test(said) ? thisYear + 1 : Number(said.normalize('NFKC'));
}

export default defineIntent({
  pattern:
    /^(?<no>[\d０-９]{1,7})号(?:项目)?定为(?:(?<year>[\d０-９]{4}|[今本明]年)?年?度?)(?:的)?攻坚项目(?:[:：，,\s]+(?<said>[^]{2,300})|[。！]?)$/u,
  slots: {
    no: projectNo,
    year: optional(words('请问定为哪一年的？例如“2026”。', 4)),
    said: rows('请问目标是什么？例如“目标三盏路灯全部亮起，期限12月31日，牵头王师傅”。', 300),
  },
  permission: 'key.set',
  binds: 'public',
  help: {
    title: '定年度攻坚项目',
    say: '12号定为2026年度攻坚项目：目标三盏路灯全部亮起，现状全坏，期限12月31日，牵头王师傅',
  },
  async handle({ unit, member, slots, now, boardUrl }) {
    const year = yearSaid(slots.year, now);
    const said = readKeyWords(slots.said, year, now);
    if (!said) throw new Refusal('key.unclear', {});
    if (said.deadline === 'wrong') throw new Refusal('key.deadline', { last: null });
    const { project, key, replaced } = await setKeyProject(unit, {
      member,
      no: slots.no,
      year,
      ...said,
      leader: said.leader === null ? null : placeSaid(said.leader),
    });
    const instead = replaced === null ? '' : `原来的${replaced}号不再是。`;
    return `${projectName(project, 40)}定为${key.year}年度攻坚项目，${dayWords(noonOf(key.deadline), now)}前完成：${plain(key.goal, 150)}。${instead}已经[上墙](${boardUrl()}/wall)，每周一群里发挂图。`;
  },
});
