import type { Context } from 'koa';
import { Router } from 'koa-router';
import { lookOf as sizeOf } from './look-of.js';
import { soughtIn } from './sought.js';
import { atPace } from './pace.js';
import { BoardPages } from './kept-pages.js';
import { withoutMetadata } from '../domain/picture.js';
import { nothingHere } from '../publish/board-frame.js';
import { guarded } from './guarded.js';
import { gridList } from '../publish/grid-list.js';
import { boardStyle } from '../publish/board-style.js';
import { countBoard } from '../publish/ballot/count-board.js';
import { projectDossier } from '../publish/notice/dossier.js';
import { marketBoard } from '../publish/market/market-board.js';
import type { Look } from '../publish/look.js';
import { gridBoard } from '../publish/notice/notice-board.js';
import { ownData } from '../publish/people/own-data.js';
import { pollBoard } from '../publish/poll/poll-board.js';
import type { Sheet } from '../publish/notice/poster.js';
import { askedNext } from '../domain/next-words.js';
import { answersFor } from '../operations/notice/hand-out-dossier.js';
import { nextLine, nextOf } from '../operations/next-steps.js';
import { projectBoard } from '../publish/notice/project-board.js';
import { reportsBoard } from '../publish/proposal/report-board.js';
import { rosterBoard } from '../publish/ballot/roster-board.js';
import { printed } from '../publish/printed.js';
import { contestRoutes } from './contest.js';
import { doorSheetRoutes } from './door-sheets.js';
import { statementRoutes } from './statements.js';
import { wallRoutes } from './wall.js';
import type { Store } from '../store/engine/store.js';
import type { Unit } from '../store/engine/unit.js';

export interface BoardParts {
  readonly store: Store;
  /** A replica that pages are read from; where it does not answer, the record itself does. */
  readonly replica?: Store | null;
  readonly now: () => Date;
  /** The address of a project's page, for the QR code on its posters. */
  readonly boardUrl: (grid: string, no?: number) => string;
  /** Milliseconds that only go forward, for the pace of readers: the clock of trial mode stands still and leaps. */
  readonly clockMs: () => number;
  /** From 0 up to 1: which paper ballots a dossier proposes to call back. */
  readonly chance: () => number;
}

/** The public notice board (公示栏): read by anyone, changed by nobody. */
export function boardRoutes(parts: BoardParts): Router {
  const { store, replica = null, now, clockMs } = parts;
  const router = new Router();
  const reader = new BoardReader(parts);

  router.use('/board', guarded({ images: true, forms: true, cache: 'no-cache' }));

  router.get('/board/style.css', context => {
    context.type = 'css';
    context.set('Cache-Control', 'public, max-age=3600');
    context.body = boardStyle;
  });

  router.use('/board', atPace(clockMs));

  // Tables for a spreadsheet, at the same pace as the pages.
  router.use(statementRoutes({ store, now }).routes());

  router.use(doorSheetRoutes({ store, now }).routes());

  router.use(wallRoutes({ store, now }).routes());

  router.use(contestRoutes({ store, now, lookOf }).routes());

  router.get('/board', async context => {
    const look = lookOf(context);
    answer(context, gridList(await (replica ?? store).inUnit(open => open.grids.open()), look), look);
  });

  // The fixed words under a grid come before its numbers.
  addGridPages(router, parts, reader);
  addFiles(router, parts, reader);
  addSecretFiles(router, parts, reader);
  addProjectPages(router, parts, reader);

  // Any other address under the board gets a page that tells the reader where to go.
  router.get('/board{/*rest}', context => answer(context, null, lookOf(context)));
  return router;
}

/** Reads the record for the board: of one grid, from the replica where there is one. */
class BoardReader {
  private readonly pages = new BoardPages();

  constructor(private readonly parts: BoardParts) {}

  /** A page of one grid; null where there is no such grid. */
  async within<T>(
    code: string | undefined,
    page: (unit: Unit) => Promise<T | null>,
    from = this.parts.store,
  ): Promise<T | null> {
    return from.inUnit(async open => {
      const grid = code && gridCode.test(code) ? await open.grids.byCode(code) : null;
      return grid && page(await open.within(grid));
    });
  }

  /** From the replica; where it does not answer, from the record itself. */
  async read<T>(code: string | undefined, page: (unit: Unit) => Promise<T | null>): Promise<T | null> {
    const { replica } = this.parts;
    return replica ? this.within(code, page, replica).catch(() => this.within(code, page)) : this.within(code, page);
  }

