import { ownerships } from '../../src/domain/market/market.js';
import { plain } from '../../src/domain/plain-text.js';
import { Refusal } from '../../src/domain/refusal.js';
import { defineIntent, wholeNumber, words } from '../../src/talk/intent.js';
import { readOwner } from '../../src/language/values/money/market-forms.js';
import { ownSpace } from '../../src/operations/market/let-space.js';

export default defineIntent({
  pattern: /^(?:闲置)?空间(?<space>[\d０-９]{1,5})号?归(?<owner>[^]{2,120})$/u,
  slots: {
    space: wholeNumber('请问是几号空间？', 1, 99_999),
    owner: words('请问归谁？例如“业主共有（3号表决）”。', 120),
  },
  permission: 'market.lead',
  binds: 'public',
  help: {
    title: '写明空间归谁',
    when: '公益市场：书记写明空间归谁、凭什么出租',
    say: '空间1归业主共有（3号表决）',
  },
  async handle({ unit, member, slots: { space: no, owner: said } }) {
    const owner = readOwner(said);
    if (!owner) throw new Refusal('space.unclear', {});
    const { ownership, consent } = await ownSpace(unit, { member, space: no, owner });
    if (ownership === null) throw new Refusal('space.unclear', {});
    return consent === null
      ? `空间${no}已记：${ownerships[ownership].said}。出租前还要有${ownerships[ownership].needs}。`
      : `空间${no}已记：${ownerships[ownership].said}（${plain(consent, 60)}），可以出租。`;
  },
});
