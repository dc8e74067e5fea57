import { ensureState, planOpen } from '../../domain/lifecycle.js';
import { senseOf } from '../../language/values/report-said.js';
import { Refusal } from '../../domain/refusal.js';
import { rulesAt } from '../../domain/rules.js';
import type { Idea } from '../../store/proposal/idea.js';
import type { Project } from '../../store/proposal/project.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';
import { award } from '../credit/award-points.js';
import { publicWords } from '../people/public-words.js';

interface Deed {
  readonly member: MemberView;
  readonly no: number;
}

/** Keeps an idea for how a matter should be done, as long as its plan may still be written (筹智, docs/domain.md 3). */
export async function addIdea(unit: Unit, { member, no, text }: Deed & { text: string }): Promise<Idea> {
  const project = await matter(unit, no);
  ensureState(project, planOpen, '提建议');
  // Everybody reads it on the board: it is about the matter, and about nobody.
  const names = (await unit.members.all()).map(({ name }) => name);
  if (senseOf(text, names).kind === 'person') throw new Refusal('idea.person', { no });
  const ideas = await unit.projects.ideas.ofProject(project.id);
  const own = ideas.filter(({ memberId }) => memberId === member.id);
  const kept = await publicWords(unit, text);
  const same = ideas.find(one => one.text === kept);
  if (same) throw new Refusal('idea.again', { no, idea: same.no });
  const { ideasAMatter } = rulesAt(unit.now);
  if (own.length >= ideasAMatter) throw new Refusal('idea.tooMany', { no, most: ideasAMatter });
  const idea = await unit.projects.ideas.keep({
    projectId: project.id,
    no: ideas.length + 1,
    text: kept,
    memberId: member.id,
    at: unit.now,
  });
  unit.journal.add('idea.add', { facts: { no, idea: idea.no } });
  return idea;
}

/** Says of an idea whether the plan takes it, and why not: who had it hears so in private, and has points for one that is taken. */
export async function answerIdea(
  unit: Unit,
  { member, no, idea: ideaNo, taken, answer }: Deed & { idea: number; taken: boolean; answer: string | null },
): Promise<Idea> {
  const { now } = unit;
  const project = await matter(unit, no);
  const idea = (await unit.projects.ideas.ofProject(project.id)).find(one => one.no === ideaNo);
  if (!idea) throw new Refusal('idea.unknown', { no, idea: ideaNo });
  if (!taken && answer === null) throw new Refusal('idea.reason', { no, idea: ideaNo });
  const wasTaken = idea.taken === 1;
  const changes = {
    taken: taken ? 1 : 0,
    answer: answer && (await publicWords(unit, answer)),
    answeredById: member.id,
    answeredAt: now,
  };
  await unit.projects.ideas.keep(Object.assign(idea, changes));
  const points = taken
    ? await award(unit, { memberId: idea.memberId, behaviour: 'suggestion', about: `idea:${idea.id}`, now, by: member })
    : 0;
  unit.journal.add('idea.answer', { facts: { no, idea: ideaNo, taken, wasTaken } });
  await unit.tell('proposal.idea-answered', { project, idea, points });
  return idea;
}

async function matter(unit: Unit, no: number): Promise<Project> {
  const project = await unit.projects.byNo(no);
  if (!project) throw new Refusal('project.unknown', { no });
  return project;
}
