import { plain } from '../../src/domain/plain-text.js';
import { colours } from '../../src/domain/county/colour.js';
import { defineIntent, oneOf, projectNo, wholeNumber, words } from '../../src/talk/intent.js';
import { overrideColour } from '../../src/operations/county/evaluate-colours.js';

const said = { 正常: 'green', 预警: 'yellow', 滞后: 'red', 暂停: 'grey' } as const;

export default defineIntent({
  pattern:
    /^(?<no>[\d０-９]{1,7})号(?:项目)?颜色(?:改|调)为(?<word>正常|预警|滞后|暂停)(?<days>[\d０-９]{1,3})天[:：，,\s]+(?<reason>[^]{2,100})$/u,
  slots: {
    no: projectNo,
    word: oneOf('请问改为什么颜色？回复“正常”“预警”“滞后”或“暂停”。', Object.keys(said) as (keyof typeof said)[]),
    days: wholeNumber('请问改几天？最多7天。', 1, 999),
    reason: words('请问为什么？', 100),
  },
  permission: 'dispatch.lead',
  binds: 'public',
  help: {
    title: '临时调整颜色',
    when: '书记临时调整颜色，最多7天，写明原因',
    say: '12号颜色改为预警3天：等材料到货',
    more: '到期自动恢复',
  },
  async handle({ unit, member, slots }) {
    const colour = said[slots.word];
    const { project, until } = await overrideColour(unit, { ...slots, member, colour });
    const word = colour === 'grey' ? '暂停' : colours[colour];
    return `${project.no}号的颜色改为“${word}”，到${until}：${plain(slots.reason, 100)}。公示栏写明是人工调整和您的职务，到期自动恢复。`;
  },
});
