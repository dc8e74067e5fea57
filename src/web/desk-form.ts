import type { Context } from 'koa';
import type { Router } from 'koa-router';
import { momentWords } from '../domain/calendar.js';
import { holdersOf, may } from '../domain/permissions.js';
import { Refusal } from '../domain/refusal.js';
import { type FormView, answerPage, own, readBackPage } from '../publish/desk-form.js';
import { formRevision } from '../talk/form/filled.js';
import { formOf, readForm } from '../talk/form/form.js';
import type { FilledForm } from '../talk/message.js';
import { say } from '../talk/refusals/say.js';
import type { Reply } from '../talk/reply.js';
import { type DeedByName, drawn, linksAfter } from './desk-form-page.js';
import { doneBefore, halfFilled, handedIn, keepAndShow } from './desk-kept.js';
import { type DeskParts, deskReader, deskSeat, isOwnForm, refuseForm } from './desk-session.js';
import { mostFormBytes } from './form-body.js';
import { type Handed, isKey, messageIdOf, newKey, typedIn, yesIn } from './handed-form.js';
import { type SentForm, sentForm } from './sent-form.js';
import { show } from './show.js';

/**
 * A form for every deed, made from its definition; what is handed in goes where words and presses go. The answer has a page of its own, to
 * which the browser is led: loading it anew, or going back, does nothing.
 */
export function addForms(router: Router, parts: DeskParts): void {
  router.get('/desk/do/:deed', async (context, next) => {
    const deed = deedOf(context, parts);
    if (!deed) return next();
    if (!may(deskReader(context).member, deed.intent.permission)) return refuse(context, parts, deed);
    await showEmpty(context, parts, deed);
  });

  router.get('/desk/do/:deed/:key', async (context, next) => {
    const deed = deedOf(context, parts);
    if (!deed) return next();
    const { key = '' } = context.params;
    const handed = await handedIn(context, parts, { address: `do/${deed.name}`, key });
    // What was kept for a while is gone: the form begins anew.
    if (!handed) return context.redirect(`/desk/do/${deed.name}`);
    await showHanded(context, parts, { deed, key, handed });
  });

  router.post('/desk/do/:deed', async (context, next) => {
    const deed = deedOf(context, parts);
    if (!deed) return next();
    const sent = await sentForm(context);
    if (!sent && Number(context.get('content-length')) > mostFormBytes)
      return show(context, 413, tooLarge(context, deed));
    const isOurs = sent && isOwnForm(context, sent.fields.get('csrf')) && isKey(field(sent, 'key'));
    if (!isOurs) return refuseForm(context);
    await handIn(context, parts, deed, sent);
  });
}

function refuse(context: Context, { onPage, now }: DeskParts, deed: DeedByName): void {
  const no = new Refusal('permission.missing', { deed: '这件事', roles: holdersOf(deed.intent.permission) });
  const view = viewOf(context, deed, { key: '', revision: '' });
  show(
    context,
    403,
    answerPage(view, {
      said: onPage(say(no), deskReader(context).member, now()),
      isDone: false,
      pictures: [],
      links: [],
    }),
  );
}

/** The form as a link opens it; what was begun with the same and is not done yet stands in it. */
async function showEmpty(context: Context, parts: DeskParts, deed: DeedByName): Promise<void> {
  const { grid, member } = deskReader(context);
  const fields = new URLSearchParams(context.querystring);
  fields.delete('size');
  const given = typedIn(fields);
  const isNew = fields.has(own('new'));
  const begun = isNew ? null : await halfFilled(context, parts, { address: `do/${deed.name}`, given });
  const typed = begun?.typed ?? given;
  const now = parts.now();
  fields.set(own('new'), '1');
  const said = begun ? `您填到一半的还在这里，还没有交。不要了，就[重新填](?${fields.toString()})。` : '';
  const page = await parts.store.inGrid(grid, async unit => {
    const revision = await formRevision({ unit }, readForm(deed.intent, typed, now).slots);
    const key = begun?.key ?? newKey(parts.random);
    const view = viewOf(context, deed, { key, revision });
    return drawn(unit, view, { deed, typed, member, said, faults: {}, now });
  });
  show(context, 200, page);
}

interface Shown {
  readonly deed: DeedByName;
  readonly key: string;
  readonly handed: Handed;
}

