import { dayMs } from '../calendar.js';

/** For so long a household may say of who was newly bound to it that they are none of theirs (docs/domain.md 1.3). */
export const objectionMs = dayMs;
