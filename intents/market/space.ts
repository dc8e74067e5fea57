import { ownerships } from '../../src/domain/market/market.js';
import { plain } from '../../src/domain/plain-text.js';
import { Refusal } from '../../src/domain/refusal.js';
import { defineIntent, optional, words } from '../../src/talk/intent.js';
import { readOwner } from '../../src/language/values/money/market-forms.js';
import { registerSpace } from '../../src/operations/market/let-space.js';

export default defineIntent({
  pattern: /^(?:登记)?闲置空间[:：]\s*(?<name>[^，,；;。（(\s]{2,40})(?:[，,；;\s]\s*(?<owner>[^]{2,120}))?$/u,
  slots: {
    name: words('请问是哪里的空间？例如“邻里驿站东间”。', 40),
    owner: optional(words('请问归谁？例如“业主共有（3号表决）”。', 120)),
  },
  permission: 'market.lead',
  binds: 'public',
  help: {
    title: '登记闲置空间',
    when: '公益市场：书记登记闲置空间和归谁',
    say: '闲置空间：邻里驿站东间，业主共有（3号表决）',
    more: '也可以说“闲置空间：居委会一楼，居委会所有（居委会2月3日会议决定）”',
  },
  async handle({ unit, member, slots: { name, owner: said } }) {
    const owner = said === undefined ? null : readOwner(said);
    if (said !== undefined && !owner) throw new Refusal('space.unclear', {});
    const space = await registerSpace(unit, { member, name, owner });
    const { ownership, consent } = space;
    const next =
      ownership === null
        ? `还没写归谁，出租前请发送“空间${space.no}归${ownerships.owners.example}”。`
        : consent === null
          ? `${ownerships[ownership].said}，出租前还要有${ownerships[ownership].needs}。`
          : `${ownerships[ownership].said}（${plain(consent, 60)}），可以出租；租出去了发送“公益协议：空间${space.no}，……”登记。`;
    return `空间${space.no}已登记：${plain(name, 40)}。${next}`;
  },
});
