import { yuan } from '../../src/domain/money.js';
import { defineIntent, money, projectNo, words } from '../../src/talk/intent.js';
import { declareEmergency } from '../../src/operations/works/emergency.js';

export default defineIntent({
  pattern:
    /^(?<no>[\d０-９]{1,7})号(?:项目)?(?:宣布|启动|申请|走)?(?:应急|紧急)(?:抢修|维修|处置)(?:[:：，,\s]+(?<what>[^\s，,:：][^]{1,199}?))?(?:(?<![，,；;。\s])[，,；;。\s]+(?:最多|不超过|限额|上限)[:：\s]*(?:花|为)?(?<cap>[^，,：:；;\s]{1,20}?元|[\d.]{1,12}万?))?[。！]?$/u,
  slots: {
    no: projectNo,
    what: words('请问什么情况、先怎么修？例如“主管道爆裂，地下室进水，先换一截管”。', 200),
    cap: { ...money, ask: '请问最多花多少钱？例如“8000元”。' },
  },
  permission: 'emergency.declare',
  help: {
    title: '宣布应急抢修',
    when: '宣布应急抢修（漏水、电梯、消防、爆管等）',
    say: '12号应急抢修：主管道爆裂，先换一截管，最多8000元',
    more: '责任核查先选应急维修',
  },
  async handle({ unit, member, slots: { no, what, cap: capFen } }) {
    await declareEmergency(unit, { member, no, what, capFen });
    return `${no}号应急抢修已告诉大家，最多${yuan(capFen)}。请一位住户和楼长、物业或监管小组一人到场看过，各发送“${no}号应急确认”，就可以动工。`;
  },
});
