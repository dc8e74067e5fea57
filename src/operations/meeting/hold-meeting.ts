import { dayMs, hourMs } from '../../domain/calendar.js';
import type { Picture } from '../../domain/picture.js';
import { Refusal } from '../../domain/refusal.js';
import { rulesAt } from '../../domain/rules.js';
import type { Household } from '../../store/people/household.js';
import type { Meeting } from '../../store/meeting/meeting.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';
import { award } from '../credit/award-points.js';
import { type Place, whichHousehold } from '../people/which-household.js';
import { publicWords } from '../people/public-words.js';

/** People sign in from so long before the start. */
const earlyMs = hourMs;

/** From when on whoever is there may sign in. */
export function signInFrom({ startsAt }: Pick<Meeting, 'startsAt'>): Date {
  return new Date(startsAt.getTime() - earlyMs);
}
/** Minutes with all that is added to them. */
const mostMinutes = 3000;

interface Calling {
  readonly member: MemberView;
  readonly no: number | undefined;
  readonly startsAt: Date;
  readonly agenda: string;
  readonly place: string | undefined;
}

/** Calls a deliberation meeting (议事会) about a proposal, or about a matter of its own (docs/domain.md 4.1). */
export async function callMeeting(
  unit: Unit,
  { member, no, startsAt, agenda, place }: Calling,
): Promise<{ meeting: Meeting }> {
  ensureAhead(startsAt, unit.now);
  const project = no === undefined ? null : await unit.projects.byNo(no);
  if (no !== undefined && !project) throw new Refusal('project.unknown', { no });
  const meeting = await unit.meetings.keep({
    gridId: unit.grid.id,
    no: project?.no ?? (await unit.projects.takeNo()),
    projectId: project?.id ?? null,
    agenda,
    place: place ?? null,
    startsAt,
    calledById: member.id,
    calledAt: unit.now,
  });
  unit.journal.add('meeting.call', { facts: { no: meeting.no, startsAt } });
  await unit.tell('meeting.called', { meeting });
  return { meeting };
}

/** Whoever called a meeting gives it another time or place before it begins; it stays the same meeting, and is announced anew. */
export async function moveMeeting(
  unit: Unit,
  { member, no, startsAt, agenda, place }: Calling,
): Promise<{ meeting: Meeting }> {
  ensureAhead(startsAt, unit.now);
  const called = no === undefined ? null : await unit.meetings.byNo(no);
  if (!called || called.calledById !== member.id || called.minutesAt || called.startsAt <= unit.now)
    throw new Refusal('meeting.none', {});
  const meeting = await unit.meetings.keep(Object.assign(called, { startsAt, agenda, place: place ?? null }));
  unit.journal.add('meeting.move', { facts: { no: meeting.no, startsAt } });
  await unit.tell('meeting.moved', { meeting });
  return { meeting };
}

/** A meeting lies ahead, and not further than the rules allow. */
function ensureAhead(startsAt: Date, now: Date): void {
  const mostDays = rulesAt(now).meetingMostDays;
  if (startsAt <= now) throw new Refusal('meeting.past', {});
  if (startsAt.getTime() > now.getTime() + mostDays * dayMs) throw new Refusal('meeting.far', { mostDays });
}

/** A household signs in, by its own word; once however many of it come. */
export async function signIn(
  unit: Unit,
  { member, no }: { member: MemberView; no: number | undefined },
): Promise<{ meeting: Meeting; present: number; again: boolean }> {
  const meeting = await whichMeeting(unit, no);
  const opensAt = signInFrom(meeting);
  if (unit.now < opensAt) throw new Refusal('meeting.early', { opensAt });
  const there = await unit.meetings.attendance(meeting.id);
  const again = there.some(({ householdId }) => householdId === member.householdId);
  if (!again && member.householdId !== null) {
    const about = { gridId: unit.grid.id, meetingId: meeting.id, householdId: member.householdId };
    await unit.meetings.signIn({ ...about, memberId: member.id, how: 'word', at: unit.now });
    unit.journal.add('meeting.signIn', { facts: { no: meeting.no } });
  }
  return { meeting, present: there.length + (again ? 0 : 1), again };
}

interface Present {
  readonly no: number | undefined;
  readonly places: readonly Place[];
  /** Who was entered by mistake. */
  readonly gone?: readonly Place[];
}

