import { dayOf, dayWords, noonOf } from '../../src/domain/calendar.js';
import { plain } from '../../src/domain/plain-text.js';
import { takeDay } from '../../src/language/values/time/said-day.js';
import { defineIntent, projectNo, words } from '../../src/talk/intent.js';
import { readTime } from '../../src/language/values/time/times.js';
import { findFault } from '../../src/operations/works/mend-finding.js';

export default defineIntent({
  pattern: /^(?<no>[\d０-９]{1,7})号(?:项目)?(?:要求|限期)整改[:：，,\s]+(?<text>[^]{2,200})$/u,
  slots: { no: projectNo, text: words('请问要整改什么？例如“焊口渗水，3月10日前”。', 200) },
  takesPictures: true,
  permission: 'inspection.report',
  binds: 'public',
  help: { title: '提整改', say: '12号限期整改：焊口渗水，3月10日前' },
  async handle({ unit, member, slots, now, pictures }) {
    const dated = takeDay(slots.text, now);
    const { rest, day } = dated.day === null ? daySaid(dated.rest, now) : dated;
    const found = { member, no: slots.no, text: rest, day, pictures, now };
    const { project, finding } = await findFault(unit, found);
    return `${project.no}号整改${finding.no}已记：${plain(rest, 100)}，${dayWords(noonOf(finding.dueOn), now)}前改好。改好后请发送“整改${finding.no}完成”，可以先发照片。`;
  },
});

/** 电线头子露在外面，这周六前: a day that is no date. */
function daySaid(text: string, now: Date): { readonly rest: string; readonly day: string | null } {
  const {
    rest = '',
    by = '',
    end = '',
  } = /^(?<rest>[^]{2,}?)(?<![，,\s])[，,\s]+(?<by>[^，,。\s]{2,12}?)(?<end>之前|以前|前|之内|以内|内)[。]?$/u.exec(
    text.trim(),
  )?.groups ?? {};
  const at = by === '' ? null : readTime(end.endsWith('内') ? `${by}内` : by, now);
  return at ? { rest, day: dayOf(at) } : { rest: text, day: null };
}
