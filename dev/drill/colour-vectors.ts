import { type Colour, colourOf, type Standing, type Step } from '../../src/domain/county/colour.js';

/** Works under way on which everything is in order on the day that is asked about. */
export function works(at: Date, changes: Partial<Standing> = {}): Standing {
  return { state: 'in_progress', stateSince: at, pledgeClosesAt: null, reportedAt: at, ...changes };
}

export function step(plannedOn: string, changes: Partial<Step> = {}): Step {
  return { name: '装管', plannedOn, doneAt: null, percent: 100, ...changes };
}

export const on = (day: string, time = '09:00'): Date => new Date(`${day}T${time}:00+08:00`);

/** The vectors of docs/domain.md 19: what stands, on which day, and the colour that it must have. */
export const colourVectors: readonly (readonly [string, string, Partial<Standing>, Colour])[] = [
  ['planned 05-10, today 05-12', '2026-05-12', { milestones: [step('2026-05-10')] }, 'yellow'],
  ['planned 05-10, today 05-18', '2026-05-18', { milestones: [step('2026-05-10')] }, 'red'],
  [
    'finished 05-18, not yet confirmed',
    '2026-05-18',
    { milestones: [step('2026-05-10', { doneAt: on('2026-05-18') })], wasRed: true },
    'yellow',
  ],
  [
    'finished 05-18 and confirmed',
    '2026-05-18',
    { milestones: [step('2026-05-10', { doneAt: on('2026-05-18') })], wasRed: false },
    'green',
  ],
  ['all fine, a statement overdue 2 days', '2026-05-18', { overdueSince: on('2026-05-16') }, 'yellow'],
];

/** The vectors that do not hold. */
export function wrongColours(): string[] {
  return colourVectors
    .filter(([, day, changes, colour]) => colourOf(works(on(day), changes), on(day)) !== colour)
    .map(([what, , , colour]) => `the colour of “${what}” is not ${colour}`);
}