  /**
   * A file for whom a secret link was given to: made from the replica, so that nobody waits who wants to write, and noted down in the record
   * if the link still holds then.
   */
  async handedOut<Holder, File>(
    code: string | undefined,
    link: {
      readonly holder: (unit: Unit) => Promise<Holder | null>;
      readonly make: (unit: Unit, holder: Holder) => Promise<File | null>;
      readonly note: (unit: Unit, holder: Holder, file: File) => void;
    },
  ): Promise<File | null> {
    const holder = await this.within(code, link.holder);
    const made = holder === null ? null : await this.read(code, unit => link.make(unit, holder));
    if (made === null) return null;
    return this.within(code, async unit => {
      const still = await link.holder(unit);
      if (still === null) return null;
      link.note(unit, still, made);
      return made;
    });
  }

  /**
   * A page that shows the record as it stands: made once for all who read it before something changes. What is looked for is one reader's
   * own: kept, a few searches would drive out all that others read.
   */
  async shown(context: Context, look: Look, make: (unit: Unit) => Promise<string | null>): Promise<string | null> {
    return this.read(context.params['grid'], async unit => {
      if (soughtIn(context.query['q']) !== '') return make(unit);
      const head = await unit.journal.last();
      const state = `${head?.digest} ${Math.floor(this.parts.now().getTime() / 60_000)}`;
      return this.pages.of(`${context.path}${look.otherSize}`, state, () => make(unit));
    });
  }
}

/** The pages of a grid as a whole. */
function addGridPages(router: Router, { now }: BoardParts, reader: BoardReader): void {
  router.get('/board/:grid', async context => {
    const page = numberIn(context.query['page'], 1);
    const step = numberIn(context.query['step'], -1);
    const { q = '' } = context.query;
    const isSound = page !== null && page > 0 && step !== null && step <= 4 && typeof q === 'string';
    const look = lookOf(context);
    const at = now();
    const sought = { ...(step === -1 ? {} : { step: step ?? 0 }), q: soughtIn(q) };
    const view = { ...sought, page: page ?? 1, now: at, look };
    const drawn = (unit: Unit): Promise<string | null> =>
      gridBoard(unit, { ...view, next: async project => askedNext(await nextOf(unit, project, at), at) });
    answer(context, isSound ? await reader.shown(context, look, drawn) : null, look);
  });

  router.get('/board/:grid/market', async context => {
    const look = lookOf(context);
    answer(context, await reader.shown(context, look, unit => marketBoard(unit, { now: now(), look })), look);
  });

  router.get('/board/:grid/reports', async context => {
    const look = lookOf(context);
    answer(context, await reader.shown(context, look, unit => reportsBoard(unit, { now: now(), look })), look);
  });
}

/** What is shown or printed as it lies in the record. */
function addFiles(router: Router, { boardUrl }: BoardParts, reader: BoardReader): void {
  // Pictures of what was wrong, of works and of sheets on the board; other evidence stays where it is.
  router.get('/board/:grid/photo/:digest', async context => {
    const { grid, digest = '' } = context.params;
    const photo = /^[0-9a-f]{64}$/.test(digest)
      ? await reader.read(grid, unit => unit.evidence.published(digest))
      : null;
    if (!photo || photo.type === 'application/pdf') return answer(context, null, lookOf(context));
    context.type = photo.type;
    // An hour: what is taken off the board is soon gone from the phones, too.
    context.set('Cache-Control', 'public, max-age=3600');
    context.body = withoutMetadata({ bytes: Buffer.from(photo.base64, 'base64'), type: photo.type });
  });

  // The sheet of a notice, to be printed and put up: 12.pdf on A4, 12-a3.pdf on A3.
  router.get('/board/:grid/poster/:file', async context => {
    const { grid, file = '' } = context.params;
    const [, no, paper = '-a4'] = /^(\d{1,9})(-a[34])?\.pdf$/.exec(file) ?? [];
    const sheet = no === undefined ? null : await reader.read(grid, unit => sheetOf(unit, Number(no)));
    if (!sheet) return answer(context, null, lookOf(context));
    const address = boardUrl(grid ?? '', sheet.projectNo);
    const pdf = await printed('poster', { ...sheet, address, paper: paper === '-a3' ? 'a3' : 'a4' });
    context.type = 'application/pdf';
    context.set('Content-Disposition', `inline; filename="notice-${no}${paper}.pdf"`);
    context.body = pdf;
  });
}

