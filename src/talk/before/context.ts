import { movedTo } from '../../domain/funds/ledger.js';
import type { Context } from '../../language/reading/understand.js';
import type { Unit } from '../../store/engine/unit.js';
import type { MemberView } from '../../store/people/members.js';
import type { Project } from '../../store/proposal/project.js';

/** Words that may speak of the member's own last pledge: 再加200, 改成500. */
const ofOwnPledge = /[加添追改变换]|不是/u;

/** Words against something. */
const isAgainst = /不(?:太)?(?:同意|赞成|支持|服|认|接受|答应)|反对|接受不了|有[^，,。]{0,3}(?:意见|异议)/u;

/** What the words may be about here and now. */
export async function contextOf(
  unit: Unit,
  member: MemberView,
  { text, quoted }: { readonly text: string; readonly quoted: string | undefined },
): Promise<Context> {
  const polls = await unit.polls.choosable();
  const funding = await unit.projects.numbersIn(['approved', 'pledging', 'collecting']);
  const onDisplay = isAgainst.test(text) ? await unit.projects.numbersIn(['plan_published', 'result_published']) : [];
  const ownPledge = ofOwnPledge.test(text) ? await lastPledge(unit, member, funding) : null;
  return {
    openPolls: polls.map(({ no, options, many }) => ({
      no,
      ...(options ? { options } : {}),
      ...(many ? { many: true as const } : {}),
    })),
    openPledges: funding.map(({ no }) => no),
    ...(onDisplay.length > 0 ? { onDisplay: onDisplay.map(({ no }) => no) } : {}),
    ...(ownPledge ? { ownPledge } : {}),
    ...(quoted === undefined ? {} : { quoted }),
    roles: member.roles.map(({ role }) => role),
  };
}

/** The newest pledge of the member's household in the rounds that are open. */
async function lastPledge(
  unit: Unit,
  { householdId }: MemberView,
  rounds: readonly Pick<Project, 'id' | 'no'>[],
): Promise<Context['ownPledge'] | null> {
  if (householdId === null) return null;
  const found = await unit.ledger.lastPledge(
    householdId,
    rounds.map(({ id }) => id),
  );
  const round = rounds.find(({ id }) => id === found?.projectId);
  return found && round ? { no: round.no, amountFen: movedTo('promised', [found]) } : null;
}
