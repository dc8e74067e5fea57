import type { Step } from '../domain/step.js';
import type { Reply } from '../talk/reply.js';
import { stepWords } from '../domain/next-words.js';

interface Line extends Pick<Step, 'deed' | 'slots' | 'title' | 'detail' | 'says' | 'until'> {
  readonly about: string;
  readonly isDue: boolean;
}

/** The same for a row of a card, which is cut behind: what is done and what it pays come before the title of the matter. */
export function waitingRow(one: Pick<Line, 'about' | 'title' | 'detail' | 'until'>, now: Date): string {
  return [stepWords(one, now), one.about].filter(Boolean).join('｜');
}

/** A list is read on a phone: more lines than this are shown when the first are done. */
const mostDue = 8;
const mostOthers = 8;

/** What waits for a member, each line with the number that does it; what they may do besides stands apart. */
export function waitingList(waiting: readonly Line[], now: Date): Reply {
  const due = waiting.filter(({ isDue }) => isDue);
  const others = waiting.filter(({ isDue }) => !isDue);
  const shown = [...due.slice(0, mostDue), ...others.slice(0, mostOthers)];
  const line = (one: Line): string => `${shown.indexOf(one) + 1}. ${one.about}${stepWords(one, now)}`;
  const lines = [
    due.length > 0 ? `等您办的${due.length}件，回复前面的数字就办：` : '现在没有等您办的事。',
    ...due.slice(0, mostDue).map(line),
    due.length > mostDue ? `还有${due.length - mostDue}件，办好上面的再看。` : '',
    others.length > 0 ? `${due.length > 0 ? '也可以办' : '可以办的，回复数字'}：` : '',
    ...others.slice(0, mostOthers).map(line),
  ];
  return {
    text: lines.filter(Boolean).join('\n'),
    offers: shown.map(({ deed, slots, title }) => ({ intent: deed, slots, title })),
  };
}
