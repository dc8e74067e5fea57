import { placeWords } from '../../domain/masking.js';
import { yuan } from '../../domain/money.js';
import { plain } from '../../domain/plain-text.js';
import { Refusal } from '../../domain/refusal.js';
import { PhoneNote } from '../../store/ballot/phone-note.js';
import type { Unit } from '../../store/engine/unit.js';
import type { Household } from '../../store/people/household.js';
import type { MemberView } from '../../store/people/members.js';
import { type Place, whichHousehold } from '../people/which-household.js';
import { raiseObjection } from '../plan/raise-objection.js';
import { pledgeMoney } from '../pledge/pledge-money.js';

interface Deed {
  readonly member: MemberView;
  readonly now: Date;
}

/** What was told by telephone: a sum for a matter, or words against its plan. A vote needs the voter's own signature and is on paper. */
export interface Told {
  readonly no: number;
  readonly amountFen: number | null;
  readonly text: string | null;
}

/** Keeps what a household told a leader by telephone, once it was read back to it. Nothing is done before somebody else has called back. */
export async function enterPhone(
  unit: Unit,
  { member, place, told, now }: Deed & { place: Place; told: Told },
): Promise<{ note: PhoneNote; household: Household }> {
  const household = await whichHousehold(unit, place);
  const project = await unit.projects.byNo(told.no);
  if (!project) throw new Refusal('project.unknown', { no: told.no });
  const { gridId } = unit.rows;
  const note = await unit.rows.keep(PhoneNote, {
    gridId,
    no: (await unit.manager.countBy(PhoneNote, { gridId })) + 1,
    householdId: household.id,
    projectNo: told.no,
    kind: told.amountFen === null ? 'objection' : 'pledge',
    amountFen: told.amountFen,
    text: told.text,
    enteredById: member.id,
    enteredAt: now,
    state: 'pending',
    checkedById: null,
    checkedAt: null,
  });
  unit.journal.add('phone.enter', { facts: { phone: note.no, no: told.no } });
  return { note, household };
}

/** A second person has called back: right, and it is done for the household; wrong, and it comes to nothing. */
export async function checkPhone(
  unit: Unit,
  { member, phone, isRight, now }: Deed & { phone: number; isRight: boolean },
): Promise<PhoneNote> {
  const note = await unit.manager.findOneBy(PhoneNote, { gridId: unit.rows.gridId, no: phone });
  if (!note) throw new Refusal('phone.unknown', { phone });
  if (note.state !== 'pending') throw new Refusal('phone.checked', { phone });
  if (note.enteredById === member.id) throw new Refusal('paper.samePerson', {});
  const household = await unit.members.household(note.householdId);
  if (isRight && household) await doFor(unit, { note, household, now });
  const state = isRight ? ('checked' as const) : ('returned' as const);
  await unit.rows.keep(PhoneNote, Object.assign(note, { state, checkedById: member.id, checkedAt: now }));
  unit.journal.add('phone.check', { facts: { phone, isRight } });
  await unit.tell('ballot.phone-checked', { note });
  return note;
}

/** The deed stands for the household, and in the journal by whoever took it down. */
async function doFor(
  unit: Unit,
  { note, household, now }: { note: PhoneNote; household: Household; now: Date },
): Promise<void> {
  const helper = await unit.members.byId(note.enteredById);
  const view = await unit.members.view(helper?.userid ?? '');
  const member = { ...view, householdId: household.id, household };
  const about = { member, no: note.projectNo, now };
  if (note.kind === 'objection') await raiseObjection(unit, { ...about, text: note.text ?? '' });
  else await pledgeMoney(unit, { ...about, amountFen: note.amountFen ?? 0, replaces: true });
}

/** What waits to be called back about, oldest first, but for what the asker took down. */
export async function phonesToCheck(unit: Unit, memberId: number): Promise<{ note: PhoneNote; words: string }[]> {
  const where = { gridId: unit.rows.gridId, state: 'pending' as const };
  const found: { note: PhoneNote; words: string }[] = [];
  for (const note of await unit.manager.find(PhoneNote, { where, order: { no: 'ASC' } })) {
    const household = await unit.members.household(note.householdId);
    if (note.enteredById !== memberId && household)
      found.push({ note, words: `${placeWords(household)}：${toldWords({ ...note, no: note.projectNo })}` });
  }
  return found;
}

/** `给1号出200元`, `对1号有不同意见“施工太吵”`. */
export function toldWords({ no, amountFen, text }: Told): string {
  return amountFen === null ? `对${no}号有不同意见“${plain(text ?? '', 60)}”` : `给${no}号出${yuan(amountFen)}`;
}
