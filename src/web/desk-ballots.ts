import type { Context } from 'koa';
import type { Router } from 'koa-router';
import { placeWords } from '../domain/masking.js';
import { momentWords } from '../domain/calendar.js';
import { may } from '../domain/permissions.js';
import { buildingsOf, toVisit } from '../operations/poll/list-visits.js';
import { answerPage } from '../publish/desk-form.js';
import { ballotsPage } from '../publish/poll/desk-ballots.js';
import type { Household } from '../store/people/household.js';
import type { Unit } from '../store/engine/unit.js';
import type { MemberView } from '../store/people/members.js';
import type { Poll } from '../store/poll/poll.js';
import { keepAndShow } from './desk-kept.js';
import { numberIn } from './desk-links.js';
import { type DeskParts, deskForm, deskReader, deskSeat, refuseForm } from './desk-session.js';
import { isKey, messageIdOf, newKey } from './handed-form.js';
import { seeOther, show } from './show.js';

const deed = 'paper.batch';

/** Paper ballots by the dozen, ticked home by home: what is ticked becomes the lines of the one deed that enters them. */
export function addBallots(router: Router, parts: DeskParts): void {
  router.get('/desk/ballots/:no', async (context, next) => {
    const found = await openPoll(context, parts);
    if (!found) return next();
    const fault = context.query['none'] === undefined ? '' : '一户也没有勾，什么也没有记。';
    const { building, page = '1' } = context.query;
    const shown = ballotsPage(deskSeat(context), {
      ...found,
      key: newKey(parts.random),
      building: typeof building === 'string' ? building : undefined,
      page: numberIn(page) ?? 0,
      fault,
    });
    if (shown === null) return next();
    show(context, 200, shown);
  });

  router.post('/desk/ballots/:no', async (context, next) => {
    const fields = await deskForm(context);
    if (!fields) return;
    const key = fields.get('_key') ?? '';
    if (!isKey(key)) return refuseForm(context);
    const ticked = tickedIn(fields);
    const found = await openPoll(context, parts);
    if (!found) return (await showOver(context, parts, ticked)) ? undefined : next();
    const { poll, homes, gone } = await withGone(context, parts, found, ticked);
    if (gone.length > 0) return showGone(context, { poll, homes, gone, key, ticked });
    const lines = homes.flatMap(home => lineOf(home, ticked));
    if (lines.length === 0) {
      return seeOther(context, `/desk/ballots/${poll.no}?${context.querystring}&none`);
    }
    const { grid, member } = deskReader(context);
    const slots = { no: String(poll.no), list: lines.join('\n') };
    const reply = await parts.answer({
      id: messageIdOf([grid.id, member.userid, deed, key]),
      userid: member.userid,
      chat: { kind: 'single' },
      body: { kind: 'filled', gridId: grid.id, intent: deed, slots, revision: '', pictures: [] },
    });
    await keepAndShow(context, parts, { address: `do/${deed}`, key, handed: { typed: slots, revision: '', reply } });
  });
}

type Ticked = ReadonlyMap<number, readonly string[]>;

/** What was ticked, by home. */
function tickedIn(fields: URLSearchParams): Ticked {
  const found = new Map<number, string[]>();
  for (const [name, choice] of fields) {
    const home = numberIn(/^h(\d+)$/u.exec(name)?.[1]);
    if (home !== null && choice !== '') found.set(home, [...(found.get(home) ?? []), choice]);
  }
  return found;
}

function lineOf(home: Household, ticked: Ticked): string[] {
  const chosen = ticked.get(home.id) ?? [];
  return chosen.length === 0 ? [] : [`${placeWords(home)} ${chosen.join(' ')}`];
}

