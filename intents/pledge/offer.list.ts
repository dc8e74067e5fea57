import { placeWords } from '../../src/domain/masking.js';
import { Refusal } from '../../src/domain/refusal.js';
import { defineIntent, projectNo } from '../../src/talk/intent.js';
import { offersToMeet } from '../../src/operations/pledge/fulfil-offer.js';
import { offerWords } from '../../src/publish/pledge/offer-words.js';

const most = 60;

export default defineIntent({
  pattern:
    /^(?:看|查看)?(?<no>[\d０-９]{1,7})号(?:项目)?(?:的)?(?:捐物出工|捐物和出工|捐物|出工)(?:清单|名单|列表)[。！]?$/u,
  slots: { no: projectNo },
  permission: 'pledge.fulfil',
  binds: 'nobody',
  help: {
    title: '看谁答应捐物、出工',
    say: '12号捐物出工清单',
    more: '楼长只看自己楼',
  },
  async handle({ unit, member, slots: { no }, chat }) {
    if (chat.kind !== 'single') throw new Refusal('offer.private', {});
    const { list, isOfBuildings } = await offersToMeet(unit, { member, no });
    unit.journal.add('pledge.offers', { facts: { no, count: list.length } });
    if (list.length === 0) return `${isOfBuildings ? '您楼里' : ''}还没有人答应给${no}号捐物或出工。`;
    const lines = list
      .slice(0, most)
      .map(
        ({ nth, offer, home }) =>
          `第${nth}项 ${home ? placeWords(home) : ''}：${offerWords(offer)}${offer.fulfilledAt ? '（已登记）' : ''}`,
      );
    return [`${no}号捐物出工：`, ...lines, `东西到了或活干完了，发送“${no}号第1项已到”。`].join('\n');
  },
});
