import { dayOf } from '../../domain/calendar.js';
import { may } from '../../domain/permissions.js';
import { Refusal } from '../../domain/refusal.js';
import { type Book, openBook } from '../../language/tables/book.js';
import { readPayments } from '../../language/tables/payments.js';
import { isRoster, readRoster } from '../../language/tables/roster.js';
import { TableTrouble } from '../../language/tables/trouble.js';
import { takeStatement } from '../../operations/funds/book-statement.js';
import { bookedBack } from '../../operations/funds/taken-back.js';
import { keepRosterDraft } from '../../operations/people/roster-draft.js';
import { statementTaken } from '../../publish/funds/statement-screen.js';
import { act } from '../act.js';
import type { Reply } from '../reply.js';
import type { StatementFile } from '../../store/funds/statement-file.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';
import type { Parts, Turn } from '../turn.js';
import { say } from '../refusals/say.js';

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

/**
 * A file sent alone, in private, or on the desk. Of a secretary a roster is taken to be looked at, of the cashier a list of a bank or of
 * WeChat Pay; the head says which it is. `file` is null when it could not be had.
 */
export async function takeFile(parts: Parts, turn: Turn): Promise<Reply> {
  const { member, message } = turn;
  const { file } = message;
  const [takesRosters, takesLists] = [may(member, 'roster.import'), may(member, 'funds.receive')];
  if (!takesRosters && !takesLists)
    return { text: '文件我用不上。要留凭据请发20MB以内的照片（JPG或PNG），再发一句话说明。' };
  if (!file) return { text: '文件没有取到，请再发一次。' };
  const { book } = file;
  if (typeof book === 'string') return { text: book };
  if (isRoster(book) && !takesRosters) return { text: '这像是花名册。花名册请书记在私聊里发给我，我没有读。' };
  if (takesRosters && (isRoster(book) || !takesLists)) return takeRoster(parts, turn, book);
  const { unit, now } = turn;
  const taken = await takeList(unit, { member, file, now });
  if (typeof taken === 'string') return { text: taken };
  return { text: statementTaken(taken.file, taken.isNew, await bookedBack(unit, taken.file)) };
}

/** Takes a file as the list of a bank or of WeChat Pay; or the sentence that says why it is none. */
export async function takeList(
  unit: Unit,
  { member, file: { bytes, book }, now }: { member: MemberView; file: SentFile; now: Date },
): Promise<{ readonly file: StatementFile; readonly isNew: boolean } | string> {
  if (typeof book === 'string') return book;
  const read = await told(async () => readPayments(book, dayOf(now)));
  if (typeof read === 'string') return read;
  return told(() => takeStatement(unit, { member, bytes, read }));
}

/** What the roster would change is shown and asked about; nothing is changed before the yes. */
async function takeRoster(parts: Parts, turn: Turn, book: Book): Promise<Reply> {
  const { unit, member, now } = turn;
  const read = await told(async () => readRoster(book));
  if (typeof read === 'string') return { text: read };
  const { rows, refused, notes } = read;
  const said = { refused, notes };
  const { draft } = await keepRosterDraft(unit, { member, lines: [...rows], said, now });
  return act(parts, turn, { intent: 'roster.apply', slots: { roster: draft.id }, sure: true, confirmed: false });
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
