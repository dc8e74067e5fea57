import { dayOf } from '../domain/calendar.js';
import { may } from '../domain/permissions.js';
import { Refusal } from '../domain/refusal.js';
import { type Book, openBook } from '../language/tables/book.js';
import { readPayments } from '../language/tables/payments.js';
import { TableTrouble } from '../language/tables/trouble.js';
import { takeStatement } from '../operations/funds/book-statement.js';
import { statementTaken } from '../publish/funds/statement-screen.js';
import type { Reply } from './reply.js';
import type { MemberView } from '../store/people/members.js';
import type { Unit } from '../store/engine/unit.js';
import { say } from './refusals/say.js';

/** No month of a neighbourhood's payments, and no roster of a grid, has more rows. */
const mostRows = 5000;

/** A file as it was sent: its bytes, and the tables in it or the sentence that says why there are none. */
export interface SentFile {
  readonly bytes: Buffer;
  readonly book: Book | string;
}

export async function openSent(bytes: Buffer): Promise<SentFile> {
  return { bytes, book: await told(() => openBook(bytes, { rows: mostRows })) };
}

/** A file sent alone, in private: of the cashier it is taken as the list of a bank or of WeChat Pay. `file` is null when it could not be had. */
export async function takeFile(
  unit: Unit,
  { member, file, now, messageId }: { member: MemberView; file: SentFile | null; now: Date; messageId: string },
): Promise<Reply> {
  if (!may(member, 'funds.receive'))
    return { text: '文件我用不上。要留凭据请发20MB以内的照片（JPG或PNG），再发一句话说明。' };
  if (!file) return { text: '文件没有取到，请再发一次。' };
  const { bytes, book } = file;
  if (typeof book === 'string') return { text: book };
  const read = await told(async () => readPayments(book, dayOf(now)));
  if (typeof read === 'string') return { text: read };
  const taken = await told(() => takeStatement(unit, { member, bytes, read, now, messageId }));
  if (typeof taken === 'string') return { text: taken };
  return { text: statementTaken(taken.file, taken.isNew, read.notes) };
}

/** What the work gives, or the sentence that says why not. */
async function told<T>(work: () => Promise<T>): Promise<T | string> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) return say(error);
    if (error instanceof TableTrouble) return error.zh;
    throw error;
  }
}
