import { onlyOne } from '../domain/only-one.js';
import { maskName, placeWords } from '../domain/masking.js';
import { calledBy, whoAsks } from '../domain/people/identity.js';
import { plain } from '../domain/plain-text.js';
import { isSecretary, may } from '../domain/permissions.js';
import { stepWords } from '../domain/next-words.js';
import { nextOf } from '../operations/next-steps.js';
import { mattersWithNext, waitingIn } from '../operations/waiting.js';
import { isNumbered, numberedIn } from '../publish/numbered.js';
import { type DeskLink, type FieldView, type FormView, formPage } from '../publish/desk-form.js';
import { alike } from '../publish/people/desk-home.js';
import type { MemberView } from '../store/people/members.js';
import type { Unit } from '../store/engine/unit.js';
import { aboutWords, matterIn } from '../talk/question/about.js';
import { seesVouchers } from '../operations/funds/sees-vouchers.js';
import type { Project } from '../store/proposal/project.js';
import { type FormField, formOf, namesMatter, readForm } from '../talk/form/form.js';
import type { AnyIntent, Offered, SlotKind } from '../talk/intent.js';
import { asksForOne, waitingChoices } from '../talk/question/taps.js';
import type { Reply } from '../talk/reply.js';
import { formLink } from '../talk/form/form-link.js';
import { deskLines } from './desk-links.js';
import type { DeskParts } from './desk-session.js';
import type { Typed } from './handed-form.js';

export interface DeedByName {
  readonly name: string;
  readonly intent: AnyIntent;
}

interface Drawing {
  readonly deed: DeedByName;
  readonly typed: Typed;
  readonly member: MemberView;
  readonly said: string;
  readonly faults: Readonly<Record<string, string>>;
  readonly now: Date;
}

/** The form with what stands in it, what is wrong with it, and what its numbers name. */
export async function drawn(unit: Unit, view: FormView, drawing: Drawing): Promise<string> {
  const { deed, member, said, faults, now } = drawing;
  const matters = await mattersOf(unit, drawing);
  const only = onlyOne(matters.filter(({ isNow }) => isNow));
  const isOpened = only && !drawing.typed['no'];
  // What can be done in one matter alone is meant for that one.
  const typed = isOpened ? { ...drawing.typed, no: String(only.no) } : drawing.typed;
  const { slots } = readForm(deed.intent, typed, now);
  const { fields, help } = formOf(deed.intent, { name: deed.name, filled: slots });
  const shown: FieldView[] = [];
  for (const one of fields) {
    const kind = deed.intent.slots[one.name];
    const isAsked = Object.hasOwn(faults, one.name) || typedIn(one, typed).some(words => words !== '');
    if (kind?.field.isOnAsk && !isAsked) continue;
    if (!isAsked && (await kind?.field.isShown?.(unit, slots, member)) === false) continue;
    const offered = await kind?.field.offered?.(unit, slots, member);
    const isNeeded = await kind?.field.isNeeded?.(unit, slots);
    const fault = Object.hasOwn(faults, one.name) ? faults[one.name] : undefined;
    const own =
      kind && namesMatter(kind) && one.name === 'no' ? menuOf(matters, one.isOptional && kind.field.isFree) : {};
    shown.push({
      ...one,
      ...(offered && offeredAs(offered)),
      ...(one.kind === 'place' && { choices: await placesFor(unit, member) }),
      ...own,
      ...(await numbersOf(unit, drawing, { ...one, kind, slots })),
      ...(await accountsOf(unit, drawing, one.name)),
      ...(isNeeded && { isOptional: false }),
      typed: typedIn(one, typed),
      ...(fault === undefined ? {} : { fault, isOptional: false }),
    });
  }
  const about = [
    ...(await aboutWords(unit, { ...deed.intent, slots }, now)),
    ...(await voucherLines(unit, member, slots)),
  ];
  return formPage(view, { help, said, about, fields: shown, isLast: deed.intent.binds === 'nobody' });
}

