import { momentWords } from '../../domain/calendar.js';
import { placeWords } from '../../domain/masking.js';
import { squareMetres } from '../../domain/poll/tally.js';
import type { Household } from '../../store/people/household.js';
import type { Poll } from '../../store/poll/poll.js';

/** How many homes one message names. */
const most = 40;

interface Visit {
  readonly home: Household;
  readonly areaCentiM2: number;
}

/** The homes that a leader may visit, for the leader's eyes. */
export function visitWords(poll: Poll, visits: readonly Visit[], now: Date): string {
  if (visits.length === 0) return `${poll.no}号表决：您负责的楼都投过了，不用走访。`;
  const lines = visits
    .slice(0, most)
    .map(
      ({ home, areaCentiM2 }, index) =>
        `${index + 1}. ${placeWords(home)}${poll.electorate ? `，${squareMetres(areaCentiM2)}` : ''}`,
    );
  const rest = visits.length > most ? [`还有${visits.length - most}户，走访过这些再看。`] : [];
  return [
    `${poll.no}号表决还没投的（${momentWords(poll.closesAt, now)}截止），只供您走访，不要转发：`,
    ...lines,
    ...rest,
    '上门只念题目、不劝投哪一项；投不投、投什么都由住户自己定。',
  ].join('\n');
}
