import { createHash } from 'node:crypto';
import type { Context } from 'koa';
import type { Router } from 'koa-router';
import { placeWords } from '../domain/masking.js';
import { holdersOf, isSecretary, may } from '../domain/permissions.js';
import { Refusal } from '../domain/refusal.js';
import { nextOf } from '../operations/next-steps.js';
import { waitingIn } from '../operations/waiting.js';
import {
  answerPage,
  type DeskLink,
  type FieldView,
  type FormView,
  formPage,
  own,
  readBackPage,
} from '../publish/desk-form.js';
import type { MemberView } from '../store/people/members.js';
import type { Unit } from '../store/engine/unit.js';
import { aboutWords } from '../talk/about.js';
import { formRevision } from '../talk/filled.js';
import { formOf, readForm } from '../talk/form.js';
import type { AnyIntent } from '../talk/intent.js';
import type { FilledForm } from '../talk/message.js';
import { say } from '../talk/refusals/say.js';
import type { Reply } from '../talk/reply.js';
import { deskLines, formLink } from './desk-links.js';
import { type DeskParts, deskReader, deskSeat, isOwnForm, refuseForm } from './desk-session.js';
import { mostFormBytes } from './form-body.js';
import { type SentForm, sentForm } from './sent-form.js';
import { show } from './show.js';

type Typed = Readonly<Record<string, string | readonly string[]>>;

/** A form for every deed, made from its definition; what is handed in goes where words and presses go. */
export function addForms(router: Router, parts: DeskParts): void {
  router.get('/desk/do/:deed', async (context, next) => {
    const deed = deedOf(context, parts);
    if (!deed) return next();
    const { grid, member } = deskReader(context);
    const typed = typedIn(new URLSearchParams(context.querystring));
    const view = viewOf(context, deed, { key: parts.random(16).toString('base64url'), revision: '' });
    if (!may(member, deed.intent.permission)) {
      const no = new Refusal('permission.missing', { deed: '这件事', roles: holdersOf(deed.intent.permission) });
      return show(context, 403, answerPage(view, { said: say(no), isDone: false, pictures: [], links: [] }));
    }
    const page = await parts.store.inGrid(grid, async unit => {
      const { slots } = readForm(deed.intent, typed, parts.now());
      const revision = await formRevision({ unit }, slots);
      return drawn(unit, { ...view, revision }, { deed, typed, member, said: '', faults: {}, now: parts.now() });
    });
    show(context, 200, page);
  });

  router.post('/desk/do/:deed', async (context, next) => {
    const deed = deedOf(context, parts);
    if (!deed) return next();
    const sent = await sentForm(context);
    if (!sent && Number(context.get('content-length')) > mostFormBytes)
      return show(context, 413, tooLarge(context, deed));
    // The key of a form is made here, so that one that is missing or bent was not.
    const isOurs = sent && isOwnForm(context, sent.fields.get('csrf')) && /^[\w-]{22}$/u.test(field(sent, 'key'));
    if (!isOurs) return refuseForm(context);
    await handIn(context, parts, deed, sent);
  });
}

function tooLarge(context: Context, deed: DeedByName): string {
  const said = '交上来的内容太大，什么也没有记：照片合起来最多40MB，文字最多1MB。请减少一些，再填一次。';
  const view = viewOf(context, deed, { key: '', revision: '' });
  return answerPage(view, { said, isDone: false, pictures: [], links: [[`/desk/do/${deed.name}`, '再填一次']] });
}

interface DeedByName {
  readonly name: string;
  readonly intent: AnyIntent;
}

function deedOf(context: Context, { intents }: DeskParts): DeedByName | null {
  const { deed: name = '' } = context['params'] as { deed?: string };
  const intent = intents.get(name);
  return intent ? { name, intent } : null;
}

function viewOf(context: Context, { name, intent }: DeedByName, given: Pick<FormView, 'key' | 'revision'>): FormView {
  const { title } = formOf(intent);
  return { seat: deskSeat(context), deed: name, title, takesPictures: intent.takesPictures === true, ...given };
}

function field({ fields }: SentForm, name: Parameters<typeof own>[0]): string {
  return fields.get(own(name)) ?? '';
}

/** The slots of a form; what the page itself put in begins otherwise. */
function typedIn(fields: URLSearchParams): Typed {
  const names = [...new Set(fields.keys())].filter(name => name !== 'csrf' && !name.startsWith('_'));
  return Object.fromEntries(
    names.map(name => {
      const values = fields.getAll(name);
      return [name, values.length === 1 ? (values[0] ?? '') : values];
    }),
  );
}

