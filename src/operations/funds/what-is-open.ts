import { dayOf } from '../../domain/calendar.js';
import { summaryOf } from '../../domain/funds/ledger.js';
import { typed } from '../../domain/money.js';
import { openMatters, type OpenMatter } from '../../domain/funds/open-matters.js';
import { plain } from '../../domain/plain-text.js';
import { requestWords } from '../../domain/funds/spending.js';
import type { Project } from '../../store/proposal/project.js';
import { teamOf } from '../../store/works/team.js';
import type { Unit } from '../../store/engine/unit.js';

/** What is still open in a project before its accounts can be final, each with whom it belongs to. */
export async function openOf(unit: Unit, { id, no }: Pick<Project, 'id' | 'no'>, now: Date): Promise<OpenMatter[]> {
  const { pendingFen } = summaryOf(await unit.ledger.balances(id));
  const today = dayOf(now);
  return openMatters({
    no,
    requests: (await unit.spending.ofProject(id)).map(request => ({
      no: request.no,
      state: request.state,
      words: plain(requestWords(request), 40),
      isProven: request.photo !== null || (request.despite?.stops.includes('voucher') ?? false),
      askedById: request.askedById,
      heldById: request.heldById,
      isRetentionDue: request.releasedNo === null && request.warrantyOn !== null && request.warrantyOn < today,
    })),
    pending: pendingFen > 0 ? typed(pendingFen) : null,
    findings: await unit.supervision.findings(id),
  });
}

/** The accounts wait for what is open: whoever it belongs to is told in private what to do, and the secretary all of it; once a morning. */
export async function tellWhatIsOpen(
  unit: Unit,
  project: Project,
  { matters, since }: { matters: readonly OpenMatter[]; since: Date },
): Promise<void> {
  const told = await unit.journal.ofDeed('settle.wait', since);
  if (told.some(({ facts }) => facts['no'] === project.no)) return;
  const byOwner = new Map<string, OpenMatter[]>();
  for (const matter of matters)
    for (const userid of await ownersOf(unit, project, matter))
      byOwner.set(userid, [...(byOwner.get(userid) ?? []), matter]);
  for (const userid of await unit.members.withRole('grid_secretary')) byOwner.set(userid, [...matters]);
  for (const [userid, own] of byOwner) await unit.tell('funds.waiting', { project, userid, matters: own });
  unit.journal.add('settle.wait', { facts: { no: project.no, open: matters.length } });
}

/** Whom a matter belongs to; the secretary where nobody holds the role. */
async function ownersOf(unit: Unit, project: Project, { owner }: OpenMatter): Promise<string[]> {
  const userids =
    owner === 'team'
      ? (await teamOf(unit, project.id)).map(({ userid }) => userid)
      : typeof owner === 'object'
        ? (await unit.members.byIds([owner.memberId])).map(({ userid }) => userid)
        : await unit.members.withRole(owner);
  return userids.length > 0 ? userids : unit.members.withRole('grid_secretary');
}
