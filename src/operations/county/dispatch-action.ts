import { dayOf } from '../../domain/calendar.js';
import type { Picture } from '../../domain/picture.js';
import { Refusal } from '../../domain/refusal.js';
import { isSecretary } from '../../domain/permissions.js';
import type { DispatchAction } from '../../store/county/dispatch-action.js';
import type { Member } from '../../store/people/member.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';
import { topics } from '../../store/notice/topics.js';
import { photosOf } from '../works/photos-of.js';
import type { Place } from '../people/which-household.js';
import { whichMember } from '../people/which-member.js';

interface Deed {
  readonly member: MemberView;
}

/** A dispatch asks somebody for something by a day. */
export async function askAction(
  unit: Unit,
  {
    member,
    owner: said,
    what,
    day,
  }: Deed & { readonly owner: Place; readonly what: string; readonly day: string | null },
): Promise<{ action: DispatchAction; owner: Member }> {
  if (day === null || day < dayOf(unit.now)) throw new Refusal('action.day', {});
  const owner = await whichMember(unit, said);
  const asked = { what, ownerId: owner.id, dueOn: day, state: 'open' as const, setById: member.id, setAt: unit.now };
  const action = await unit.actions.add(asked);
  unit.journal.add('action.ask', { facts: { action: action.no, dueOn: day } });
  await unit.tell('county.asked', { action, owner });
  return { action, owner };
}

/** The owner, or who asked for it, says what was done, with a picture where there is one. */
export async function doAction(
  unit: Unit,
  {
    member,
    action: no,
    evidence,
    pictures = [],
  }: Deed & { readonly action: number; readonly evidence: string; readonly pictures?: readonly Picture[] },
): Promise<DispatchAction> {
  const { now } = unit;
  const action = await actionOf(unit, no, 'open');
  const leads = isSecretary(member);
  if (action.ownerId !== member.id && !leads) throw new Refusal('action.notYours', { action: no });
  const photos = await photosOf(unit, { by: member.userid, about: `action:${no}`, pictures, now });
  await unit.actions.keep(
    Object.assign(action, { state: 'done' as const, evidence, photos, doneById: member.id, doneAt: now }),
  );
  unit.journal.add('action.do', { facts: { action: no } });
  await unit.posts.withdraw(topics.action(action));
  await unit.tell('county.done', { action });
  return action;
}

/** A second person has seen it: only then is it closed. */
export async function checkAction(
  unit: Unit,
  { member, action: no }: Deed & { readonly action: number },
): Promise<DispatchAction> {
  const action = await actionOf(unit, no, 'done');
  if (action.doneById === member.id || action.ownerId === member.id) throw new Refusal('action.second', { action: no });
  await unit.actions.keep(
    Object.assign(action, { state: 'closed' as const, checkedById: member.id, checkedAt: unit.now }),
  );
  await unit.posts.withdraw(topics.action(action));
  unit.journal.add('action.check', { facts: { action: no } });
  return action;
}

async function actionOf(unit: Unit, no: number, state: DispatchAction['state']): Promise<DispatchAction> {
  const action = await unit.actions.byNo(no);
  if (!action) throw new Refusal('action.unknown', { action: no });
  if (action.state !== state) throw new Refusal('action.state', { action: no, state: action.state });
  return action;
}
