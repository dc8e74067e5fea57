import { openFen } from '../../domain/funds/ledger.js';
import { isOwnHome } from '../../domain/people/bond.js';
import { promiseReleasePostings } from '../../domain/funds/postings.js';
import { ensureState } from '../../domain/lifecycle.js';
import { missingFen } from '../../domain/pledge/pledge-round.js';
import { releasableFrom } from '../../domain/pledge/released.js';
import { Refusal } from '../../domain/refusal.js';
import { rulesAt } from '../../domain/rules.js';
import type { Household } from '../../store/people/household.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';
import { type Place, whichHousehold } from '../people/which-household.js';
import { beneficiariesOf } from './cancel-pledge.js';
import { checkFunding } from './check-funding.js';
import { outdateNotices } from './waiting-notices.js';

interface Releasing {
  readonly member: MemberView;
  readonly no: number;
  readonly place: Place;
  readonly reason: string;
}

interface Released {
  readonly household: Household;
  readonly amountFen: number;
  /** What residents still lack now, in fen. */
  readonly gapFen: number;
  /** False where nobody of the home is in the chat: then somebody has to tell them at the door. */
  readonly isTold: boolean;
  /** True where less than the round needs is left and nobody has paid: tonight it is over, with every promise (docs/domain.md 4.1). */
  readonly endsRound: boolean;
}

/**
 * A secretary releases what one household promised and never paid, so that a matter does not wait for it for ever (docs/domain.md 8.2). The
 * household hears it at once and why; it may still pay. Nobody releases the own home. Everybody else sees the sum of all that was released, and no home.
 */
export async function releasePromise(unit: Unit, { member, no, place, reason }: Releasing): Promise<Released> {
  const { now } = unit;
  const project = await unit.projects.byNo(no);
  if (!project) throw new Refusal('project.unknown', { no });
  ensureState(project, ['collecting'], '放回一户没交的认捐');
  const household = await whichHousehold(unit, place);
  if (isOwnHome(member, household.id)) throw new Refusal('promise.own', {});
  const amountFen = openFen(await unit.ledger.standingOf(project.id, household.id));
  const last = await unit.ledger.lastPledge(household.id, [project.id]);
  if (amountFen === 0 || !last) throw new Refusal('promise.none', { no });
  const from = releasableFrom(project, last.at, rulesAt(now));
  if (now < from) throw new Refusal('promise.early', { no, from });

  await unit.ledger.post({
    projectId: project.id,
    kind: 'pledge.cancel',
    postings: promiseReleasePostings(amountFen),
    why: `书记放回：${reason}`,
    householdId: household.id,
    reversesId: last.id,
  });
  await outdateNotices(unit, project.id, [household.id]);
  const beneficiaries = await beneficiariesOf(unit, project, household.id);
  const { turn, summary } = await checkFunding(unit, project, now);
  unit.journal.add('promise.release', { facts: { no, amountFen } });
  await unit.tell('pledge.promise-released', { project, household, amountFen, reason });
  if (beneficiaries.length > 0) await unit.tell('pledge.withdrawn', { project, beneficiaries });
  await unit.tell('funds.turned', { project, turn, summary });
  const gapFen = missingFen(project, summary).toTarget;
  if (gapFen > 0) await unit.tell('pledge.short', { project, gapFen });
  const isTold = (await unit.members.boundTo([household.id])).length > 0;
  return { household, amountFen, gapFen, isTold, endsRound: turn === 'uncovered' };
}
