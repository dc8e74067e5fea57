import { plain } from '../../src/domain/plain-text.js';
import { nearest } from '../../src/domain/proposal/precedent.js';
import { Refusal } from '../../src/domain/refusal.js';
import { defineIntent, optional, freeProjectNo, words } from '../../src/talk/intent.js';
import { precedentLine } from '../../src/publish/proposal/precedent-words.js';

const newest = 3;

export default defineIntent({
  phrases: ['案例', '案例库'],
  pattern:
    /^(?:看看?)?(?:(?<no>[\d０-９]{1,7})号(?:项目|提案)?(?:的|有没有|有)?(?:类似)?案例|案例库?[:：\s]+(?<what>[^\n]{1,60}))[。！!？?]*$/u,
  slots: { no: freeProjectNo, what: optional(words('', 60)) },
  permission: 'record.read',
  binds: 'nobody',
  help: {
    title: '看全县办成的类似的事',
    when: '看全县办成的类似的事：每户花了多少、每一步几天、有过什么不同意见',
    say: '12号案例',
    more: '也可以说“案例 换灯”',
  },
  async handle({ unit, slots: { no, what }, boardUrl }) {
    const project = no === undefined ? null : await unit.projects.byNo(no);
    if (no !== undefined && !project) throw new Refusal('project.unknown', { no });
    const title = project?.title ?? what;
    const households = project ? (await unit.members.electors(project.scope)).length : null;
    // A matter that has ended is no precedent of itself.
    const own = project ? boardUrl(project.no) : null;
    const all = (await unit.precedents.all()).filter(({ source }) => own?.endsWith(source) !== true);
    const shown = title === undefined ? all.slice(0, newest) : nearest({ title, households }, all);
    if (shown.length === 0)
      return title === undefined
        ? '案例库里还没有办成的事。项目归档以后自动收进来。'
        : `案例库里还没有和“${plain(title, 30)}”类似的。项目归档以后自动收进来。`;
    return ['**类似的事别处怎么办的**', ...shown.map(facts => precedentLine(facts, boardUrl()))].join('\n');
  },
});
