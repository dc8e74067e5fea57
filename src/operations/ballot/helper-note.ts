import { paperForms } from '../../domain/ballot/paper-form.js';
import { type Told, toldWords } from '../../domain/ballot/told.js';
import { placeWords } from '../../domain/masking.js';
import type { Picture } from '../../domain/picture.js';
import { Refusal } from '../../domain/refusal.js';
import { HelperNote } from '../../store/ballot/helper-note.js';
import type { Unit } from '../../store/engine/unit.js';
import type { Household } from '../../store/people/household.js';
import type { MemberView } from '../../store/people/members.js';
import { evidenceFor } from '../evidence-for.js';
import { type Place, whichHousehold } from '../people/which-household.js';
import { raiseObjection } from '../plan/raise-objection.js';
import { pledgeMoney } from '../pledge/pledge-money.js';
import { supportProposal } from '../proposal/support-proposal.js';
import { rateProject } from '../works/rate-project.js';

interface Deed {
  readonly member: MemberView;
}

/** Keeps what a household told a leader by telephone, once it was read back to it. Nothing is done before somebody else has called back. */
export async function enterPhone(
  unit: Unit,
  { member, place, told }: Deed & { place: Place; told: Told },
): Promise<{ note: HelperNote; household: Household }> {
  const household = await whichHousehold(unit, place);
  const note = await noted(unit, { member, household, told, photo: null });
  unit.journal.add('phone.enter', { facts: { phone: note.no, no: told.no } });
  return { note, household };
}

/** Keeps what stands on a sheet that a household filled in, with its picture. Nothing is done before somebody else has seen the picture. */
export async function enterSheet(
  unit: Unit,
  { member, place, told, pictures }: Deed & { place: Place; told: Told; pictures: readonly Picture[] },
): Promise<{ note: HelperNote; household: Household }> {
  const { now } = unit;
  const household = await whichHousehold(unit, place);
  const where = { gridId: unit.rows.gridId, householdId: household.id, projectNo: told.no, kind: told.kind };
  const standing = await unit.manager.findOneBy(HelperNote, { ...where, state: 'pending' });
  if (standing?.photo) throw new Refusal('sheet.already', { sheet: standing.no });
  const what = `填好的${paperForms[told.kind].said}`;
  const evidence = await evidenceFor(unit, { by: member.userid, pictures, what, now });
  const note = await noted(unit, { member, household, told, photo: evidence.digest });
  await unit.evidence.use(evidence, `sheet:${note.no}`);
  unit.journal.add('sheet.enter', { facts: { sheet: note.no, no: told.no } });
  return { note, household };
}

async function noted(
  unit: Unit,
  { member, household, told, photo }: Deed & { household: Household; told: Told; photo: string | null },
): Promise<HelperNote> {
  const project = await unit.projects.byNo(told.no);
  if (!project) throw new Refusal('project.unknown', { no: told.no });
  const { gridId } = unit.rows;
  return unit.rows.keep(HelperNote, {
    gridId,
    no: (await unit.manager.countBy(HelperNote, { gridId })) + 1,
    householdId: household.id,
    projectNo: told.no,
    kind: told.kind,
    amountFen: told.amountFen,
    text: told.text,
    photo,
    enteredById: member.id,
    enteredAt: unit.now,
    state: 'pending',
    checkedById: null,
    checkedAt: null,
  });
}

/** A second person has called back: right, and it is done for the household; wrong, and it comes to nothing. */
export async function checkPhone(
  unit: Unit,
  { member, phone, isRight }: Deed & { phone: number; isRight: boolean },
): Promise<HelperNote> {
  const note = await noteOf(unit, phone);
  if (!note || note.photo !== null) throw new Refusal('phone.unknown', { phone });
  if (note.state !== 'pending') throw new Refusal('phone.checked', { phone });
  await checked(unit, note, { member, isRight });
  unit.journal.add('phone.check', { facts: { phone, isRight } });
  await unit.tell('ballot.phone-checked', { note });
  return note;
}

/** The sheet by its number. */
export async function sheetOf(unit: Unit, sheet: number): Promise<HelperNote & { photo: string }> {
  const note = await noteOf(unit, sheet);
  if (!note || note.photo === null) throw new Refusal('sheet.unknown', { sheet });
  return { ...note, photo: note.photo };
}

/** A second person has held the picture against what was entered: right, and it is done for the household, which hears of it; wrong, and it is not. */
export async function checkSheet(
  unit: Unit,
  { member, sheet, isRight }: Deed & { sheet: number; isRight: boolean },
): Promise<HelperNote> {
  const note = await sheetOf(unit, sheet);
  if (note.state !== 'pending') throw new Refusal('sheet.checked', { sheet });
  await checked(unit, note, { member, isRight });
  unit.journal.add('sheet.check', { facts: { sheet, isRight } });
  await unit.tell('ballot.sheet-checked', { note });
  return note;
}

/** The home of which it was taken down. */
export async function homeOfNote(unit: Unit, no: number): Promise<Household | null> {
  const note = await noteOf(unit, no);
  return note && unit.members.household(note.householdId);
}

function noteOf(unit: Unit, no: number): Promise<HelperNote | null> {
  return unit.manager.findOneBy(HelperNote, { gridId: unit.rows.gridId, no });
}

async function checked(unit: Unit, note: HelperNote, { member, isRight }: Deed & { isRight: boolean }): Promise<void> {
  const { now } = unit;
  if (note.enteredById === member.id) throw new Refusal('paper.samePerson', {});
  const household = await unit.members.household(note.householdId);
  if (isRight && household) await doFor(unit, { note, household, now });
  const state = isRight ? ('checked' as const) : ('returned' as const);
  await unit.rows.keep(HelperNote, Object.assign(note, { state, checkedById: member.id, checkedAt: now }));
}

/** The deed stands for the household, and in the journal by whoever took it down. */
async function doFor(
  unit: Unit,
  { note, household, now }: { note: HelperNote; household: Household; now: Date },
): Promise<void> {
  const helper = await unit.members.byId(note.enteredById);
  const view = await unit.members.view(helper?.userid ?? '');
  const member = { ...view, householdId: household.id, household };
  const about = { member, no: note.projectNo, now };
  switch (note.kind) {
    case 'support':
      await supportProposal(unit, about);
      break;
    case 'rating':
      await rateProject(unit, { ...about, score: Number(note.text) });
      break;
    case 'objection':
      await raiseObjection(unit, { ...about, text: note.text ?? '' });
      break;
    case 'pledge':
      await pledgeMoney(unit, { ...about, amountFen: note.amountFen ?? 0, replaces: true });
  }
}

/** What waits to be checked, oldest first, but for what the asker took down. */
export async function notesToCheck(
  unit: Unit,
  memberId: number,
): Promise<{ note: HelperNote; household: Household; words: string }[]> {
  const where = { gridId: unit.rows.gridId, state: 'pending' as const };
  const found: { note: HelperNote; household: Household; words: string }[] = [];
  for (const note of await unit.manager.find(HelperNote, { where, order: { no: 'ASC' } })) {
    const household = await unit.members.household(note.householdId);
    if (note.enteredById !== memberId && household)
      found.push({ note, household, words: `${placeWords(household)}：${toldWords({ ...note, no: note.projectNo })}` });
  }
  return found;
}
