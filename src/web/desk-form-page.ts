import { placeWords } from '../domain/masking.js';
import { isSecretary, may } from '../domain/permissions.js';
import { nextOf } from '../operations/next-steps.js';
import { waitingIn } from '../operations/waiting.js';
import { type DeskLink, type FieldView, type FormView, formPage } from '../publish/desk-form.js';
import type { MemberView } from '../store/people/members.js';
import type { Unit } from '../store/engine/unit.js';
import { aboutWords } from '../talk/about.js';
import { formOf, readForm } from '../talk/form.js';
import type { AnyIntent } from '../talk/intent.js';
import type { Reply } from '../talk/reply.js';
import { deskLines, formLink } from './desk-links.js';
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