/** Enters from the list on paper who is present in person, and strikes who stands there by mistake. */
export async function enterPresent(
  unit: Unit,
  { no, places, gone = [] }: Present,
): Promise<{ meeting: Meeting; present: number; added: number; struck: number }> {
  const meeting = await whichMeeting(unit, no);
  const opensAt = signInFrom(meeting);
  if (unit.now < opensAt) throw new Refusal('meeting.early', { opensAt });
  if (places.length + gone.length === 0) throw new Refusal('meeting.nobody', {});
  await strike(unit, meeting, gone);
  const homes: Household[] = [];
  for (const place of places) homes.push(await whichHousehold(unit, place));
  const there = new Set((await unit.meetings.attendance(meeting.id)).map(({ householdId }) => householdId));
  const before = there.size;
  for (const { id } of homes) {
    if (there.has(id)) continue;
    there.add(id);
    await unit.meetings.signIn({
      gridId: unit.grid.id,
      meetingId: meeting.id,
      householdId: id,
      how: 'list',
      at: unit.now,
    });
  }
  const added = there.size - before;
  const struck = gone.length;
  const facts = { no: meeting.no, added, ...(struck > 0 ? { struck } : {}) };
  unit.journal.add('meeting.list', { facts });
  return { meeting, present: there.size, added, struck };
}

/** Only what was entered from a list is struck: who signed in was there by their own word. */
async function strike(unit: Unit, meeting: Meeting, gone: readonly Place[]): Promise<void> {
  const there = await unit.meetings.attendance(meeting.id);
  for (const place of gone) {
    const { id } = await whichHousehold(unit, place);
    const found = there.find(({ householdId }) => householdId === id);
    if (found?.how !== 'list')
      throw new Refusal('meeting.notListed', { no: meeting.no, said: place.said, isSigned: found !== undefined });
    await unit.meetings.strike(found);
  }
}

interface Minutes {
  readonly member: MemberView;
  readonly no: number | undefined;
  readonly text: string;
  readonly pictures: readonly Picture[];
}

/** Attaches the minutes: the meeting is over, and everybody who signed in has earned points (docs/domain.md 10.3). */
export async function attachMinutes(
  unit: Unit,
  { member, no, text, pictures }: Minutes,
): Promise<{ meeting: Meeting; present: number }> {
  const { now } = unit;
  const meeting = await whichMeeting(unit, no);
  if (now < meeting.startsAt) throw new Refusal('meeting.notYet', { startsAt: meeting.startsAt });
  const photos = await keepPhotos(unit, meeting, { member, pictures });
  await unit.meetings.keep(
    Object.assign(meeting, {
      minutes: await publicWords(unit, text),
      minutesById: member.id,
      minutesAt: now,
      photos: photos.length > 0 ? photos : null,
    }),
  );
  const there = await unit.meetings.attendance(meeting.id);
  for (const { memberId } of there)
    if (memberId !== null)
      await award(unit, { memberId, behaviour: 'meeting', about: `meeting:${meeting.id}`, by: member, now });
  unit.journal.add('meeting.minutes', { facts: { no: meeting.no, present: there.length } });
  await unit.tell('meeting.minuted', { meeting, present: there.length });
  return { meeting, present: there.length };
}

/** Adds what was left out to the minutes of a meeting; what they say stays. By whoever wrote them. */
export async function addToMinutes(unit: Unit, { member, no, text, pictures }: Minutes): Promise<{ meeting: Meeting }> {
  const { now } = unit;
  const meeting = no === undefined ? null : await unit.meetings.byNo(no);
  if (!meeting?.minutesAt || meeting.minutesById !== member.id) throw new Refusal('meeting.noMinutes', {});
  const added = await publicWords(unit, text);
  const minutes = `${meeting.minutes ?? ''}\n补充：${added}`;
  if ([...minutes].length > mostMinutes) throw new Refusal('text.tooLong', { most: mostMinutes });
  const photos = [...(meeting.photos ?? []), ...(await keepPhotos(unit, meeting, { member, pictures }))];
  await unit.meetings.keep(Object.assign(meeting, { minutes, photos: photos.length > 0 ? photos : null }));
  unit.journal.add('meeting.minutes', { facts: { no: meeting.no, adds: true } });
  await unit.tell('meeting.supplemented', { meeting, added, at: now });
  return { meeting };
}

async function keepPhotos(
  unit: Unit,
  { id }: Meeting,
  { member, pictures }: Pick<Minutes, 'member' | 'pictures'>,
): Promise<string[]> {
  const photos: string[] = [];
  for (const picture of pictures) {
    const evidence = await unit.evidence.add({ ...picture, by: member.userid, at: unit.now });
    await unit.evidence.use(evidence, `meeting:${id}`);
    photos.push(evidence.digest);
  }
  return photos;
}

/** The meeting that is meant: by its number, or the only one without minutes. */
async function whichMeeting(unit: Unit, no: number | undefined): Promise<Meeting> {
  const open = await unit.meetings.open();
  if (no !== undefined) {
    const found = open.find(meeting => meeting.no === no);
    if (found) return found;
    throw (await unit.meetings.byNo(no)) ? new Refusal('meeting.minuted', { no }) : new Refusal('meeting.none', {});
  }
  const [only, ...others] = open;
  if (!only) throw new Refusal('meeting.none', {});
  if (others.length > 0)
    throw new Refusal('meeting.several', { choices: open.map(meeting => ({ no: meeting.no, title: meeting.agenda })) });
  return only;
}
