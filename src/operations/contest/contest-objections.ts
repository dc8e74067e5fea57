import { contestRulesAt } from '../../domain/contest/contest-rules.js';
import { workdaysEnd } from '../../domain/periods.js';
import { Refusal } from '../../domain/refusal.js';
import type { Contest } from '../../store/contest/contest.js';
import type { ContestObjection } from '../../store/contest/contest-objection.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';
import { topics } from '../../store/notice/topics.js';
import { contestIn, ownContest, takeAnew } from './hold-contest.js';

interface Deed {
  readonly member: MemberView;
  readonly text: string;
}

/** Any resident of the county may object to a list, or to one candidate, while the lists are on display. */
export async function objectToContest(
  unit: Unit,
  { member, candidate, text }: Deed & { readonly candidate: number | undefined },
): Promise<{ contest: Contest; objection: ContestObjection }> {
  const { now } = unit;
  const contest = await contestIn(unit, undefined, ['publicity']);
  const { edition, objectionsUntil, openedAt } = contest;
  if (objectionsUntil && now >= objectionsUntil)
    throw new Refusal('contest.state', { edition, state: '公示期已满', next: '有问题请向街道或县里反映。' });
  if (candidate !== undefined && !(await unit.contests.candidate(edition, candidate)))
    throw new Refusal('contest.noCandidate', { edition, candidate });
  const dueAt = workdaysEnd(now, contestRulesAt(openedAt).answerWorkdays);
  const raised = { edition, candidate: candidate ?? null, text, memberId: member.id, at: now, dueAt };
  const objection = await unit.contests.raise(raised);
  const facts = { edition, objection: objection.id };
  unit.journal.add('contest.object', { facts });
  return { contest, objection };
}

/** The organiser answers. An objection that is granted has the figures taken anew, and the lists are shown once more. */
export async function answerContest(
  unit: Unit,
  { member, objection: no, isUpheld, text }: Deed & { readonly objection: number; readonly isUpheld: boolean },
): Promise<Contest> {
  const objection = await unit.contests.objection(no);
  if (!objection) throw new Refusal('contest.noObjection', { objection: no });
  const { edition } = objection;
  const contest = await ownContest(unit, edition, ['scoring', 'scored', 'publicity']);
  if ((await unit.contests.answers(edition)).some(answer => answer.objection === no))
    throw new Refusal('contest.answered', { objection: no });
  const upheld = isUpheld ? 1 : 0;
  await unit.contests.answer({ edition, objection: no, text, upheld, answeredById: member.id, at: unit.now });
  await unit.posts.withdraw(topics.contestObjection(objection));
  if (isUpheld) await takeAnew(unit, contest);
  const facts = { edition, objection: no, upheld };
  unit.journal.add('contest.answer', { facts });
  return contest;
}
