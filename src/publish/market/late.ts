import { dayOf, dayTold, endOfDay } from '../../domain/calendar.js';
import { periodWords } from '../../domain/market/market.js';
import { yuan } from '../../domain/money.js';
import { plain } from '../../domain/plain-text.js';
import type { LateShare } from '../../store/market/market-standing.js';
import { tells } from '../tells.js';

/** Who hears each morning which shares are late. */
const listeners = ['grid_secretary', 'community_secretary', 'bookkeeper'] as const;

export default tells<'market.late'>(async (unit, { late }, { now }) => {
  const lines = late.map(one => `- ${lateLine(one, dayOf(now))}`);
  return [
    {
      members: await unit.members.withAnyRole(listeners),
      text: ['**公益市场逾期的分成**', ...lines, '请联系经营方；发送“公益市场”看全部。'].join('\n'),
      about: { topic: 'market overdue', until: endOfDay(now) },
    },
  ];
});

function lateLine({ agreement, period }: LateShare, today: string): string {
  const { key, state, dueFen, recordedFen, payBy, declareBy } = period;
  const who = `公益协议${agreement.no} ${plain(agreement.operator, 40)} ${periodWords(key)}`;
  return state === 'overdue'
    ? `${who}：还差${yuan((dueFen ?? 0) - recordedFen)}，应在${dayTold(payBy, today)}前交`
    : `${who}：没有申报，应在${dayTold(declareBy, today)}前`;
}
