import { contestRulesAt, type RedLine } from '../../domain/contest/contest-rules.js';
import { secretaries } from '../../domain/permissions.js';
import { Refusal } from '../../domain/refusal.js';
import type { Contest } from '../../store/contest/contest.js';
import type { ContestCandidate } from '../../store/contest/contest-candidate.js';
import type { ContestMark } from '../../store/contest/contest-mark.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';
import { contestIn } from './hold-contest.js';

interface Deed {
  readonly member: MemberView;
  readonly candidate: number;
}

/** A red line that is not settled keeps a candidate off the lists. */
export async function vetoCandidate(unit: Unit, deed: Deed & { readonly line: RedLine }): Promise<Contest> {
  const { contest } = await candidateOf(unit, deed.candidate);
  await mark(unit, contest, deed, { kind: 'veto', reason: deed.line });
  return contest;
}

/** What was held against a candidate is settled. Vouchers that are owed are settled by the vouchers, by nothing else. */
export async function liftVeto(unit: Unit, deed: Deed): Promise<Contest> {
  const { contest, row } = await candidateOf(unit, deed.candidate);
  const own = (await unit.contests.marks(contest.edition)).filter(({ candidate }) => candidate === deed.candidate);
  const last = own.findLast(({ kind }) => kind === 'veto' || kind === 'lift');
  if (last?.kind !== 'veto')
    throw new Refusal('contest.noVeto', { candidate: deed.candidate, missing: row.missingVouchers });
  await mark(unit, contest, deed, { kind: 'lift' });
  return contest;
}

/** A judge gives a grid points for what the record cannot count; the last word of each judge counts. */
export async function gradeCandidate(unit: Unit, deed: Deed & { readonly points: number }): Promise<Contest> {
  const { contest, row } = await candidateOf(unit, deed.candidate);
  const rules = contestRulesAt(contest.openedAt);
  if (!rules.criteria[row.list].some(({ by }) => by === 'judges'))
    throw new Refusal('contest.notJudged', { candidate: deed.candidate });
  if (deed.points > rules.gradeMost) throw new Refusal('contest.grade', { most: rules.gradeMost });
  await ensureUnbiased(unit, contest, row, deed.member);
  await mark(unit, contest, deed, { kind: 'grade', points: deed.points });
  return contest;
}

/** A judge votes for a candidate: it parts those who are level in all that the record counts. */
export async function voteForCandidate(unit: Unit, deed: Deed): Promise<Contest> {
  const { contest, row } = await candidateOf(unit, deed.candidate);
  await ensureUnbiased(unit, contest, row, deed.member);
  await mark(unit, contest, deed, { kind: 'vote' });
  return contest;
}

/** A judge stands aside for a candidate: what they said of it before does not count any more. */
export async function standAside(unit: Unit, deed: Deed & { readonly reason: string }): Promise<Contest> {
  const { contest } = await candidateOf(unit, deed.candidate);
  await mark(unit, contest, deed, { kind: 'recusal', reason: deed.reason });
  return contest;
}

/**
 * A candidate's own wish: to stay off the lists, or to be named on them (PIPL Art. 25); nobody has to say why. Consent may be
 * taken back after the lists are final, too.
 */
export async function wishOf(
  unit: Unit,
  { member, wish }: Omit<Deed, 'candidate'> & { readonly wish: 'decline' | 'named' | 'unnamed' },
): Promise<Contest> {
  const contest = await contestIn(unit, undefined, wish === 'decline' ? unfinished : [...unfinished, 'final']);
  const own = (await unit.contests.own(contest.edition)).find(({ memberId }) => memberId === member.id);
  if (!own) throw new Refusal('contest.notCandidate', { edition: contest.edition });
  await mark(unit, contest, { member, candidate: own.id }, { kind: wish });
  return contest;
}

const unfinished = ['opened', 'scoring', 'scored', 'publicity'] as const;

/** The contest that is not final yet, and its candidate of that number. */
async function candidateOf(unit: Unit, no: number): Promise<{ contest: Contest; row: ContestCandidate }> {
  const contest = await contestIn(unit, undefined, unfinished);
  const row = await unit.contests.candidate(contest.edition, no);
  if (!row) throw new Refusal('contest.noCandidate', { edition: contest.edition, candidate: no });
  return { contest, row };
}

const leading = [...secretaries, 'grid_worker', 'building_leader', 'entrance_leader'];

/** A nominee, or a leader of a nominated grid, does not score their own list (docs/domain.md 2.2); nor who has stood aside. */
async function ensureUnbiased(
  unit: Unit,
  contest: Contest,
  { id, list }: ContestCandidate,
  { id: memberId, userid }: MemberView,
): Promise<void> {
  const held = (await unit.contests.rolesOf(userid)).map(({ role }) => role);
  const own: readonly string[] = list === 'grid' ? leading : contestRulesAt(contest.openedAt).candidates[list];
  if (held.some(role => own.includes(role))) throw new Refusal('contest.ownList', { candidate: id });
  const isAside = (await unit.contests.marks(contest.edition)).some(
    ({ kind, candidate, byId }) => kind === 'recusal' && candidate === id && byId === memberId,
  );
  if (isAside) throw new Refusal('contest.aside', { candidate: id });
}

async function mark(
  unit: Unit,
  { edition }: Contest,
  { member, candidate }: Deed,
  said: Pick<ContestMark, 'kind'> & Partial<Pick<ContestMark, 'points' | 'reason'>>,
): Promise<void> {
  await unit.contests.mark({ edition, candidate, byId: member.id, at: unit.now, ...said });
  // What a judge gave is in the sealed row, not in the diary.
  const facts = { edition, candidate };
  unit.journal.add(`contest.${said.kind}`, { facts });
}
