import { dayMs } from '../../domain/calendar.js';
import type { RoleId } from '../../domain/permissions.js';
import { Refusal } from '../../domain/refusal.js';
import { rulesAt } from '../../domain/rules.js';
import { approvalFor, isOnePayee, lacking } from '../../domain/funds/spending.js';
import type { SpendRequest } from '../../store/funds/spend-request.js';
import type { Unit } from '../../store/engine/unit.js';

interface Needed {
  readonly roles: readonly RoleId[];
  /** How many approvals are still lacking. */
  readonly missing: number;
  readonly cleared: boolean;
  /** What the payee gets in the project within the window, this payment included, in fen. */
  readonly togetherFen: number;
}

/** Whose approval a request still needs, by what its payee gets in the project within 30 days, all together (docs/domain.md 8.4). */
export async function approvalNeeded(unit: Unit, request: SpendRequest, now: Date): Promise<Needed> {
  const rules = rulesAt(now);
  const togetherFen = await together(unit, request, new Date(now.getTime() - rules.payeeWindowDays * dayMs));
  const need = approvalFor(togetherFen, { gridFen: rules.gridApprovesFen, communityFen: rules.communityApprovesFen });
  const approvers = await approversOf(unit, request);
  const missing = lacking(approvers, need);
  const isLast = approvers.length + 1 >= need.count;
  const onlyCommunity = need.community && isLast && !approvers.some(({ isCommunity }) => isCommunity);
  const roles = onlyCommunity ? (['community_secretary'] as const) : need.roles;
  return { roles, missing, cleared: need.cleared, togetherFen };
}

/** Throws where a payment lacks an approval, or the team's word, for what its payee gets by now. */
export async function ensureApproved(unit: Unit, request: SpendRequest, now: Date): Promise<void> {
  const { missing, cleared, togetherFen } = await approvalNeeded(unit, request, now);
  if (missing > 0) throw new Refusal('spend.moreApproval', { request: request.no, togetherFen });
  if (cleared && request.clearedById === null) throw new Refusal('spend.notCleared', { request: request.no });
}

/** With what was paid since a moment, and what was asked for before and is not paid yet. */
async function together(unit: Unit, request: SpendRequest, since: Date): Promise<number> {
  let sum = request.amountFen;
  for (const other of await unit.spending.ofProject(request.projectId)) {
    if (other.no === request.no || other.state === 'refused' || !isOnePayee(other.payee, request.payee)) continue;
    const entry = other.entryNo === null ? null : await unit.ledger.byNo(other.entryNo);
    if (entry ? entry.at > since : other.no < request.no) sum += other.amountFen;
  }
  return sum;
}

/** Who approved a request, and whether each is the community's secretary. */
async function approversOf(unit: Unit, { approvals }: SpendRequest): Promise<{ isCommunity: boolean }[]> {
  if (approvals.length === 0) return [];
  const community = await unit.members.withRole('community_secretary');
  const members = await unit.members.byIds(approvals);
  return approvals.map(id => ({ isCommunity: members.some(one => one.id === id && community.includes(one.userid)) }));
}
