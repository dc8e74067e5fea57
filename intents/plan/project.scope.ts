import { scopeWords } from '../../src/domain/plan/scope.js';
import { readScope } from '../../src/language/values/scope-said.js';
import { defineIntent, projectNo, rows } from '../../src/talk/intent.js';
import { setScope } from '../../src/operations/plan/set-scope.js';
import { toPublish } from '../../src/publish/plan/plan-notice.js';

export default defineIntent({
  pattern:
    /^(?<no>[\d０-９]{1,7})号(?:项目)?(?:的)?(?:范围|涉及范围)(?:是|为|改为|定为)?[:：，,\s]*(?<scope>[^]{1,200})$/u,
  slots: { no: projectNo, scope: rows('请问涉及哪些楼、哪些单元？例如“3号楼2单元、4号楼”，或者“全网格”。', 200) },
  permission: 'poll.track',
  help: {
    title: '定项目涉及的楼和单元',
    when: '书记定项目涉及的楼和单元，只由这些户表决',
    say: '12号范围：3号楼2单元、4号楼',
  },
  async handle({ unit, slots }) {
    const scope = readScope(slots.scope);
    const { project, households } = await setScope(unit, { no: slots.no, scope });
    return `${project.no}号的范围定为${scopeWords(scope)}，共${households}户。${toPublish(project, '发布方案和表决都按这个范围。')}`;
  },
});
