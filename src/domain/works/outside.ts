import { dayOf, endOfDay, noonOf } from '../calendar.js';
import { Refusal } from '../refusal.js';

/** So often one link may be answered, with so many files at once; of our own making. */
export const mostAnswers = 10;
export const mostFiles = 6;
/** No answer is longer, in characters. */
export const mostAnswerChars = 1000;
/** The largest document, in bytes. */
const pdfMaxBytes = 5 * 1024 * 1024;

/** The end of a day that was said for a task; refused for one that is over. */
export function lastMoment(day: string, { no, now }: { no: number; now: Date }): Date {
  if (day < dayOf(now)) throw new Refusal('outside.day', { no, said: 'past' });
  return endOfDay(noonOf(day));
}

/**
 * True for a PDF to its end that carries no program and no file of its own. It is kept as it came and only ever handed out to be
 * saved, never shown within a page.
 */
export function isPlainPdf(bytes: Buffer): boolean {
  if (bytes.length > pdfMaxBytes || bytes.toString('latin1', 0, 5) !== '%PDF-') return false;
  const text = bytes.toString('latin1');
  return /%%EOF\s*$/u.test(text) && !/\/(?:JavaScript|JS|Launch|EmbeddedFile|RichMedia|OpenAction|AA)\b/u.test(text);
}
