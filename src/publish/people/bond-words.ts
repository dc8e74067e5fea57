import { momentWords } from '../../domain/calendar.js';
import { placeWords } from '../../domain/masking.js';
import { objectionMs } from '../../domain/people/bond.js';
import { calledBy, whoAsks } from '../../domain/people/identity.js';
import type { Bond } from '../../store/notice/fact-parts.js';
import type { Saying } from '../../store/notice/saying.js';

/** Everybody who was bound to the household before hears of the new bond, and how to object within a day. */
export function toHousehold({ bound, household, others }: Bond, how: string, now: Date): Saying {
  const until = momentWords(new Date(now.getTime() + objectionMs), now);
  return {
    members: others.map(({ userid }) => userid),
    text: `${whoAsks(bound)}${how}绑定到了您家（${placeWords(household)}）。不是您家的人，请在${until}前发送：不是我家的人 ${calledBy(bound)}`,
    about: 'plain fact',
  };
}
