import { helpLine } from '../publish/help-line.js';
import type { Context } from 'koa';
import { Router } from 'koa-router';
import { may } from '../domain/permissions.js';
import { draftFor } from '../operations/plan/plan-draft.js';
import { askedNext } from '../domain/next-words.js';
import { nextOf } from '../operations/next-steps.js';
import { mattersWithNext, waitingFor, waitingIn } from '../operations/waiting.js';
import { isListed, rankOf, subjects } from '../publish/help-topics.js';
import { deedsPage } from '../publish/people/desk-deeds.js';
import { deskNothingPage } from '../publish/people/desk-frame.js';
import { deskHome } from '../publish/people/desk-home.js';
import { deskKfCard } from '../publish/people/desk-oauth-pages.js';
import { householdCard } from '../publish/people/desk-household.js';
import { deskStyle } from '../publish/people/desk-style.js';
import { deskMatter, deskPoll } from '../publish/proposal/desk-matter.js';
import { meetingsCard } from '../publish/meeting/desk-meetings.js';
import { mattersCard } from '../publish/proposal/desk-matters.js';
import type { Unit } from '../store/engine/unit.js';
import type { AnyIntent } from '../talk/intent.js';
import { seesVouchers } from '../operations/funds/sees-vouchers.js';
import { vouchersPage } from '../publish/funds/desk-vouchers.js';
import { addBallots } from './desk-ballots.js';
import { deskBindRoutes } from './desk-bind.js';
import { addForms } from './desk-form.js';
import { formOf } from '../talk/form/form.js';
import { addLists, listsOf } from './desk-lists.js';
import { addFileDoor } from './desk-file.js';
import { deskLines, numberIn } from './desk-links.js';
import { addReceipts } from './desk-receipts.js';
import { type DeskParts, deskDoorRoutes, deskReader, deskSeat, deskSession } from './desk-session.js';
import { addWayToKf, deskOauthRoutes } from './desk-oauth.js';
import { addSignIn } from './desk-signin.js';
import { guarded } from './guarded.js';
import { atPace } from './pace.js';
import { show } from './show.js';
import { soughtIn } from './sought.js';

/** The desk (办事台): what waits for a member, and every deed as a form. */
export function deskRoutes(parts: DeskParts): Router {
  const router = new Router();
  router.use('/desk', guarded({ images: true, forms: true, cache: 'no-store' }));
  router.get('/desk/style.css', context => {
    context.type = 'css';
    context.set('Cache-Control', 'public, max-age=3600');
    context.body = deskStyle;
  });
  router.use('/desk', atPace(parts.clockMs));
  router.use(deskDoorRoutes(parts).routes());
  router.use(deskOauthRoutes(parts).routes());
  router.use(deskBindRoutes(parts).routes());
  router.use('/desk', deskSession(parts));

  addHome(router, parts);
  addWayToKf(router, parts);
  addMatter(router, parts);
  addDeeds(router, parts);
  addLists(router, parts);
  addReceipts(router, parts);
  addFileDoor(router, parts);
  addBallots(router, parts);
  addSignIn(router, parts);
  addForms(router, parts);
  addFiles(router, parts);
  addVouchers(router, parts);

  router.all('/desk{/*rest}', nothing);
  return router;
}

/** What anybody may begin, waiting or not, and what most come for. */
const beginnings = [
  ['report.open', '报一件坏了的东西'],
  ['proposal.open', '提一件公共的事'],
] as const;

/** What waits for the reader, the own household, and the matters of the grid. */
function addHome(router: Router, { store, now, intents, onPage }: DeskParts): void {
  router.get('/desk', async context => {
    const { grid, member } = deskReader(context);
    const { q, step } = context.query;
    const sought = {
      q: soughtIn(q),
      step: typeof step === 'string' && /^[0-4]$/u.test(step) ? Number(step) : null,
      page: numberIn(context.query['page']) ?? 1,
    };
    const page = await store.inGrid(grid, async unit => {
      const at = now();
      const matters = await mattersWithNext(unit, at);
      const waiting = deskLines(await waitingFor(unit, member, at, matters), member, intents);
      const next = new Map(matters.map(one => [one.project.no, one.next]));
      const kf = deskKfCard(await unit.kfLinks.of(grid.id));
      const own = { onPage: (text: string) => onPage(text, member, at), now: at };
      const cards = [
        await meetingsCard(unit, at),
        await householdCard(unit, member, own),
        await mattersCard(unit, { ...sought, next, now: at }),
        kf,
      ];
      const begins = beginnings.filter(([deed]) => may(member, intents.get(deed)?.permission ?? 'record.read'));
      const seat = deskSeat(context);
      return deskHome({ seat, member, waiting, begins, lists: listsOf(member), cards, now: at });
    });
    show(context, 200, page);
  });
}

