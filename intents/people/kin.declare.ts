import { defineIntent, words } from '../../src/talk/intent.js';
import { placeSaid } from '../../src/language/values/people/place-said.js';
import { declareKin } from '../../src/operations/works/set-team.js';

export default defineIntent({
  pattern: /^声明亲属[:：]\s*(?<said>[^]{2,40}?)[。！]?$/u,
  slots: { said: words('请问是哪一位？请写全名或住址。', 40) },
  permission: 'kin.declare',
  binds: 'household',
  help: {
    title: '声明要回避的近亲',
    when: '有近亲在管钱、审批或施工的',
    say: '声明亲属：5号楼2单元301',
    more: '不公开，只用来回避',
  },
  async handle({ unit, member, slots }) {
    await declareKin(unit, { member, said: placeSaid(slots.said) });
    return '记下了，不公开。您不会被安排监督这位亲属经手的项目。';
  },
});
