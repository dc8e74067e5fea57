import { strict as assert } from 'node:assert';
import { choicesIn } from '../../domain/poll/choices.js';
import { receiptCode } from '../../domain/ballot/receipt-code.js';
import { Refusal } from '../../domain/refusal.js';
import type { Tally } from '../../domain/poll/tally.js';
import type { Household } from '../../store/people/household.js';
import type { Poll } from '../../store/poll/poll.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';
import { award } from '../credit/award-points.js';
import { ensureAgent } from '../ballot/give-mandate.js';
import { countPoll, ensureMayVote, ensureOpen, ensureUnheard, whichPoll } from './which-poll.js';

interface Cast {
  readonly member: MemberView;
  readonly no: number | undefined;
  /** One choice, or several where the poll takes several. */
  readonly choice: string | readonly string[];
  readonly reason: string | undefined;
  /** The household that the member votes for with a written mandate; their own when left out. */
  readonly principal?: Household;
  /** The one of several flats that the member votes for; the own household when left out. */
  readonly home?: Household | undefined;
  random(bytes: number): Buffer;
}

interface CastResult {
  readonly poll: Poll;
  readonly chosen: string;
  readonly tally: Tally;
  readonly changed: boolean;
  readonly receipt: string;
}

/** Records a household's vote. Voting again before the deadline replaces the earlier vote (docs/domain.md 7.12). */
export async function castVote(unit: Unit, cast: Cast): Promise<CastResult> {
  const { member, principal } = cast;
  const { now } = unit;
  const household = principal ?? cast.home ?? member.household;
  assert(household, 'only bound members vote');
  const poll = await whichPoll(unit, cast.no);
  ensureOpen(poll, now);
  ensureMayVote(poll, household, principal ? null : member);
  ensureUnheard(unit, poll);
  if (principal) await ensureAgent(unit, { poll, member, household: principal });
  await ensureNoPaper(unit, poll, household);
  const chosen = choicesIn(poll, cast.choice);

  const before = await unit.polls.ballotOf(poll.id, household.id);
  // Who gave a mandate and voted in person has the last word (docs/domain.md 7.8).
  if (principal && before && before.channel !== 'proxy' && before.choice !== 'withdrawn')
    throw new Refusal('mandate.ownVote', { no: poll.no });
  const receipt = before?.receipt ?? receiptCode(cast.random(5));
  await unit.polls.cast({
    pollId: poll.id,
    householdId: household.id,
    memberId: member.id,
    choice: chosen,
    reason: cast.reason ?? null,
    castAt: now,
    channel: principal ? 'proxy' : null,
    receipt,
  });
  if (!principal) await award(unit, { memberId: member.id, behaviour: 'vote', about: `poll:${poll.id}`, now });
  unit.journal.add('poll.vote', {
    facts: { no: poll.no, changed: before !== null, ...(principal ? { proxy: true } : {}) },
  });
  if (before && before.memberId !== member.id && before.choice !== 'withdrawn')
    await unit.tell('poll.voted-anew', { poll, before });
  return { poll, chosen, tally: await countPoll(unit, poll), changed: before !== null, receipt };
}

/** Takes back the last vote of a household: the one before it stands again, or none. */
export async function undoVote(
  unit: Unit,
  { member, no }: { member: MemberView; no: number | undefined },
): Promise<{ poll: Poll; standing: string | null }> {
  const { household } = member;
  assert(household, 'only bound members vote');
  const poll = await whichPoll(unit, no);
  ensureOpen(poll, unit.now);
  await ensureNoPaper(unit, poll, household);
  const own = (await unit.polls.ballots(poll.id)).filter(
    ballot => ballot.householdId === household.id && ballot.memberId === member.id && ballot.channel === null,
  );
  const last = own.at(-1);
  if (!last || last.choice === 'withdrawn')
    throw new Refusal('poll.nothingCast', { no: poll.no, options: poll.options });
  // One step back only: what was said before the last word, if anything was.
  const standing = own.at(-2)?.choice ?? 'withdrawn';
  await unit.polls.cast({
    pollId: poll.id,
    householdId: household.id,
    memberId: member.id,
    choice: standing,
    castAt: unit.now,
    receipt: last.receipt,
  });
  unit.journal.add('poll.undo', { facts: { no: poll.no } });
  return { poll, standing: standing === 'withdrawn' ? null : standing };
}

/** A checked paper ballot locks its voter: it is of record until it is disputed or withdrawn (docs/domain.md 7.6). */
async function ensureNoPaper(unit: Unit, poll: Poll, { id }: Household): Promise<void> {
  const own = poll.electorate?.find(({ parts }) => parts.includes(id))?.parts ?? [id];
  const papers = await unit.papers.ballots(poll.id);
  if (papers.some(({ householdId, state }) => state === 'checked' && own.includes(householdId)))
    throw new Refusal('poll.paperLocked', { no: poll.no });
}
