import { redLines, type RedLine } from '../../src/domain/contest/contest-rules.js';
import { defineIntent, oneOf, wholeNumber } from '../../src/talk/intent.js';
import { vetoCandidate } from '../../src/operations/contest/mark-contest.js';

const said = Object.values(redLines);

export default defineIntent({
  pattern: /^擂台赛否决(?<candidate>\d{1,7})号[:：，,\s]*(?<line>数据不实|缺凭证|强制摊派|泄露隐私)[。！!]*$/u,
  slots: {
    candidate: wholeNumber('请问候选几号？', 1, 9_999_999),
    line: oneOf(`请问是哪条红线？${said.join('、')}`, said),
  },
  permission: 'contest.lead',
  binds: 'public',
  help: {
    title: '擂台赛红线否决',
    when: '碰了红线没有整改的不上名单',
    say: '擂台赛否决17号：强制摊派',
  },
  async handle({ unit, member, slots: { candidate, line } }) {
    const id = (Object.keys(redLines) as RedLine[]).find(key => redLines[key] === line) ?? 'false_data';
    const { state } = await vetoCandidate(unit, { member, candidate, line: id });
    const next = state === 'publicity' ? '名单变了，请重新计分、公示。' : '';
    return `候选${candidate}号已否决（${line}），整改好以前不上名单。${next}`;
  },
});
