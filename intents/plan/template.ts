import { plain } from '../../src/domain/plain-text.js';
import { categories, categoryOf, otherCategory } from '../../src/domain/proposal/categories.js';
import { Refusal } from '../../src/domain/refusal.js';
import { defineIntent, optional, projectNo, words } from '../../src/talk/intent.js';
import { kindsWords, templateWords } from '../../src/publish/plan/template-words.js';

export default defineIntent({
  phrases: ['模板', '方案模板'],
  pattern:
    /^(?:看看?)?(?:(?<no>[\d０-９]{1,7})号(?:项目|提案)?的?(?:方案)?模板|(?:方案)?模板[:：\s]+(?:(?<same>[\d０-９]{1,7})号|(?<what>[^\n]{1,60}))|(?!第?[一二三四五六七八九十]+号)(?<kind>[^\n\d:：]{1,20}?)的?(?:方案)?模板)[。！!？?]*$/u,
  slots: {
    no: optional(projectNo),
    same: optional(projectNo),
    what: optional(words('', 60)),
    kind: optional(words('', 20)),
  },
  permission: 'record.read',
  binds: 'nobody',
  help: {
    title: '一类事一般怎么办',
    when: '一类事一般怎么办：先问什么、谁出钱、预算有哪几项、工期和安全',
    say: '模板 换灯',
    more: '也可以说“12号模板”',
  },
  async handle({ unit, slots: { no, same, what, kind } }) {
    const asked = no ?? same;
    const project = asked === undefined ? null : await unit.projects.byNo(asked);
    if (asked !== undefined && !project) throw new Refusal('project.unknown', { no: asked });
    const named = project?.title ?? what ?? kind;
    if (named === undefined) return `有这些模板：${kindsWords()}。发送例如“模板 楼道灯”。`;
    const exact = [...categories.values()].find(({ said }) => said === named);
    const category = exact ?? categoryOf(named);
    if (category.id === otherCategory && exact === undefined && !project)
      return `没有“${plain(named, 20)}”的模板。有这些：${kindsWords()}。`;
    return templateWords(category);
  },
});
