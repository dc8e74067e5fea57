import { momentWords } from '../../domain/calendar.js';
import { plain } from '../../domain/plain-text.js';
import { voteSayings } from '../../domain/poll/choices.js';
import type { Poll } from '../../store/poll/poll.js';

/** How an open poll is voted on, with its own number and options. */
export function howToVote({ no, options, question, closesAt }: Poll, now: Date): string {
  const says = voteSayings({ no, options }).map(said => `“${plain(said, 26)}”`);
  return `${no}号「${plain(question, 30)}」正在表决，${momentWords(closesAt, now)}截止。直接说${says.join('或')}就行，截止前可以改。现在还没有投。`;
}
