import { givingStates } from '../../domain/lifecycle.js';
import { objectionStays } from '../../publish/plan/objection-notice.js';
import { ownReports, type Thing } from '../meaning/numbered-things.js';
import type { Turn } from '../turn.js';
import type { Wish } from '../wish.js';

/** What stands of the speaker's own, and what takes it back. */
export interface Own extends Thing {
  readonly kind: 'report' | 'proposal' | 'objection' | 'task' | 'goods' | 'labour';
  /** The deed that takes it back, or why nothing does. */
  readonly back: Pick<Wish, 'intent' | 'slots'> | string;
  /** True for a report that was not made just now: few words are about it only where they name it. */
  readonly isOld?: boolean;
}

const justMs = 30 * 60_000;

/** What stands of the speaker's own: reports, proposals, objections, tasks, goods and labour. */
export async function ownStanding(turn: Turn): Promise<readonly Own[]> {
  const { unit, member } = turn;
  const fresh = (await unit.reports.openOf(member.userid))
    .filter(({ openedAt }) => turn.now.getTime() - openedAt.getTime() <= justMs)
    .map(({ no }) => no);
  const reports = (await ownReports(turn, [])).map((report): Own => ({
    ...report,
    kind: 'report',
    back: { intent: 'report.withdraw', slots: { report: report.value } },
    isOld: !fresh.includes(Number(report.value)),
  }));
  const raised = (await unit.projects.inStates(['issue_reported'])).filter(
    ({ proposerId }) => proposerId === member.id,
  );
  const proposals = raised.map(({ no, title }): Own => ({
    value: no,
    words: title,
    names: [],
    kind: 'proposal',
    back: { intent: 'proposal.withdraw', slots: { no } },
  }));
  const tasks = (await unit.tasks.open()).filter(({ claimedById, doneAt }) => claimedById === member.id && !doneAt);
  const claimed = tasks.map(({ no, what }): Own => ({
    value: no,
    words: what,
    names: [],
    kind: 'task',
    back: { intent: 'task.drop', slots: { no } },
  }));
  return [...reports, ...proposals, ...claimed, ...(await ownObjections(turn)), ...(await ownOffers(turn))];
}

async function ownObjections({ unit, member }: Turn): Promise<Own[]> {
  const found: Own[] = [];
  for (const { id, no } of await unit.projects.inStates(['plan_published', 'result_published']))
    for (const objection of await unit.objections.open(id))
      if (objection.memberId === member.id)
        found.push({
          value: objection.no,
          no,
          words: objection.text,
          names: [],
          kind: 'objection',
          back: `${no}号异议${objection.no}还在等答复。${objectionStays}`,
        });
  return found;
}

async function ownOffers({ unit, member }: Turn): Promise<Own[]> {
  const found: Own[] = [];
  if (member.householdId === null) return found;
  for (const { id, no } of await unit.projects.inStates(givingStates))
    for (const { memberId, kind, what, cancelledAt, fulfilledAt } of await unit.ledger.offers(id))
      if (memberId === member.id && !cancelledAt && !fulfilledAt) {
        const offered = what ?? '出工';
        found.push({
          value: offered,
          no,
          words: offered,
          names: [],
          kind,
          back: { intent: 'pledge.cancel', slots: { no, offered } },
        });
      }
  return found;
}
