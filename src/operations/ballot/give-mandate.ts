import { strict as assert } from 'node:assert';
import { speaksFor } from '../../domain/people/bond.js';
import { onlyOne } from '../../domain/only-one.js';
import type { Picture } from '../../domain/picture.js';
import { Refusal } from '../../domain/refusal.js';
import { rulesAt } from '../../domain/rules.js';
import type { Household } from '../../store/people/household.js';
import type { Mandate } from '../../store/ballot/mandate.js';
import type { Member } from '../../store/people/member.js';
import type { Poll } from '../../store/poll/poll.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';
import { ensureMayVote, ensureOpen, whichPoll } from '../poll/which-poll.js';
import { evidenceFor } from '../evidence-for.js';
import { type Place, whichHousehold } from '../people/which-household.js';

interface MandateEntry {
  readonly member: MemberView;
  readonly no: number | undefined;
  readonly place: Place;
  /** Who is to vote: an address, or a name or userid of a bound member. */
  readonly agent: Place;
  readonly pictures: readonly Picture[];
}

/** Roles that count or carry out what is decided: none of them may vote for others (docs/domain.md 7.8). */
const excluded = ['supervisor', 'contractor', 'bookkeeper', 'cashier'];

/**
 * A helper enters a paper by which a voter lets somebody else vote (委托), or co-owners name one of them (代表). It takes
 * effect once a second person has checked it. One agent votes for three principals at most.
 */
export async function enterMandate(
  unit: Unit,
  { member, no, place, agent: said, pictures }: MandateEntry,
): Promise<{ poll: Poll; mandate: Mandate; household: Household }> {
  const { now } = unit;
  const poll = await whichPoll(unit, no);
  ensureOpen(poll, now);
  const household = await whichHousehold(unit, place);
  ensureMayVote(poll, household, null);
  const agent = await agentOf(unit, said, household);
  const kind = speaksFor(agent, household) ? 'representative' : 'proxy';
  const mandates = await unit.papers.mandates(poll.id);
  if (mandates.some(one => one.householdId === household.id && isStanding(one)))
    throw new Refusal('mandate.already', { no: poll.no });
  if (kind === 'proxy') await ensureMayAct(unit, poll, agent, mandates, now);
  const evidence = await evidenceFor(unit, { by: member.userid, pictures, what: '签了名的委托书', now });

  const mandate = await unit.papers.keepMandate({
    gridId: unit.grid.id,
    pollId: poll.id,
    householdId: household.id,
    kind,
    memberId: agent.id,
    photo: evidence.digest,
    enteredById: member.id,
    enteredAt: now,
    state: 'pending',
  });
  await unit.evidence.use(evidence, `mandate:${mandate.id}`);
  unit.journal.add('mandate.enter', { facts: { no: poll.no, mandate: mandate.id, kind } });
  return { poll, mandate, household };
}

/** A second person checks a mandate; only then may the agent vote. */
export async function checkMandate(
  unit: Unit,
  check: { member: MemberView; mandate: number; isRight: boolean },
): Promise<{ poll: Poll; mandate: Mandate }> {
  const { member, isRight } = check;
  const mandate = await unit.papers.mandate(check.mandate);
  if (!mandate) throw new Refusal('mandate.unknown', { mandate: check.mandate });
  const poll = await unit.polls.byId(mandate.pollId);
  assert(poll, 'a mandate belongs to a poll');
  ensureOpen(poll, unit.now);
  if (mandate.state !== 'pending') throw new Refusal('mandate.unknown', { mandate: mandate.id });
  if (mandate.enteredById === member.id) throw new Refusal('paper.samePerson', {});
  await unit.papers.keepMandate(
    Object.assign(mandate, { state: isRight ? 'checked' : 'returned', checkedById: member.id, checkedAt: unit.now }),
  );
  unit.journal.add('mandate.check', { facts: { no: poll.no, mandate: mandate.id, isRight } });
  if (isRight) await unit.tell('ballot.mandate-checked', { poll, mandate });
  return { poll, mandate };
}

/** Refused unless the member holds a checked mandate of that household in this poll. */
export async function ensureAgent(
  unit: Unit,
  { poll, member, household }: { poll: Poll; member: MemberView; household: Household },
): Promise<void> {
  const mandates = await unit.papers.mandates(poll.id);
  const held = mandates.some(
    ({ householdId, memberId, kind, state }) =>
      householdId === household.id && memberId === member.id && kind === 'proxy' && state === 'checked',
  );
  if (!held) throw new Refusal('mandate.none', { no: poll.no });
}

async function agentOf(unit: Unit, said: Place, principal: Household): Promise<Member> {
  const bound =
    said.room === undefined
      ? (await unit.members.allBound()).filter(({ name, userid }) => name === said.said || userid === said.said)
      : await unit.members.boundTo([(await whichHousehold(unit, said)).id]);
  // Namesakes: among co-owners the one of the same home is meant.
  const near = bound.filter(one => speaksFor(one, principal));
  const only = onlyOne(near.length > 0 ? near : bound);
  if (!only) throw new Refusal('mandate.agentUnknown', { agent: said.said });
  return only;
}

async function ensureMayAct(
  unit: Unit,
  poll: Poll,
  agent: Member,
  mandates: readonly Mandate[],
  now: Date,
): Promise<void> {
  const { roles } = await unit.members.view(agent.userid);
  if (agent.id === poll.openedById || roles.some(({ role }) => excluded.includes(role)))
    throw new Refusal('mandate.excluded', {});
  const most = rulesAt(now).proxyMaxPrincipals;
  const held = mandates.filter(one => one.memberId === agent.id && one.kind === 'proxy' && isStanding(one));
  if (held.length >= most) throw new Refusal('mandate.tooMany', { most });
}

function isStanding({ state }: Mandate): boolean {
  return state === 'pending' || state === 'checked';
}
