import { isUnderWay } from '../../domain/lifecycle.js';
import type { Unit } from '../engine/unit.js';
import type { Project } from '../proposal/project.js';
import type { OutsideTask } from './outside-task.js';

/** True while a task is for somebody: nobody has ended it, and its matter goes on. */
export async function isOutsideOpen(unit: Unit, task: OutsideTask): Promise<boolean> {
  return (await openMatter(unit, task)) !== null;
}

/** Open tasks with their matters, oldest first, each with whether the party has answered since it was asked. */
export async function outsideStanding(
  unit: Unit,
): Promise<{ task: OutsideTask; project: Project; isAnswered: boolean }[]> {
  const found: { task: OutsideTask; project: Project; isAnswered: boolean }[] = [];
  for (const task of await unit.tasks.outside.open()) {
    const project = await openMatter(unit, task);
    if (project) found.push({ task, project, isAnswered: (await unit.tasks.outside.answers(task)).length > 0 });
  }
  return found;
}

async function openMatter(unit: Unit, { endedAt, projectId }: OutsideTask): Promise<Project | null> {
  const project = endedAt === null ? await unit.projects.byId(projectId) : null;
  return project && isUnderWay(project.state) ? project : null;
}
