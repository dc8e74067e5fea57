import type { Context } from 'koa';
import type { Router } from 'koa-router';
import { placeWords } from '../domain/masking.js';
import { may } from '../domain/permissions.js';
import { toVisit } from '../operations/poll/list-visits.js';
import { ballotsPage } from '../publish/poll/desk-ballots.js';
import type { Household } from '../store/people/household.js';
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
    const found = await openPoll(context, parts);
    if (!found) return next();
    const { poll, homes } = found;
    const lines = homes.flatMap(home => {
      const chosen = fields.getAll(`h${home.id}`).filter(choice => choice !== '');
      return chosen.length === 0 ? [] : [`${placeWords(home)} ${chosen.join(' ')}`];
    });
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
    return { poll, homes: visits.map(({ home }) => home) };
  });
}
