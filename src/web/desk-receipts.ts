import type { Context } from 'koa';
import type { Router } from 'koa-router';
import { openFen } from '../domain/funds/ledger.js';
import { placeWords } from '../domain/masking.js';
import { yuan } from '../domain/money.js';
import { may } from '../domain/permissions.js';
import { type BookedRow, type ReadRow, bookedPage, pastePage, readPage } from '../publish/funds/desk-receipts.js';
import { bareWords } from '../publish/notice/notice-texts.js';
import type { Project } from '../store/proposal/project.js';
import type { Unit } from '../store/engine/unit.js';
import { mostPasted, readPasted } from '../talk/sent/pasted-receipts.js';
import { formLink } from '../talk/form/form-link.js';
import { handedIn, keepAndShow } from './desk-kept.js';
import { type DeskParts, deskForm, deskReader, deskSeat } from './desk-session.js';
import { addStatements } from './desk-statement.js';
import { type Handed, isKey, messageIdOf, newKey } from './handed-form.js';
import { show } from './show.js';

const deed = 'funds.receive';

/**
 * Receipts pasted a household a line: what is read and what is left out is shown first; what is ticked is then recorded by the same deed as in
 * chat, each line with a key of its own, so that a second submit records nothing twice. Each page is one to which the browser is led.
 */
export function addReceipts(router: Router, parts: DeskParts): void {
  router.get('/desk/receipts/:no', async (context, next) => {
    const project = await projectFor(context, parts);
    if (!project) return next();
    show(context, 200, pastePage(deskSeat(context), { project, lines: '', key: newKey(parts.random) }));
  });

  router.get('/desk/receipts/:no/:key', async (context, next) => {
    const project = await projectFor(context, parts);
    if (!project) return next();
    const { key = '' } = context.params;
    const handed = await handedIn(context, parts, { address: `receipts/${project.no}`, key });
    if (!handed) return context.redirect(`/desk/receipts/${project.no}`);
    show(context, 200, await pageOf(context, parts, { project, key, handed }));
  });

  router.post('/desk/receipts/:no', async (context, next) => {
    const fields = await deskForm(context);
    if (!fields) return;
    const project = await projectFor(context, parts);
    if (!project) return next();
    const { grid } = deskReader(context);
    const given = fields.get('_key') ?? '';
    const key = isKey(given) ? given : newKey(parts.random);
    const lines = fields.get('lines') ?? '';
    const keep = (handed: Pick<Handed, 'shown' | 'reply'>): Promise<void> => {
      const all = { typed: { lines }, revision: '', ...handed };
      return keepAndShow(context, parts, { address: `receipts/${project.no}`, key, handed: all });
    };
    const fault = faultOf(lines);
    if (fault !== null) return keep({ reply: null, shown: { fault } });
    if (fields.get('step') !== 'book' || key !== given) return keep({ reply: null, shown: { isRead: true } });
    const rows = await parts.store.inGrid(grid, unit => rowsIn(unit, project, lines, parts.now()));
    const ticked = new Set(fields.getAll('row').map(Number));
    const booked = await book(context, parts, { project, rows, ticked, key });
    await keep({ reply: { text: '', outcome: { kind: 'done' } }, shown: { booked } });
  });
  addStatements(router, parts, context => projectFor(context, parts));
}

/** What a page of receipts has kept beside the lines: why they were not read, that they were, or what was recorded. */
interface Shown {
  readonly fault?: string;
  readonly isRead?: true;
  readonly booked?: readonly BookedRow[];
}

async function pageOf(
  context: Context,
  { store, now }: DeskParts,
  { project, key, handed }: { project: Project; key: string; handed: Handed },
): Promise<string> {
  const seat = deskSeat(context);
  const lines = String(handed.typed['lines'] ?? '');
  const { fault = null, isRead, booked } = (handed.shown ?? { fault: tooLate }) as Shown;
  if (booked) return bookedPage(seat, project, booked);
  if (!isRead) return pastePage(seat, { project, lines, key }, fault);
  const rows = await store.inGrid(deskReader(context).grid, unit => rowsIn(unit, project, lines, now()));
  return readPage(seat, { project, lines, rows, key });
}

const tooLate = '登录过了时间，刚才的还没有交。您贴的都在这里，请再交一次。';

async function projectFor(context: Context, { store, intents }: DeskParts): Promise<Project | null> {
  const { grid, member } = deskReader(context);
  const { no = '' } = context['params'] as { no?: string };
  const permission = intents.get(deed)?.permission;
  if (!permission || !may(member, permission) || !/^\d{1,9}$/u.test(no)) return null;
  return store.inGrid(grid, unit => unit.projects.byNo(Number(no)));
}

function faultOf(lines: string): string | null {
  const count = lines.split('\n').filter(line => line.trim() !== '').length;
  if (count === 0) return '还没有贴：一行写一户。';
  return count > mostPasted ? `这里有${count}行，一次最多${mostPasted}行，一行也没有读。请分几次贴。` : null;
}

/** The lines with what speaks against each: another sum than is open, another name than the roster has, a household told of twice. */
async function rowsIn(unit: Unit, { id }: Project, lines: string, now: Date): Promise<ReadRow[]> {
  const read = await readPasted(unit, lines, now);
  const homes = read.flatMap(row => (row.fault === undefined ? [row.home.id] : []));
  const rows: ReadRow[] = [];
  for (const row of read) {
    if (row.fault !== undefined) {
      rows.push(row);
      continue;
    }
    const { doubt, ...rest } = row;
    const open = openFen(await unit.ledger.standingOf(id, row.home.id));
    const isTwice = homes.filter(home => home === row.home.id).length > 1;
    const doubts = [
      doubt ?? '',
      isTwice ? '这户贴了不止一行' : '',
      open === row.amountFen ? '' : open > 0 ? `这户还没交的是${yuan(open)}` : '这户没有等着交的认捐',
    ].filter(Boolean);
    rows.push({ ...rest, doubts });
  }
  return rows;
}

interface Booking {
  readonly project: Project;
  readonly rows: readonly ReadRow[];
  /** By the line in which it stands. */
  readonly ticked: ReadonlySet<number>;
  readonly key: string;
}

async function book(context: Context, { answer, intents }: DeskParts, booking: Booking): Promise<BookedRow[]> {
  const { grid, member } = deskReader(context);
  const { project, rows, ticked, key } = booking;
  const done: BookedRow[] = [];
  for (const row of rows) {
    if (row.fault !== undefined || !ticked.has(row.line)) continue;
    const { line, home, amountFen } = row;
    const place = placeWords(home);
    const slots = { no: String(project.no), payer: place, amount: (amountFen / 100).toFixed(2) };
    const reply = await answer({
      // What a line says is part of its key: a line that was changed is another deed, the same one is not done again.
      id: messageIdOf([grid.id, member.userid, key, line, home.id, amountFen]),
      userid: member.userid,
      chat: { kind: 'single' },
      body: { kind: 'filled', gridId: grid.id, intent: deed, slots, revision: '', yes: 'read', pictures: [] },
    });
    const isBooked = reply.outcome?.kind === 'done';
    const words = bareWords(reply.text);
    const own = intents.get(deed);
    const href = own && formLink({ deed, slots: { no: project.no, payer: place, amount: amountFen } }, own);
    done.push({ line, place, amountFen, isBooked, words, ...(isBooked || !href ? {} : { href }) });
  }
  return done;
}