/** One matter by its number. */
function addMatter(router: Router, { store, now, intents }: DeskParts): void {
  router.get('/desk/:no', async (context, following) => {
    const no = numberIn(context.params['no']);
    const page = numberIn(context.query['page'] ?? '1');
    const expenses = numberIn(context.query['expenses'] ?? '1');
    if (!no || !page || !expenses) return following();
    const { grid, member } = deskReader(context);
    const seat = deskSeat(context);
    const shown = await store.inGrid(grid, async (unit: Unit) => {
      const at = now();
      const project = await unit.projects.byNo(no);
      if (!project) {
        return deskPoll(unit, no, { seat, member, now: at });
      }
      const next = await nextOf(unit, project, at);
      const own = deskLines(waitingIn({ project, next }, member), member, intents);
      const draft = await draftFor(unit, project, member, at);
      const view = { seat, member, next, nextLine: askedNext(next, at), own, draft, page, expenses, now: at };
      return deskMatter(unit, project, view);
    });
    if (shown === null) return following();
    show(context, 200, shown);
  });
}

/** What outside parties sent, to be saved; for those who ask them. Nothing of it is shown within a page. */
function addFiles(router: Router, { store }: DeskParts): void {
  router.get('/desk/file/:digest', async (context, following) => {
    const { grid, member } = deskReader(context);
    if (!may(member, 'outside.ask')) return following();
    const kept = await store.inGrid(grid, unit => unit.evidence.ofOutside(context.params['digest'] ?? ''));
    if (!kept) return following();
    context.type = kept.type;
    context.set('Content-Disposition', `attachment; filename="${kept.digest.slice(0, 12)}.${kept.type.split('/')[1]}"`);
    context.body = Buffer.from(kept.base64, 'base64');
  });
}

/** The pictures that prove a payment, for those who decide on it; each is an address of its own, so that none is written into a page. */
function addVouchers(router: Router, { store }: DeskParts): void {
  const provedBy = async (context: Context) => {
    const { grid, member } = deskReader(context);
    const no = numberIn(context.params['request']);
    return store.inGrid(grid, async unit => {
      const request = no && (await unit.spending.byNo(no));
      if (!request || !(await seesVouchers(unit, member, request))) return null;
      return { request, pictures: await unit.evidence.usedFor(`spend:${request.no}`) };
    });
  };

  router.get('/desk/voucher/:request', async (context, following) => {
    const found = await provedBy(context);
    if (!found) return following();
    show(context, 200, vouchersPage(deskSeat(context), found.request, found.pictures.length));
  });

  router.get('/desk/voucher/:request/:nth', async (context, following) => {
    const found = await provedBy(context);
    const picture = found?.pictures[(numberIn(context.params['nth']) ?? 0) - 1];
    if (!picture) return following();
    context.type = picture.type;
    context.body = Buffer.from(picture.base64, 'base64');
  });
}

/** What is said to a chat and means nothing at the desk: to open it, to bind the group, to ask what waits. */
const chatOnly = ['desk.open', 'grid.bind', 'help', 'todo.show'];

/** All deeds that the reader may do. */
function addDeeds(router: Router, { intents }: DeskParts): void {
  router.get('/desk/do', context => {
    const { member } = deskReader(context);
    const deeds = [...intents].flatMap(([name, intent]) => {
      const isShown = isListed(intent, member) && !chatOnly.includes(name);
      return isShown
        ? [
            {
              name,
              group: intent.group,
              title: formOf(intent, { name }).title,
              words: wordsOf(intent),
              href: `/desk/do/${name}`,
            },
          ]
        : [];
    });
    // By subject, in the order in which a matter comes to them, and in each what is done most often first.
    const place = ({ group }: { group: string }): number => subjects.indexOf(group);
    deeds.sort((one, other) => place(one) - place(other) || rankOf(one.name) - rankOf(other.name));
    show(context, 200, deedsPage(deskSeat(context), deeds, soughtIn(context.query['q'])));
  });
}

function wordsOf({ help, phrases }: AnyIntent): string {
  return `${help ? helpLine(help) : ''}${phrases.join('')}`;
}

function nothing(context: Context): void {
  show(context, 404, deskNothingPage(deskSeat(context)));
}
