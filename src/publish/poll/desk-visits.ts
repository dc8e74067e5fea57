import { momentWords } from '../../domain/calendar.js';
import { placeWords } from '../../domain/masking.js';
import type { DeliveryMethod } from '../../store/poll/delivery.js';
import type { Household } from '../../store/people/household.js';
import type { Poll } from '../../store/poll/poll.js';
import type { Unit } from '../../store/engine/unit.js';
import type { WorkTable } from '../desk-list.js';

interface Visits {
  readonly poll: Poll;
  readonly visits: readonly { readonly home: Household; readonly areaCentiM2: number }[];
}

/**
 * The homes of a leader's buildings that have not voted, with whether a ballot has reached them. What anybody chose stands nowhere in it
 * (docs/domain.md 7.11, 13.7).
 */
export async function visitsTable(
  unit: Unit,
  { poll, visits }: Visits,
  { methods, now }: { methods: Readonly<Record<DeliveryMethod, string>>; now: Date },
): Promise<WorkTable> {
  const { no, question, closesAt } = poll;
  const reached = new Map(
    (await unit.polls.deliveries(poll.id)).map(({ householdId, method }) => [householdId, methods[method]]),
  );
  return {
    title: `${no}号表决 还没投的`,
    note: `${question}。${momentWords(closesAt, now)}截止。只供您走访，不要转发；上门只念题目、不劝投哪一项，投不投、投什么都由住户自己定。`,
    empty: '您负责的楼都投过了，不用走访。',
    more: [`/desk/ballots/${no}`, '一次录一批纸票'],
    head: ['住户', '表决票'],
    rows: visits.map(({ home }) => {
      const place = placeWords(home);
      const how = reached.get(home.id);
      return {
        cells: [place, how === undefined ? '还没送达' : `已送达（${how}）`],
        does: [
          ...(how === undefined ? [{ deed: 'poll.deliver', slots: { no, place }, title: '记送达' }] : []),
          { deed: 'paper.enter', slots: { no, place }, title: '录纸票' },
        ],
      };
    }),
  };
}