/** What has a number is chosen by its words: what waits for this member, else what there is. A home is chosen where only certain ones are meant. */
async function numbersOf(
  unit: Unit,
  { deed, member, now }: Drawing,
  { name, kind, slots }: Pick<FormField, 'name'> & { kind: SlotKind<unknown> | undefined; slots: Known },
): Promise<Partial<FieldView>> {
  const isNumber = kind?.field.kind === 'number' && !namesMatter(kind);
  if (!isNumber && kind?.field.kind !== 'place') return {};
  if (!asksForOne.has(name) && !isNumbered(name) && name !== 'no') return {};
  const { [name]: _, ...others } = slots;
  const asked = { intent: deed.name, slots: others, asks: name };
  const waiting = await waitingChoices(unit, { member, asked, now });
  const listed = new Map(isNumber ? await numberedIn(unit, name, { deed: deed.name, slots, now }) : []);
  const choices =
    waiting.length > 0
      ? waiting.map(([value, said, whole = said]) => [String(value), listed.get(Number(value)) ?? whole] as const)
      : [...listed].map(([no, words]) => [String(no), words] as const);
  return choices.length === 0 ? {} : { kind: 'menu', hint: '', choices };
}

type Known = Readonly<Record<string, unknown>>;

/** An account is chosen, and not copied: whoever asks to be bound, and for a household those that are bound to it. */
async function accountsOf(unit: Unit, { deed, member, now }: Drawing, slot: string): Promise<Partial<FieldView>> {
  if (slot !== 'userid' || (deed.name !== 'member.confirm' && deed.name !== 'member.object')) return {};
  const asked = { intent: deed.name, slots: {}, asks: slot };
  const waiting = await waitingChoices(unit, { member, asked, now });
  const home = member.household ? await unit.members.speakingFor(member.household) : [];
  const choices =
    deed.name === 'member.confirm'
      ? waiting.map(([value, said, whole = said]) => [String(value), whole] as const)
      : home
          .filter(({ id }) => id !== member.id)
          .map(one => [calledBy(one), `${whoAsks(one)}，${maskName(one.name)}`] as const);
  return choices.length === 0 ? {} : { kind: 'menu', hint: '', choices };
}

/** What stands in a field; of flags that exclude one another, the one that is set. */
function typedIn({ name, kind, choices }: FormField, typed: Typed): string[] {
  const set = kind === 'choice' ? choices.find(([flag]) => typed[flag] === 'true') : undefined;
  return set ? [set[0]] : Object.hasOwn(typed, name) ? [typed[name] ?? ''].flat() : [];
}

interface MatterChoice {
  readonly no: number;
  readonly said: string;
  /** True where this very deed comes next. */
  readonly isNow: boolean;
}

/** Closed matters are looked at, and not acted on; so many of them are offered. */
const mostClosed = 50;

/** The matters that a form may be about, those first in which its deed comes next. */
async function mattersOf(unit: Unit, { deed, typed, member, now }: Drawing): Promise<MatterChoice[]> {
  const kind = deed.intent.slots['no'];
  if (!kind || !namesMatter(kind)) return [];
  if (ofMeetings.has(deed.name)) return (await meetingsOpen(unit)).map(one => ({ ...one, isNow: true }));
  const found = new Map<number, MatterChoice>();
  // Another time is given to a meeting, and a new one is about a matter.
  if (deed.name === 'meeting.call')
    for (const one of await meetingsOpen(unit)) found.set(one.no, { ...one, isNow: false });
  for (const matter of await mattersWithNext(unit, now)) {
    const { no, title } = matter.project;
    const isNow = waitingIn(matter, member).some(step => step.deed === deed.name);
    found.set(no, { no, said: `${no}号 ${title}`, isNow });
  }
  for (const { no, question, projectId } of await unit.polls.open())
    if (projectId === null) found.set(no, { no, said: `${no}号表决 ${question}`, isNow: deed.name === 'poll.vote' });
  const given = Number(typed['no']);
  for (const { no, title } of (await unit.projects.all()).slice(0, mostClosed))
    if (!found.has(no) && (deed.intent.binds === 'nobody' || no === given))
      found.set(no, { no, said: `${no}号 ${title}`, isNow: false });
  return [...found.values()].toSorted((a, b) => Number(b.isNow) - Number(a.isNow));
}