/** Ticks of a page that is older than the end of the poll: one sentence, and what was ticked stays to be read. */
async function showOver(context: Context, { store, intents }: DeskParts, ticked: Ticked): Promise<boolean> {
  const { grid, member } = deskReader(context);
  const { no: typed = '' } = context['params'] as { no?: string };
  const no = numberIn(typed);
  const permission = intents.get(deed)?.permission;
  if (!permission || !may(member, permission) || no === null) return false;
  const said = await store.inGrid(grid, async unit => {
    const poll = await unit.polls.byNo(no);
    if (!poll) return null;
    const lines = (await ledHomes(unit, member, [...ticked.keys()])).flatMap(home => lineOf(home, ticked));
    const ended = poll.closedAt ?? poll.closesAt;
    return [`${no}号表决${momentWords(ended)}已经截止，您勾的${lines.length}张纸票没有记：`, ...lines].join('\n');
  });
  if (said === null) return false;
  const links = [[`/desk/${no}`, `看${no}号现在怎么样`]] as const;
  const answer = { said, isDone: false, pictures: [], links };
  show(context, 409, answerPage({ seat: deskSeat(context), title: '一次录一批纸票' }, answer));
  return true;
}

/** Of these homes the ones whose papers the member may enter. */
async function ledHomes(unit: Unit, member: MemberView, ids: readonly number[]): Promise<Household[]> {
  const own = buildingsOf(member);
  const homes = (await unit.members.households()).filter(({ id }) => ids.includes(id));
  return homes.filter(({ building }) => own === null || own.has(building));
}

interface Found {
  readonly poll: Poll;
  readonly homes: readonly Household[];
}

/** Ticked homes that are not on the page any more: they have voted, or their paper was entered, since it was opened. */
async function withGone(
  context: Context,
  { store }: DeskParts,
  found: Found,
  ticked: Ticked,
): Promise<Found & { readonly gone: readonly Household[] }> {
  const { grid, member } = deskReader(context);
  const left = [...ticked.keys()].filter(id => !found.homes.some(home => home.id === id));
  const gone = left.length === 0 ? [] : await store.inGrid(grid, unit => ledHomes(unit, member, left));
  return { ...found, gone };
}

interface Shown extends Found {
  readonly gone: readonly Household[];
  readonly key: string;
  readonly ticked: Ticked;
}

/** The page as it stands now, with what was ticked of the homes that are still on it. */
function showGone(context: Context, { poll, homes, gone, key, ticked }: Shown): void {
  const { building, page = '1' } = context.query;
  const fault = `还没有记：页面打开以后，${gone.map(placeWords).join('、')}已经投过票或录过纸票，去掉了。其余您勾的还在，请看一遍再点下一步。`;
  const view = { poll, homes, key, page: numberIn(page) ?? 1, fault, ticked };
  const seat = deskSeat(context);
  const shown =
    ballotsPage(seat, { ...view, building: typeof building === 'string' ? building : undefined }) ??
    ballotsPage(seat, { ...view, page: 1 });
  show(context, 409, shown ?? '');
}

/** The poll whose papers the reader may enter, with the homes that have not voted; null for everybody and everything else. */
async function openPoll(
  context: Context,
  { store, intents, now }: DeskParts,
): Promise<{ poll: Poll; homes: Household[] } | null> {
  const { grid, member } = deskReader(context);
  const { no = '' } = context['params'] as { no?: string };
  const permission = intents.get(deed)?.permission;
  const given = numberIn(no);
  if (!permission || !may(member, permission) || !given) return null;
  const at = now();
  return store.inGrid(grid, async unit => {
    const poll = await unit.polls.byNo(given);
    if (!poll || poll.closedAt !== null || poll.closesAt <= at) return null;
    // That somebody looked is written down: homes stand on it.
    unit.journal.add('desk.list', { by: member.userid, at, facts: { list: 'ballots' } });
    const visits = await toVisit(unit, { poll, member, now: at });
    const standing = (await unit.papers.ballots(poll.id)).filter(({ state }) => state === 'pending');
    const entered = new Set(standing.map(({ householdId }) => householdId));
    return { poll, homes: visits.map(({ home }) => home).filter(({ id }) => !entered.has(id)) };
  });
}