/** What one person may fetch by the secret link that was told in private. */
function addSecretFiles(router: Router, { now, chance }: BoardParts, reader: BoardReader): void {
  // A member's own file, by the secret link that was told in private.
  router.get('/board/:grid/mine/:secret', async context => {
    const { grid, secret = '' } = context.params;
    const file = await reader.handedOut(grid, {
      holder: unit => unit.personal.holderOf(secret, now()),
      make: (unit, member) => ownData(unit, member, now()),
      note: (unit, { id }) => unit.journal.add('data.fetch', { by: 'link', at: now(), facts: { member: id } }),
    });
    if (!file) return answer(context, null, lookOf(context));
    context.type = 'application/json; charset=utf-8';
    context.set('Cache-Control', 'no-store');
    context.set('Content-Disposition', 'attachment; filename="my-data.json"');
    context.body = file;
  });

  // A project's dossier, by the secret link that was told in private, for as long as whoever asked for it holds the office.
  router.get('/board/:grid/dossier/:secret', async context => {
    const { grid, secret = '' } = context.params;
    const made = await reader.handedOut(grid, {
      async holder(unit) {
        const link = await unit.personal.dossierOf(secret, now());
        const project = link && (await unit.projects.byNo(link.no));
        return project && (await answersFor(unit, await unit.members.view(link.userid), project)) ? link : null;
      },
      async make(unit, { no }) {
        const project = await unit.projects.byNo(no);
        return project && { ...(await projectDossier(unit, project, { now: now(), random: chance })), no };
      },
      note: (unit, { no }, { digest }) =>
        unit.journal.add('dossier.export', { by: 'link', at: now(), facts: { no, digest } }),
    });
    if (!made) return answer(context, null, lookOf(context));
    context.type = 'application/zip';
    context.set('Cache-Control', 'no-store');
    context.set('Content-Disposition', `attachment; filename="dossier-${made.no}-${made.digest.slice(0, 16)}.zip"`);
    context.body = Buffer.from(made.zip);
  });
}

/** The pages of one project, and its lists. */
function addProjectPages(router: Router, { now }: BoardParts, reader: BoardReader): void {
  router.get('/board/:grid/:no', async context => {
    const no = numberIn(context.params['no'], 0);
    const page = numberIn(context.query['page'], 1);
    const expenses = numberIn(context.query['expenses'], 1);
    const look = lookOf(context);
    if (!no || !page || !expenses) return answer(context, null, look);
    const view = { no, page, expenses, now: now(), look };
    const sheet = async (unit: Unit): Promise<string | null> => {
      const project = await unit.projects.byNo(no);
      if (!project) return pollBoard(unit, no, view.now, look);
      return projectBoard(unit, { ...view, next: await nextLine(unit, project, view.now) });
    };
    answer(context, await reader.shown(context, look, sheet), look);
  });

  router.get('/board/:grid/:no/roster', async context => {
    const no = numberIn(context.params['no'], 0);
    const page = numberIn(context.query['page'], 1);
    const look = lookOf(context);
    const sheet = async (unit: Unit): Promise<string | null> =>
      rosterBoard(unit, { no: no ?? 0, page: page ?? 1, now: now(), look });
    answer(context, no && page ? await reader.shown(context, look, sheet) : null, look);
  });

  router.get('/board/:grid/:no/count', async context => {
    const no = numberIn(context.params['no'], 0);
    const page = numberIn(context.query['page'], 1);
    const look = lookOf(context);
    const sheet = async (unit: Unit): Promise<string | null> =>
      countBoard(unit, { no: no ?? 0, page: page ?? 1, now: now(), look });
    answer(context, no && page ? await reader.shown(context, look, sheet) : null, look);
  });
}

async function sheetOf(
  unit: Unit,
  no: number,
): Promise<(Omit<Sheet, 'address' | 'paper'> & { projectNo: number }) | null> {
  const notice = await unit.disclosures.byNo(no);
  const project = notice && (await unit.projects.byId(notice.projectId));
  if (!project) return null;
  const kfLink = await unit.kfLinks.of(unit.grid.id);
  return { notice, place: `${unit.grid.community} ${unit.grid.name}`, projectNo: project.no, kfLink };
}

const gridCode = /^[a-z0-9-]{1,64}$/;

/** A number as it may stand in an address, `unset` when it is left out, null when it is nonsense. */
function numberIn(text: unknown, unset: number): number | null {
  if (text === undefined) return unset;
  return typeof text === 'string' && /^\d{1,9}$/.test(text) ? Number(text) : null;
}

/** The size of the type, with the page of the list that is being read kept in the link to the other size. */
function lookOf(context: Context): Look {
  const kept = ['step', 'page', 'expenses'].flatMap(name => {
    const value = numberIn(context.query[name], -1);
    return value === null || value < 0 ? [] : [`${name}=${value}`];
  });
  const q = soughtIn(context.query['q']);
  return sizeOf(context, '/board', [...(q === '' ? [] : [`q=${encodeURIComponent(q)}`]), ...kept]);
}

function answer(context: Context, page: string | null, look: Look): void {
  context.status = page === null ? 404 : 200;
  context.type = 'html';
  context.body = page ?? nothingHere(look);
}
