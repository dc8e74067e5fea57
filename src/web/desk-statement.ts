import type { Context } from 'koa';
import type { Router } from 'koa-router';
import { Refusal } from '../domain/refusal.js';
import { matchFile } from '../operations/funds/book-statement.js';
import { statementPage } from '../publish/funds/desk-statement.js';
import type { Project } from '../store/proposal/project.js';
import { openSent, takeList } from '../talk/sent/sent-file.js';
import { keepAndShow } from './desk-kept.js';
import { numberIn } from './desk-links.js';
import { type DeskParts, deskForm, deskReader, deskSeat, isOwnForm, refuseForm } from './desk-session.js';
import { isKey, messageIdOf, newKey } from './handed-form.js';
import { sentForm } from './sent-form.js';
import { seeOther, show } from './show.js';

/** Who may record receipts of which matter: null for everybody and everything else. */
type ProjectFor = (context: Context) => Promise<Project | null>;

/** The list of a bank, uploaded: read and matched by what reads and matches it in chat, and booked by tick by the same deed. */
export function addStatements(router: Router, parts: DeskParts, projectFor: ProjectFor): void {
  const { store, now, random } = parts;

  router.post('/desk/receipts/:no/file', async (context, next) => {
    const sent = await sentForm(context);
    if (!sent || !isOwnForm(context, sent.fields.get('csrf'))) return refuseForm(context);
    const project = await projectFor(context);
    if (!project) return next();
    const { grid, member } = deskReader(context);
    const [bytes] = sent.pictures;
    const file = bytes && (await openSent(bytes));
    const key = sent.fields.get('_key') ?? '';
    const messageId = messageIdOf([grid.id, member.userid, 'statement', key]);
    const at = now();
    const taken = file
      ? await store.inGrid(grid, unit => takeList(unit, { member, file, now: at }), {
          by: member.userid,
          at,
          messageId,
        })
      : '还没有选文件。';
    if (typeof taken === 'string') {
      const handed = { typed: {}, revision: '', reply: null, shown: { fault: taken } };
      const given = isKey(key) ? key : newKey(random);
      return keepAndShow(context, parts, { address: `receipts/${project.no}`, key: given, handed });
    }
    seeOther(context, `/desk/receipts/${project.no}/list/${taken.file.no}`);
  });

  router.get('/desk/receipts/:no/list/:statement', async (context, next) => {
    const project = await projectFor(context);
    const statement = numberIn(context.params['statement']);
    if (!project || !statement) return next();
    const fault = context.query['none'] === undefined ? '' : '一行也没有勾，什么也没有入账。';
    const page = await store.inGrid(deskReader(context).grid, async unit => {
      try {
        const matched = await matchFile(unit, { no: project.no, statement });
        return statementPage(deskSeat(context), { ...matched, key: newKey(random), fault });
      } catch (error) {
        // Such a list is not there, or none for this matter.
        if (error instanceof Refusal) return null;
        throw error;
      }
    });
    if (page === null) return next();
    show(context, 200, page);
  });

  router.post('/desk/receipts/:no/list/:statement', async (context, next) => {
    const fields = await deskForm(context);
    if (!fields) return;
    const project = await projectFor(context);
    const statement = numberIn(context.params['statement']);
    const key = fields.get('_key') ?? '';
    if (!project || !statement) return next();
    if (!isKey(key)) return refuseForm(context);
    await book(context, parts, {
      no: project.no,
      statement,
      rows: fields.getAll('row').filter(row => numberIn(row)),
      key,
    });
  });
}

async function book(
  context: Context,
  parts: DeskParts,
  { no, statement, rows, key }: { no: number; statement: number; rows: readonly string[]; key: string },
): Promise<void> {
  if (rows.length === 0) return seeOther(context, `/desk/receipts/${no}/list/${statement}?none`);
  const { grid, member } = deskReader(context);
  const intent = 'funds.batch';
  // Each row by its number: what has become sure since the page was read is not booked unseen.
  const slots = { no: String(no), statement: String(statement), ticked: `第${rows.join(',')}行` };
  const reply = await parts.answer({
    id: messageIdOf([grid.id, member.userid, intent, key]),
    userid: member.userid,
    chat: { kind: 'single' },
    body: { kind: 'filled', gridId: grid.id, intent, slots, revision: '', yes: 'read', pictures: [] },
  });
  await keepAndShow(context, parts, { address: `do/${intent}`, key, handed: { typed: slots, revision: '', reply } });
}
