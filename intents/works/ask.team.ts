import { worksStates } from '../../src/domain/lifecycle.js';
import { maskName } from '../../src/domain/masking.js';
import { defineIntent, optional, projectNo } from '../../src/talk/intent.js';
import { whichProject } from '../../src/operations/which-project.js';
import { passQuestion } from '../../src/operations/notice/pass-question.js';
import { teamUserids } from '../../src/operations/works/team-userids.js';
import { called, passedOn, citedWords } from '../../src/publish/notice/answers.js';

export default defineIntent({
  pattern:
    /^(?:(?<no>[\d０-９]{1,7})号)?(?:项目|工程)?(?:由|是)?(?:谁|哪些人|什么人)(?:在|来|负责)?(?:监督|监管|把关|盯着)(?:的)?[呢啊呀？?。！!]*$|^监管小组(?:是|有|都有)(?:谁|哪些人)[？?。！!]*$/u,
  slots: { no: optional(projectNo) },
  permission: 'record.read',
  binds: 'nobody',
  help: { title: '问谁在监督', say: '12号谁监督' },
  async handle({ unit, slots, now, boardUrl }) {
    const project = await whichProject(unit, { no: slots.no, rather: worksStates, deed: '问监督' });
    const userids = await teamUserids(unit, project);
    const notice =
      (await unit.disclosures.latest(project.id, 'progress')) ?? (await unit.disclosures.latest(project.id, 'plan'));
    if (userids.length === 0 || !notice) {
      const words = `有邻居问${called(project)}谁在监督。请登记监管小组并公示方案。`;
      const dueAt = await passQuestion(unit, { project, about: 'team', words });
      return passedOn(`${called(project)}的监管小组`, dueAt, now);
    }
    const names = (await unit.members.all())
      .filter(({ userid }) => userids.includes(userid))
      .map(({ name }) => maskName(name));
    const inspections = (await unit.works.notes(project.id, 'inspection')).filter(({ at }) => at <= notice.at).length;
    return `${called(project)}由监管小组${userids.length}人监督：${names.join('、')}，都是居民，不管钱、不施工；已公布巡查${inspections}次。${citedWords(notice, now)}巡查记录见[公示栏](${boardUrl(project.no)})。`;
  },
});
