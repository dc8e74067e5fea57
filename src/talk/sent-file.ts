import { readStatementTable } from '../process/commands/table-file.js';
import { may } from '../domain/permissions.js';
import { Refusal } from '../domain/refusal.js';
import { takeStatement } from '../operations/funds/book-statement.js';
import { statementTaken } from '../publish/funds/statement-screen.js';
import type { Reply } from './reply.js';
import type { MemberView } from '../store/people/members.js';
import type { Unit } from '../store/engine/unit.js';
import { say } from './refusals/say.js';

/** No month of a neighbourhood's payments is larger. */
const mostBytes = 2 * 1024 * 1024;

/** A file sent alone, in private: of the cashier it is taken as the statement of a bank or of WeChat Pay. `file` is null when it could not be had. */
export async function takeFile(
  unit: Unit,
  { member, file, now, messageId }: { member: MemberView; file: Buffer | null; now: Date; messageId: string },
): Promise<Reply> {
  if (!may(member, 'funds.receive'))
    return { text: '文件我用不上。要留凭据请发20MB以内的照片（JPG或PNG），再发一句话说明。' };
  if (!file) return { text: '文件没有取到，请再发一次。' };
  if (file.length > mostBytes) return { text: '流水文件要在2MB以内，请按月导出再发。' };
  const table = await readStatementTable(file).catch(() => null);
  const taken = table && (await told(() => takeStatement(unit, { member, bytes: file, table, now, messageId })));
  if (typeof taken === 'string') return { text: taken };
  if (!taken)
    return { text: '这个文件里没有找到流水的表头（要有日期和金额两列）。请发银行或微信导出的Excel（xlsx）或CSV文件。' };
  return { text: statementTaken(taken.file, taken.isNew) };
}

/** What the work gives, or the sentence that says why not. */
async function told<T>(work: () => Promise<T>): Promise<T | string> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) return say(error);
    throw error;
  }
}
