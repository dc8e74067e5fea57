import { maskName } from '../../src/domain/masking.js';
import { defineIntent, projectNo, rows } from '../../src/talk/intent.js';
import { namesSaid } from '../../src/language/values/people/names-said.js';
import { placeSaid } from '../../src/language/values/people/place-said.js';
import { setTeam } from '../../src/operations/works/set-team.js';

export default defineIntent({
  pattern: /^(?<no>[\d０-９]{1,7})号(?:项目)?(?:的)?监管小组(?:定为|是)?[:：]\s*(?<said>[^?？]{2,200})$/u,
  slots: { no: projectNo, said: rows('请问由哪几位居民组成？至少3人，单数，例如“周桂兰、王师傅、李阿姨”。', 200) },
  permission: 'plan.publish',
  binds: 'public',
  help: {
    title: '定监管小组',
    when: '书记定监管小组，居民担任，3人以上、单数',
    say: '12号监管小组：周桂兰、5号楼2单元301、王师傅',
  },
  async handle({ unit, member, slots }) {
    const said = namesSaid(slots.said).map(placeSaid);
    const { project, team } = await setTeam(unit, { member, no: slots.no, said });
    return `${project.no}号监管小组${team.length}人：${team.map(({ name }) => maskName(name)).join('、')}。施工期间轮流巡查，轮到谁早上私下提醒。`;
  },
});
