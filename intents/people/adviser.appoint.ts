import { defineIntent, place, words } from '../../src/talk/intent.js';
import { adviserName, adviserNotice } from '../../src/publish/people/adviser.js';
import { appointAdviser } from '../../src/operations/people/appoint-adviser.js';

export default defineIntent({
  pattern: /^聘[任请](?:社区治理)?顾问[:：]\s*(?<place>\S{3,40})[，,\s]+(?<name>[^，,\s]{1,20})$/u,
  slots: {
    place: place('请问是哪一户？例如“3号楼2单元301”。'),
    name: words('请问怎么称呼？例如“王师傅”。', 20),
  },
  permission: 'adviser.appoint',
  help: {
    title: '聘任治理顾问',
    say: '聘任顾问：3号楼2单元301 王师傅',
    more: '本人同意公布姓名的，群里才写全名',
  },
  async handle({ unit, slots, chat }) {
    const adviser = await appointAdviser(unit, { ...slots });
    return chat.kind === 'group'
      ? adviserNotice(adviser)
      : `已聘任${adviserName(adviser)}为社区治理顾问，已告诉本人和群里。`;
  },
});
