import { plainChoices } from '../../domain/poll/choices.js';
import { silenceWords } from '../../domain/poll/silence-words.js';
import type { FormCode } from '../../domain/ballot/paper-form.js';
import { isWithin } from '../../domain/plan/scope.js';
import { Refusal } from '../../domain/refusal.js';
import { rulesAt } from '../../domain/rules.js';
import type { Household } from '../../store/people/household.js';
import type { MemberView } from '../../store/people/members.js';
import type { Poll } from '../../store/poll/poll.js';
import type { Project } from '../../store/proposal/project.js';
import type { Unit } from '../../store/engine/unit.js';
import { householdsForCards } from '../people/household-codes.js';
import { mayRate } from '../works/rate-project.js';

const openMs = 30 * 60_000;

/** One sheet to be printed. */
export interface FormSheet extends FormCode {
  /** Null where it is nobody's. */
  readonly household: Household | null;
  readonly title: string;
  /** The question of a poll, or what the matter is about. */
  readonly question: string;
  readonly options: readonly string[] | null;
  /** What stands below the choices of a ballot: what silence means. */
  readonly note?: string;
}

/** What a link prints: the forms for what is going on, or a card for each home to keep beside the telephone. */
export type SheetKind = 'forms' | 'cards';

/** A link that prints sheets of a building, for whoever leads it. Nothing changes by it. */
export async function offerForms(
  unit: Unit,
  given: { member: MemberView; building: string; kind: SheetKind; secret: string },
): Promise<number> {
  const { member, building, kind, secret } = given;
  const { now } = unit;
  await householdsForCards(unit, member, building);
  const { length } = await sheetsOf(unit, building, { kind, now });
  const expiresAt = new Date(now.getTime() + openMs);
  const { userid } = member;
  const link = {
    purpose: 'forms',
    userid,
    gridId: unit.grid.id,
    about: `${kind}/${building}`,
    secret,
    now,
    expiresAt,
  } as const;
  await unit.identities.offer(link);
  unit.journal.add('paper.formslink', { facts: { building, sheets: length } });
  return length;
}

/** The sheets of one kind for a building. */
export async function sheetsOf(
  unit: Unit,
  building: string,
  { kind, now }: { kind: SheetKind; now: Date },
): Promise<FormSheet[]> {
  if (kind === 'forms') return formsDue(unit, building, now);
  const homes = (await unit.members.present()).filter(home => home.building === building);
  const parts = { no: 0, title: '众议众筹', question: '', options: plainChoices };
  return homes.map(household => sheetOf('card', { ...parts, household }));
}

/**
 * The sheets that a building needs for a day on paper: for each home a ballot of every open poll, a pledge, an objection and a rating where
 * they may be given; as many for seconding as a proposal lacks; and for everybody a few empty reports.
 */
export async function formsDue(unit: Unit, building: string, now: Date): Promise<FormSheet[]> {
  const homes = (await unit.members.present()).filter(home => home.building === building);
  const sheets: FormSheet[] = [];
  for (const poll of await unit.polls.open()) {
    const title = `${poll.no}号表决`;
    const here = homes.filter(home => isWithin(poll.scope, home));
    sheets.push(...here.map(household => sheetOf('vote', { no: poll.no, household, title, ...pollParts(poll) })));
  }
  for (const project of await unit.projects.inStates(['issue_reported'])) {
    const seconded = (await unit.projects.supports(project.id)).length;
    const missing = Math.max(1, rulesAt(now).minProposingHouseholds - seconded);
    const empty = sheetOf('support', { ...matterParts(project), household: null });
    sheets.push(...Array.from({ length: missing }, () => empty));
  }
  const asked = await unit.projects.inStates(['pledging', 'plan_published', 'accepted', 'settlement_published']);
  for (const project of asked) {
    const form = project.state === 'pledging' ? 'pledge' : project.state === 'plan_published' ? 'objection' : 'rating';
    if (form === 'rating' && !mayRate(project, now)) continue;
    const here = homes.filter(home => isWithin(project.scope, home));
    sheets.push(...here.map(household => sheetOf(form, { ...matterParts(project), household })));
  }
  for (const project of await unit.projects.inStates(['completed_pending_acceptance']))
    sheets.push(...[1, 2, 3].map(() => sheetOf('acceptance', { ...matterParts(project), household: null })));
  const report = { no: 0, household: null, title: `${unit.grid.name}报事`, question: '', options: null };
  return [...sheets, ...[1, 2].map(() => sheetOf('report', report))];
}

function sheetOf(form: FormCode['form'], parts: Omit<FormSheet, 'form' | 'householdId'>): FormSheet {
  return { form, householdId: parts.household?.id ?? 0, ...parts };
}

function pollParts(poll: Poll): Pick<FormSheet, 'question' | 'options' | 'note'> {
  const { question, options } = poll;
  const note = silenceWords(poll);
  return { question, options: options ?? plainChoices, ...(note !== '' && { note }) };
}

function matterParts({ no, title }: Project): Pick<FormSheet, 'no' | 'title' | 'question' | 'options'> {
  return { no, title: `${no}号`, question: title, options: null };
}

/** What a form that was photographed is about: the home, and the poll of a ballot. Refused for a home that is not there. */
export async function scannedForm(
  unit: Unit,
  { no, form, householdId }: FormCode,
): Promise<{ household: Household | null; poll: Poll | null }> {
  const household = householdId === 0 ? null : await unit.members.household(householdId);
  if (householdId !== 0 && (!household || household.leftAt !== null)) throw new Refusal('form.unknown', {});
  const poll = form === 'vote' ? await unit.polls.byNo(no) : null;
  if (form === 'vote' && (!poll || poll.closedAt !== null)) throw new Refusal('form.over', { no });
  return { household, poll };
}
