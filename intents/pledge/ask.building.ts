import { yuan } from '../../src/domain/money.js';
import { buildingLabel, buildingWords } from '../../src/domain/label.js';
import { defineIntent, named, optional, projectNo } from '../../src/talk/intent.js';
import { whichProject } from '../../src/operations/which-project.js';
import { allBuildings } from '../../src/operations/people/building-choices.js';
import { passQuestion } from '../../src/operations/notice/pass-question.js';
import { called, paidByBuilding, passedOn, citedWords } from '../../src/publish/notice/answers.js';

export default defineIntent({
  group: '资金',
  pattern:
    /^(?:(?<no>[\d０-９]{1,7})号(?:项目)[，,的]?)?(?<building>[\d０-９]{1,3}|[A-Za-zＡ-Ｚ甲乙丙丁]\d{0,2})(?:号楼|栋|幢|座)(?:一共|总共|现在|已经)?(?:交|收|筹|出)(?:了|到)?(?:多少|几)(?:钱|元)?了?[呢啊呀？?。！!]*$/u,
  slots: { no: optional(projectNo), building: named('请问是几号楼？', buildingLabel, allBuildings) },
  permission: 'record.read',
  binds: 'nobody',
  help: {
    title: '问一栋楼交了多少',
    say: '3号楼交了多少',
    more: '不足五户不公布',
  },
  async handle({ unit, slots, now }) {
    const project = await whichProject(unit, { no: slots.no, deed: '问收款' });
    const notice = await unit.disclosures.latest(project.id, 'funds');
    if (!notice) {
      const words = `有邻居问${called(project)}收了多少钱，资金还没有公示过。`;
      const dueAt = await passQuestion(unit, { project, about: 'funds', words });
      return passedOn(`${called(project)}的资金`, dueAt, now);
    }
    const share = await paidByBuilding(unit, project, { building: slots.building, until: notice.at, now });
    if (share.isTold)
      return `${called(project)}：${buildingWords(slots.building)}居民实交${yuan(share.fen)}。${citedWords(notice, now)}不公布各户。`;
    return `户数太少的楼不单独公布，免得看出是哪一家。${called(project)}全部居民实交${yuan(share.wholeFen)}。${citedWords(notice, now)}`;
  },
});
