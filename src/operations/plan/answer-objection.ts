import { Refusal } from '../../domain/refusal.js';
import type { Objection } from '../../store/plan/objection.js';
import type { Project } from '../../store/proposal/project.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';
import { topics } from '../../store/notice/topics.js';
import { publicWords } from '../people/public-words.js';

interface Answering {
  readonly member: MemberView;
  readonly no: number;
  readonly objection: number;
  readonly text: string;
  /** True when the objection is granted. */
  readonly upheld: boolean;
}

/** A secretary answers an objection. One that is granted against a result makes the vote void; it may be put again. */
export async function answerObjection(
  unit: Unit,
  { member, no, objection: number, text, upheld }: Answering,
): Promise<{ project: Project; objection: Objection; left: number }> {
  const project = await unit.projects.byNo(no);
  if (!project) throw new Refusal('project.unknown', { no });
  const objection = (await unit.objections.ofProject(project.id)).find(one => one.no === number);
  if (!objection) throw new Refusal('objection.unknown', { no, objection: number });
  if (objection.answeredAt) throw new Refusal('objection.answered', { no, objection: number });

  const answer = await publicWords(unit, text);
  const changes = { answer, answeredById: member.id, answeredAt: unit.now, upheld: upheld ? 1 : 0 };
  await unit.objections.keep(Object.assign(objection, changes));
  await unit.posts.withdraw(topics.objection(project, objection));
  const isVoid = upheld && objection.about === 'result' && project.state === 'result_published';
  if (isVoid) await unit.projects.moveTo(project, 'not_approved', unit.now);
  unit.journal.add('objection.answer', { facts: { no, objection: number, upheld } });
  await unit.tell('plan.answered', { project, objection });
  return { project, objection, left: (await unit.objections.open(project.id)).length };
}
