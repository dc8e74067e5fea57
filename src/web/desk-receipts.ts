import type { Context } from 'koa';
import type { Router } from 'koa-router';
import { openFen } from '../domain/funds/ledger.js';
import { placeWords } from '../domain/masking.js';
import { may } from '../domain/permissions.js';
import { type BookedRow, type ReadRow, bookedPage, pastePage, readPage } from '../publish/funds/desk-receipts.js';
import { bareWords } from '../publish/notice/notice-texts.js';
import type { Project } from '../store/proposal/project.js';
import type { Unit } from '../store/engine/unit.js';
import { mostPasted, readPasted } from '../talk/pasted-receipts.js';
import { formLink } from './desk-links.js';
import { type DeskParts, deskForm, deskReader, deskSeat } from './desk-session.js';
import { show } from './show.js';

const deed = 'funds.receive';

/**
 * Receipts pasted a household a line: what is read and what is left out is shown first; what is ticked is then recorded by the same deed as in
 * chat, each line with a key of its own, so that a second submit records nothing twice.
 */
export function addReceipts(router: Router, parts: DeskParts): void {
  const { store, now, random } = parts;

  router.get('/desk/receipts/:no', async (context, next) => {
    const project = await projectFor(context, parts);
    if (!project) return next();
    show(context, 200, pastePage(deskSeat(context), { project, lines: '' }));
  });

  router.post('/desk/receipts/:no', async (context, next) => {
    const fields = await deskForm(context);
    if (!fields) return;
    const project = await projectFor(context, parts);
    if (!project) return next();
    const seat = deskSeat(context);
    const lines = fields.get('lines') ?? '';
    const tooMany = tooManyWords(lines);
    if (tooMany) return show(context, 200, pastePage(seat, { project, lines }, tooMany));
    const { grid } = deskReader(context);
    const rows = await store.inGrid(grid, unit => rowsIn(unit, project, lines, now()));
    if (rows.length === 0) return show(context, 200, pastePage(seat, { project, lines }, '还没有贴：一行写一户。'));
    const key = fields.get('key') ?? '';
    if (fields.get('step') !== 'book' || !/^[\w-]{22}$/u.test(key))
      return show(context, 200, readPage(seat, { project, lines, rows, key: random(16).toString('base64url') }));
    const ticked = new Set(fields.getAll('row').map(Number));
    show(context, 200, bookedPage(seat, project, await book(context, parts, { project, rows, ticked, key })));
  });
}

async function projectFor(context: Context, { store, intents }: DeskParts): Promise<Project | null> {
  const { grid, member } = deskReader(context);
  const { no = '' } = context['params'] as { no?: string };
  const permission = intents.get(deed)?.permission;
  if (!permission || !may(member, permission) || !/^\d{1,9}$/u.test(no)) return null;
  return store.inGrid(grid, unit => unit.projects.byNo(Number(no)));
}

function tooManyWords(lines: string): string | null {
  const count = lines.split('\n').filter(line => line.trim() !== '').length;
  return count > mostPasted ? `这里有${count}行，一次最多${mostPasted}行，一行也没有读。请分几次贴。` : null;
}

async function rowsIn(unit: Unit, { id }: Project, lines: string, now: Date): Promise<ReadRow[]> {
  const rows: ReadRow[] = [];
  for (const row of await readPasted(unit, lines, now))
    rows.push(
      row.fault === undefined ? { ...row, openFen: openFen(await unit.ledger.standingOf(id, row.home.id)) } : row,
    );
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
      id: `desk:${key}:${line}:${home.id}:${amountFen}`,
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
