import { movedTo } from '../../domain/funds/ledger.js';
import { type Promised, promising } from '../../domain/pledge/promising.js';
import type { Unit } from '../../store/engine/unit.js';
import type { Project } from '../../store/proposal/project.js';

/** How many households of the scope nobody promises anything for, where the round needs every one of them; 0 where it does not. */
export async function householdsShort(unit: Unit, { id, round, scope }: Project): Promise<number> {
  if (!round?.everyHousehold) return 0;
  const forWhom = new Map((await unit.ledger.notes(id)).map(({ entryNo, beneficiaryId }) => [entryNo, beneficiaryId]));
  const promises = (await unit.ledger.entries(id, ['pledge', 'pledge.cancel'])).flatMap((entry): Promised[] =>
    entry.householdId === null
      ? []
      : [
          {
            by: entry.householdId,
            forWhom: forWhom.get(entry.no) ?? entry.householdId,
            fen: movedTo('promised', [entry]),
          },
        ],
  );
  const taking = promising(promises);
  // Who was exempted needs to promise nothing.
  for (const { householdId } of await unit.ledger.exemptions(id)) taking.add(householdId);
  return (await unit.members.electors(scope)).filter(home => !taking.has(home.id)).length;
}
