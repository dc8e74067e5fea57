import { plain } from '../../domain/plain-text.js';
import type { Project } from '../../store/proposal/project.js';
import type { Unit } from '../../store/engine/unit.js';
import { html, type Html } from '../html.js';
import { paidByHousehold } from '../funds/paid-by.js';

const byName = new Intl.Collator('zh-Hans-CN');

/**
 * The donor roll (光荣榜) of a project: of the households whose money has arrived, those members who agreed to be named, and
 * who did not ask to give unnamed (docs/domain.md 13.3). By name, never by amount (6.3), and without any count of the others, so
 * that a name that is missing says nothing. Absent while there is nobody to name.
 */
export async function donorRoll(unit: Unit, project: Project, now: Date): Promise<Html | false> {
  const agreed = (await unit.members.allBound()).filter(
    ({ namedAt, erasedAt, leftAt }) => namedAt !== null && erasedAt === null && leftAt === null,
  );
  if (agreed.length === 0) return false;
  const paid = await paidByHousehold(unit, project, now);
  const names: string[] = [];
  for (const { name, householdId } of agreed) {
    if (householdId === null || (paid.get(householdId) ?? 0) <= 0) continue;
    const notes = await unit.ledger.notesOf(project.id, householdId);
    if (notes.every(({ unnamed }) => unnamed === 0)) names.push(plain(name, 10));
  }
  if (names.length === 0) return false;
  return html`<h3>光荣榜</h3>
    <p>${names.toSorted((one, other) => byName.compare(one, other)).join('、')}</p>
    <p class="note">
      谢谢出钱的邻居。只写本人同意公布的姓名，不写金额，排名不分先后；没有写的不代表没有出。愿意的发送“同意光荣榜公布姓名”，随时可以撤回。
    </p>`;
}
