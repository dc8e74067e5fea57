import { startOf } from '../../src/domain/calendar.js';
import { places } from '../../src/domain/credit/credit.js';
import { maskName } from '../../src/domain/masking.js';
import { plain } from '../../src/domain/plain-text.js';
import { defineIntent } from '../../src/talk/intent.js';

const shown = 10;
/** More members than a grid can have. */
const everyone = 100_000;

export default defineIntent({
  phrases: ['积分榜', '积分排行', '积分排行榜', '积分排名', '积分谁最高', '谁的积分最高'],
  slots: {},
  permission: 'record.read',
  binds: 'nobody',
  help: { title: '看今年的积分榜', say: '积分排行榜' },

  async handle({ member, unit, now }) {
    const ranking = await unit.credit.ranking(startOf('year', now), everyone);
    if (ranking.length === 0) return '今年还没有人得积分。参加表决、提案、巡查、出资都能攒积分。';

    const place = places(ranking.map(({ points }) => points));
    const top = ranking.slice(0, shown);
    const names = new Map(
      (await unit.members.byIds(top.map(({ memberId }) => memberId))).map(({ id, name, namedAt }) => [
        id,
        // The whole name only of those who agreed to it (PIPL Art. 25).
        namedAt ? name : maskName(name),
      ]),
    );
    const lines = top.map(
      ({ memberId, points }, index) => `- 第${place[index]}名 ${plain(names.get(memberId) ?? '居民', 10)} ${points}分`,
    );

    const own = ranking.findIndex(({ memberId }) => memberId === member.id);
    const ownWords = own < 0 ? '您今年还没有得积分。' : `您排第${place[own]}名，${ranking[own]?.points}分。`;
    return `**今年积分榜**（得分合计，兑换不影响名次）\n\n${lines.join('\n')}\n\n${ownWords}`;
  },
});