async function handIn(context: Context, parts: DeskParts, deed: DeedByName, sent: SentForm): Promise<void> {
  const { grid, member } = deskReader(context);
  const typed = typedIn(sent.fields);
  const view = viewOf(context, deed, { key: field(sent, 'key'), revision: field(sent, 'revision') });
  const yes = field(sent, 'yes');
  const isLost = sent.pictures.length > 0;
  const again = (reply: Reply): Promise<string> =>
    parts.store.inGrid(grid, unit => {
      const { text, outcome } = reply;
      const said = isLost ? `${text}\n${pickAgain}` : text;
      const faults = outcome?.kind === 'asked' ? outcome.slots : {};
      return drawn(unit, view, { deed, typed, member, said, faults, now: parts.now() });
    });
  if (field(sent, 'change') !== '') return show(context, 200, await again({ text: '' }));
  const body: FilledForm = {
    kind: 'filled',
    gridId: grid.id,
    intent: deed.name,
    slots: typed,
    revision: view.revision,
    pictures: sent.pictures,
    ...(yes === 'read' || yes === 'sure' ? { yes } : {}),
  };
  const id = `desk:${digestOf([grid.id, member.userid, deed.name, view.key])}`;
  const reply = await parts.answer({ id, userid: member.userid, chat: { kind: 'single' }, body });
  const { outcome } = reply;
  if (outcome?.kind === 'readBack') {
    const asked = { said: isLost ? `${reply.text}\n${pickAgain}` : reply.text, typed: outcome.typed, yes: outcome.yes };
    return show(context, 200, readBackPage({ ...view, revision: outcome.revision }, asked));
  }
  if (outcome?.kind !== 'done') return show(context, 422, await again(reply));
  const said = outcome.again ? `这张表已经交过了，没有再办一次。当时的答复：\n${reply.text}` : reply.text;
  const { pictures = [], card } = reply;
  const links = await parts.store.inGrid(grid, unit => linksAfter(unit, parts, { deed, typed, member, reply }));
  if (pictures.length > 0) allowOwnPictures(context);
  show(context, 200, answerPage(view, { said, isDone: true, ...(card && { card }), pictures, links }));
}

/** A browser sends the bytes of a picture once; no page can hand them back. */
const pickAgain = '照片请再选一次。';

/** A message id is known to nobody but the form's own reader: whoever sends another's key begins a deed of their own. */
function digestOf(parts: readonly (string | number)[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}

/** A picture of an answer stands in the page itself, and is fetched from nowhere. */
function allowOwnPictures(context: Context): void {
  const policy = context.response.get('Content-Security-Policy');
  context.set('Content-Security-Policy', policy.replace("img-src 'self'", "img-src 'self' data:"));
}

interface Drawing {
  readonly deed: DeedByName;
  readonly typed: Typed;
  readonly member: MemberView;
  readonly said: string;
  readonly faults: Readonly<Record<string, string>>;
  readonly now: Date;
}

async function drawn(unit: Unit, view: FormView, drawing: Drawing): Promise<string> {
  const { deed, typed, member, said, faults, now } = drawing;
  const { fields, help } = formOf(deed.intent);
  const { slots } = readForm(deed.intent, typed, now);
  const shown: FieldView[] = [];
  for (const one of fields) {
    const offered = await deed.intent.slots[one.name]?.field.offered?.(unit, slots);
    const fault = Object.hasOwn(faults, one.name) ? faults[one.name] : undefined;
    shown.push({
      ...one,
      ...(offered && { kind: offered.isSeveral ? 'several' : 'choice', choices: offered.choices }),
      ...(one.kind === 'place' && { choices: await placesFor(unit, member) }),
      typed: Object.hasOwn(typed, one.name) ? [typed[one.name] ?? ''].flat() : [],
      ...(fault === undefined ? {} : { fault }),
    });
  }
  const about = await aboutWords(unit, slots, now);
  return formPage(view, { help, said, about, fields: shown, isLast: deed.intent.binds === 'nobody' });
}

/** Homes to complete what is typed, for the offices that keep the roster; a resident sees no list of the neighbours. */
async function placesFor(unit: Unit, member: MemberView): Promise<FieldView['choices']> {
  const seesAll = isSecretary(member) || may(member, 'funds.receive');
  const led = new Set(member.roles.map(({ building }) => building));
  const homes = await unit.members.households();
  const seen = homes.filter(({ building }) => seesAll || (may(member, 'poll.paper') && led.has(building)));
  return seen.map(home => [placeWords(home), '']);
}

interface Done extends Pick<Drawing, 'deed' | 'typed' | 'member'> {
  readonly reply: Reply;
}

/** What can be done next: what the answer offers, and what comes next in the same matter. */
async function linksAfter(unit: Unit, parts: DeskParts, { deed, typed, member, reply }: Done): Promise<DeskLink[]> {
  const { intents, now } = parts;
  const links = (reply.card?.buttons ?? []).flatMap(({ intent, slots = {}, text }): DeskLink[] => {
    const found = intents.get(intent);
    return found && may(member, found.permission) ? [[formLink({ deed: intent, slots }, found), text]] : [];
  });
  const { no } = readForm(deed.intent, typed, now()).slots;
  const project = typeof no === 'number' && deed.intent.slots['no'] ? await unit.projects.byNo(no) : null;
  if (!project) return links;
  const next = await nextOf(unit, project, now());
  const steps = deskLines(waitingIn({ project, next }, member), member, intents);
  return [
    ...links,
    ...steps.map(({ href, title }): DeskLink => [href, title]),
    [`/desk/${project.no}`, `看${project.no}号现在怎么样`],
  ];
}