/** What came of a form: the form again with what is wrong, what was understood, or the answer. */
async function showHanded(context: Context, parts: DeskParts, { deed, key, handed }: Shown): Promise<void> {
  const { grid, member } = deskReader(context);
  const { typed, revision, reply, shown } = handed;
  const view = viewOf(context, deed, { key, revision });
  const outcome = reply?.outcome;
  if (reply && outcome?.kind === 'readBack') {
    const asked = { said: reply.text, typed: outcome.typed, yes: shown === again ? again : outcome.yes };
    return show(context, 200, readBackPage({ ...view, revision: outcome.revision }, asked));
  }
  if (reply && outcome?.kind === 'done') {
    const said = outcome.again ? `这张表已经交过了，没有再办一次。当时的答复：\n${reply.text}` : reply.text;
    const { pictures = [], card } = reply;
    const links = await parts.store.inGrid(grid, unit => linksAfter(unit, parts, { deed, typed, member, reply }));
    if (pictures.length > 0) allowOwnPictures(context);
    return show(context, 200, answerPage(view, { said, isDone: true, ...(card && { card }), pictures, links }));
  }
  const said = reply
    ? reply.text
    : '登录过了时间，刚才的还没有交。您填的都在这里，请看一看，再交一次。照片请再选一次。';
  const faults = outcome?.kind === 'asked' ? outcome.slots : {};
  const now = parts.now();
  const page = await parts.store.inGrid(grid, async unit => {
    // It is handed in again by whoever sees how the matter stands now.
    const fresh = await formRevision({ unit }, readForm(deed.intent, typed, now).slots);
    return drawn(unit, { ...view, revision: fresh }, { deed, typed, member, said, faults, now });
  });
  show(context, 200, page);
}

function tooLarge(context: Context, deed: DeedByName): string {
  const said = '交上来的内容太大，什么也没有记：照片合起来最多40MB，文字最多1MB。请减少一些，再填一次。';
  const view = viewOf(context, deed, { key: '', revision: '' });
  return answerPage(view, { said, isDone: false, pictures: [], links: [[`/desk/do/${deed.name}`, '再填一次']] });
}

function deedOf(context: Context, { intents }: DeskParts): DeedByName | null {
  const { deed: name = '' } = context['params'] as { deed?: string };
  const intent = intents.get(name);
  return intent ? { name, intent } : null;
}

function viewOf(context: Context, { name, intent }: DeedByName, given: Pick<FormView, 'key' | 'revision'>): FormView {
  const { title } = formOf(intent, { name });
  return { seat: deskSeat(context), deed: name, title, takesPictures: intent.takesPictures !== undefined, ...given };
}

function field({ fields }: SentForm, name: Parameters<typeof own>[0]): string {
  return fields.get(own(name)) ?? '';
}

async function handIn(context: Context, parts: DeskParts, deed: DeedByName, sent: SentForm): Promise<void> {
  const { grid, member } = deskReader(context);
  const typed = typedIn(sent.fields);
  const [key, revision, said] = [field(sent, 'key'), field(sent, 'revision'), field(sent, 'yes')];
  const keep = (reply: Reply, shown?: typeof again): Promise<void> => {
    const handed = { typed, revision, reply, ...(shown && { shown }) };
    return keepAndShow(context, parts, { address: `do/${deed.name}`, key, handed });
  };
  if (field(sent, 'change') !== '') return keep({ text: '' });
  const isFirst = said === 'read' || said === 'asked';
  const before = isFirst && (await doneBefore(context, parts, { address: `do/${deed.name}`, key, typed }));
  if (before) return keep(askedAgain(before, { typed, revision }), again);
  const yes = yesIn(said === again ? 'read' : said);
  const body: FilledForm = {
    kind: 'filled',
    gridId: grid.id,
    intent: deed.name,
    slots: typed,
    revision,
    pictures: sent.pictures,
    ...(yes && { yes }),
  };
  const id = messageIdOf([grid.id, member.userid, deed.name, key]);
  const reply = await parts.answer({ id, userid: member.userid, chat: { kind: 'single' }, body });
  const isLost = sent.pictures.length > 0 && reply.outcome?.kind !== 'done';
  await keep(isLost ? { ...reply, text: `${reply.text}\n${pickAgain}` } : reply);
}

/** Yes to doing once more what another form has done. */
const again = 'again';

/** The same handed in by a second window is asked about: nobody pays or asks twice because a page was open twice. */
function askedAgain(before: Date, { typed, revision }: Pick<Handed, 'typed' | 'revision'>): Reply {
  const text = `这张表您${momentWords(before)}交过一张一模一样的，那张已经办了，这一张还没有记。真的要再办一次，才点确认。`;
  return { text, outcome: { kind: 'readBack', yes: 'read', typed, revision } };
}

/** A browser sends the bytes of a picture once; no page can hand them back. */
const pickAgain = '照片请再选一次。';

/** A picture of an answer stands in the page itself, and is fetched from nowhere. */
function allowOwnPictures(context: Context): void {
  const policy = context.response.get('Content-Security-Policy');
  context.set('Content-Security-Policy', policy.replace("img-src 'self'", "img-src 'self' data:"));
}
