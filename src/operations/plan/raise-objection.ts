import { workdaysEnd } from '../../domain/periods.js';
import { states } from '../../domain/lifecycle.js';
import { Refusal } from '../../domain/refusal.js';
import { rulesAt } from '../../domain/rules.js';
import type { Objection } from '../../store/plan/objection.js';
import type { Project } from '../../store/proposal/project.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';
import { publicWords } from '../people/public-words.js';
import { whichProject } from '../which-project.js';

interface Objecting {
  readonly member: MemberView;
  readonly no: number | undefined;
  readonly text: string;
}

/** A resident objects to a plan, or to a result, while it is on display. The next step waits for the answer (docs/domain.md 4.1). */
export async function raiseObjection(
  unit: Unit,
  { member, no, text }: Objecting,
): Promise<{ project: Project; objection: Objection }> {
  const { now } = unit;
  const onDisplay = ['plan_published', 'result_published'] as const;
  const project =
    no === undefined
      ? await whichProject(unit, { no, states: onDisplay, deed: '提异议' })
      : await unit.projects.byNo(no);
  if (!project) throw new Refusal('project.unknown', { no: no ?? 0 });
  if (!onDisplay.some(state => state === project.state))
    throw new Refusal('objection.closed', {
      no: project.no,
      state: states[project.state].said,
      isSettling: project.state === 'settlement_published',
    });

  const objection = await unit.objections.keep({
    gridId: unit.grid.id,
    projectId: project.id,
    no: (await unit.objections.ofProject(project.id)).length + 1,
    about: project.state === 'plan_published' ? 'plan' : 'result',
    text: await publicWords(unit, text),
    memberId: member.id,
    at: now,
    dueAt: workdaysEnd(now, rulesAt(now).objectionWorkdays),
  });
  unit.journal.add('objection.raise', {
    by: member.userid,
    facts: { no: project.no, objection: objection.no, about: objection.about },
  });
  await unit.tell('plan.objected', { project, objection });
  return { project, objection };
}
