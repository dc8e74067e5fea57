import { dayWords } from '../../domain/calendar.js';
import { maskName, maskPlace } from '../../domain/masking.js';
import { yuan } from '../../domain/money.js';
import { roles } from '../../domain/permissions.js';
import type { Emergency } from '../../domain/plan/emergency.js';
import type { Project } from '../../store/proposal/project.js';
import type { Unit } from '../../store/engine/unit.js';

/** Who has seen it on the spot, as everybody may read it. */
export async function confirmedBy(unit: Unit, emergency: Emergency): Promise<{ 住户: string; 到场: string }> {
  const [home, office] = await Promise.all(
    [emergency.householdById, emergency.officeById].map(async id => {
      const member = id === null ? null : await unit.members.byId(id);
      return member && (await unit.members.view(member.userid));
    }),
  );
  const [role] = office?.roles ?? [];
  return {
    住户: home?.household ? `住户${maskPlace(home.household)}` : '一位住户',
    到场: office ? `${role ? roles[role.role] : ''}${maskName(office.name)}` : '',
  };
}

/** Why it was repaired before anybody voted, who saw it, and what it comes to for a household (docs/domain.md 8.7). */
export async function emergencyAccount(unit: Unit, project: Project, spentFen: number): Promise<string> {
  const { emergency } = project;
  if (!emergency?.startedAt) return '';
  const { 住户: home, 到场: office } = await confirmedBy(unit, emergency);
  const households = (await unit.members.electors(project.scope)).length;
  const each = households > 0 ? `，涉及${households}户，户均${yuan(Math.round(spentFen / households))}` : '';
  return `${dayWords(new Date(emergency.startedAt))}起先修后公示，限额${yuan(emergency.capFen)}${each}；到场确认：${home}、${office}`;
}