const ofMeetings: ReadonlySet<string> = new Set(['meeting.signin', 'meeting.list', 'meeting.minutes']);

async function meetingsOpen(unit: Unit): Promise<Omit<MatterChoice, 'isNow'>[]> {
  return (await unit.meetings.open()).map(({ no, agenda }) => ({ no, said: `${no}号议事会 ${plain(agenda, 40)}` }));
}

/** The matters as a menu, of which one has to be chosen where the deed cannot know which is meant. */
function menuOf(matters: readonly MatterChoice[], isFree: boolean | undefined): Partial<FieldView> {
  if (matters.length === 0) return {};
  return {
    kind: 'menu',
    hint: '',
    choices: matters.map(({ no, said }) => [String(no), said]),
    isOptional: isFree === true,
  };
}

/** Homes to complete what is typed, for the offices that keep the roster; a resident sees no list of the neighbours. */
async function placesFor(unit: Unit, member: MemberView): Promise<FieldView['choices']> {
  const seesAll = isSecretary(member) || may(member, 'funds.receive');
  const led = new Set(member.roles.map(({ building }) => building));
  const homes = await unit.members.households();
  const seen = homes.filter(({ building }) => seesAll || (may(member, 'poll.paper') && led.has(building)));
  return seen.map(home => [placeWords(home), '']);
}

/** So many choices are seen at a glance; more are a list that opens. */
const mostInSight = 8;

function offeredAs({ choices, isSeveral }: Offered): Partial<FieldView> {
  return { kind: isSeveral ? 'several' : choices.length > mostInSight ? 'menu' : 'choice', hint: '', choices };
}

const mostAlike = 2;

interface Done extends Pick<Drawing, 'deed' | 'typed' | 'member'> {
  readonly reply: Reply;
}

/** What can be done next: what the answer offers, and what comes next in the same matter. */
export async function linksAfter(
  unit: Unit,
  parts: Pick<DeskParts, 'intents' | 'now'>,
  { deed, typed, member, reply }: Done,
): Promise<DeskLink[]> {
  const { intents, now } = parts;
  const links = (reply.card?.buttons ?? []).flatMap(({ intent, slots = {}, text }): DeskLink[] => {
    const found = intents.get(intent);
    return found && may(member, found.permission) ? [[formLink({ deed: intent, slots }, found), text]] : [];
  });
  const project =
    (await matterIn(unit, readForm(deed.intent, typed, now()).slots)) ?? (await matterMade(unit, deed, member));
  if (!project) return links;
  const next = await nextOf(unit, project, now());
  const steps = deskLines(waitingIn({ project, next }, member), member, intents);
  // Of many that are alike, as the receipts of a round, the next; the others stand with the matter.
  const nexts = alike(steps).flatMap(same => same.slice(0, mostAlike));
  return [
    ...links,
    ...nexts.map((one): DeskLink => [one.href, stepWords(one, now())]),
    [`/desk/${project.no}`, `看${project.no}号现在怎么样`],
  ];
}

/** Whoever has raised a matter goes on with it. */
async function matterMade(unit: Unit, { name }: DeedByName, { id }: MemberView): Promise<Project | null> {
  if (name !== 'proposal.open') return null;
  const [last] = (await unit.projects.all()).filter(({ proposerId }) => proposerId === id);
  return last ?? null;
}

/** Who decides on a payment, or carries it out, sees what it is proved by. */
async function voucherLines(
  unit: Unit,
  member: MemberView,
  { request: no }: Readonly<Record<string, unknown>>,
): Promise<string[]> {
  const request = typeof no === 'number' ? await unit.spending.byNo(no) : null;
  if (!request || !(await seesVouchers(unit, member, request))) return [];
  const { length } = await unit.evidence.usedFor(`spend:${request.no}`);
  return [length === 0 ? '还没有凭据照片。' : `[看凭据照片（${length}张）](/desk/voucher/${request.no})`];
}
