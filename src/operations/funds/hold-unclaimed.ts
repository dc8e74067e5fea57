import { movedTo } from '../../domain/funds/ledger.js';
import { claimPostings, returnPostings } from '../../domain/funds/postings.js';
import { Refusal } from '../../domain/refusal.js';
import { topics } from '../../store/notice/topics.js';
import type { LedgerEntry } from '../../store/funds/ledger-entry.js';
import type { Household } from '../../store/people/household.js';
import type { Project } from '../../store/proposal/project.js';
import type { Unit } from '../../store/engine/unit.js';
import { type Place, whichHousehold } from '../people/which-household.js';

interface Handing {
  readonly no: number;
  readonly place: Place;
}

interface Handed {
  readonly project: Project;
  readonly entry: LedgerEntry;
  readonly amountFen: number;
}

/**
 * A refund that its household could not be given comes back and waits for it (docs/domain.md 8.6): the household is told in private, and may
 * fetch it for years.
 */
export async function holdRefund(unit: Unit, handing: Handing): Promise<Handed> {
  const { project, householdId, entries } = await refundsOf(unit, handing);
  const amountFen = movedTo('refunded', entries);
  if (amountFen <= 0) throw new Refusal('refund.none', { no: project.no });
  const entry = await post(unit, { project, householdId, kind: 'refund.return', amountFen });
  await unit.tell('funds.held', { project, entry, householdId, amountFen });
  return { project, entry, amountFen };
}

/** The household has fetched what waited for it; a project that was archived long ago pays all the same. */
export async function claimRefund(unit: Unit, handing: Handing): Promise<Handed> {
  const { project, householdId, entries } = await refundsOf(unit, handing);
  const amountFen = movedTo('unclaimed', entries);
  if (amountFen <= 0) throw new Refusal('refund.nothingWaits', { no: project.no });
  const entry = await post(unit, { project, householdId, kind: 'refund.claim', amountFen });
  await unit.posts.withdraw(topics.held(project, { householdId }));
  return { project, entry, amountFen };
}

/** Homes whose share of what was left went out to them (`refunded`), or came back and waits for them (`unclaimed`), in fen. */
export async function sharesIn(
  unit: Unit,
  projects: readonly Project[],
  account: 'refunded' | 'unclaimed',
): Promise<readonly { readonly no: number; readonly home: Household; readonly fen: number }[]> {
  const found: { no: number; home: Household; fen: number }[] = [];
  for (const { id, no } of projects) {
    const entries = await unit.ledger.entries(id, ['refund', 'refund.return', 'refund.claim']);
    for (const householdId of new Set(entries.map(entry => entry.householdId))) {
      const fen = movedTo(
        account,
        entries.filter(entry => entry.householdId === householdId),
      );
      const home = householdId === null || fen <= 0 ? null : await unit.members.household(householdId);
      if (home) found.push({ no, home, fen });
    }
  }
  return found;
}

async function refundsOf(
  unit: Unit,
  { no, place }: Handing,
): Promise<{ project: Project; householdId: number; entries: LedgerEntry[] }> {
  const project = await unit.projects.byNo(no);
  if (!project) throw new Refusal('project.unknown', { no });
  const { id: householdId } = await whichHousehold(unit, place);
  return { project, householdId, entries: await unit.ledger.entriesOf(project.id, householdId) };
}

async function post(
  unit: Unit,
  {
    project,
    householdId,
    kind,
    amountFen,
  }: {
    project: Project;
    householdId: number;
    kind: 'refund.return' | 'refund.claim';
    amountFen: number;
  },
): Promise<LedgerEntry> {
  const isBack = kind === 'refund.return';
  const entry = await unit.ledger.post({
    projectId: project.id,
    kind,
    postings: isBack ? returnPostings(amountFen) : claimPostings(amountFen),
    why: isBack ? '退款没有送到，暂存' : '领取暂存的退款',
    householdId,
  });
  const facts = { no: project.no, voucher: entry.no, amountFen };
  unit.journal.add(isBack ? 'funds.hold' : 'funds.claim', { facts });
  return entry;
}
