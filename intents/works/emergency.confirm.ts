import { yuan } from '../../src/domain/money.js';
import { defineIntent, projectNo } from '../../src/talk/intent.js';
import { confirmEmergency } from '../../src/operations/works/emergency.js';

export default defineIntent({
  pattern: /^(?:(?<no>[\d０-９]{1,7})号(?:项目)?(?:应急|紧急)?(?:抢修|维修)?(?:现场|到场)?确认(?:应急)?)[。！]?$/u,
  slots: { no: projectNo },
  permission: 'emergency.confirm',
  help: {
    title: '到场看过，确认应急情况',
    when: '到场看过应急情况的住户、楼长等确认',
    say: '12号应急确认',
  },
  async handle({ unit, member, slots: { no } }) {
    const project = await confirmEmergency(unit, { member, no });
    const { emergency } = project;
    if (!emergency?.startedAt)
      return `谢谢，${no}号您的到场确认已记下。还要${emergency?.householdById === null ? '一位住户' : '楼长、物业或监管小组一人'}确认，就可以动工。`;
    return `${no}号到场确认齐了，可以动工，最多花${yuan(emergency.capFen)}。付款照样要申请、核对、批准；每天发送“${no}号进度：……，完成10%”。`;
  },
});
