import { ownersOf } from '../../domain/poll/electorate.js';
import type { PlanChange } from '../../domain/plan/facts.js';
import { squareMetres } from '../../domain/poll/tally.js';
import { trackRules } from '../../domain/poll/tracks.js';
import type { Project } from '../../store/proposal/project.js';
import { teamOf } from '../../store/works/team.js';
import type { Unit } from '../../store/engine/unit.js';
import { allocationWords } from './funding-words.js';
import { ideasInPlan } from '../proposal/idea-words.js';
import { planNotice } from './plan-notice.js';

/** The plan notice of a project as it stands: with the households it concerns, and for owners how many they are. */
export async function planWords(
  unit: Unit,
  project: Project,
  { changes = [], restarts = true }: { changes?: readonly PlanChange[]; restarts?: boolean } = {},
): Promise<string> {
  const milestones = await unit.works.milestones(project.id);
  const homes = await unit.members.electors(project.scope);
  const isOwners = project.track !== null && trackRules[project.track].electorate === 'owners';
  const each = allocationWords(project, homes);
  const waits = restarts && unit.grid.boardSince !== null;
  const team = (await teamOf(unit, project.id)).map(({ name }) => name);
  const photos = (await unit.works.issuePhotos(project.id)).length;
  const ideas = await ideasInPlan(unit, project);
  const notice = planNotice(project, homes.length, milestones, { waits, each, photos, team, changes, ideas });
  if (!isOwners) return notice;
  const persons = ownersOf(homes);
  const area = persons.reduce((sum, { areaCentiM2 }) => sum + areaCentiM2, 0);
  const roster = `业主名册：${persons.length}人，${squareMetres(area)}，打码的名册见公示栏，有出入请在公示期内找社区更正；开票时锁定。`;
  return `${notice}\n${roster}`;
}
