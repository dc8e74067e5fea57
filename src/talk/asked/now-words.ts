import { isInRound, type ProjectState, states } from '../../domain/lifecycle.js';
import { nextWords } from '../../domain/next-words.js';
import { rulesAt } from '../../domain/rules.js';
import type { Next } from '../../domain/step.js';
import { acceptanceLeast } from '../../domain/works/team.js';
import { nextOf } from '../../operations/next-steps.js';
import { worksStanding } from '../../operations/works/works-standing.js';
import { roundWords } from '../../publish/pledge/round-words.js';
import type { Project } from '../../store/proposal/project.js';
import type { Turn } from '../turn.js';
import { titled } from './asked.js';

/** What is counted in this state: who seconds, what came together, who has signed. */
export async function countWords({ unit, now }: Pick<Turn, 'unit' | 'now'>, project: Project): Promise<string> {
  const { state } = project;
  if (state === 'issue_reported' || state === 'topic_proposed') {
    const count = (await unit.projects.supports(project.id)).length;
    const lack = Math.max(0, rulesAt(now).minProposingHouseholds - count);
    return state === 'topic_proposed'
      ? `${count}户附议，够了，已成议题。`
      : `${count}户附议，${lack > 0 ? `还差${lack}户` : '够了'}。`;
  }
  if (isInRound(project)) return roundWords(unit, project, { now });
  if (state === 'completed_pending_acceptance' || state === 'accepted') {
    const { team, signed } = await worksStanding(unit, project);
    const least = acceptanceLeast(team.length, now);
    const passed =
      state === 'accepted' ? '，够了，验收通过' : `，要${least}人，还差${Math.max(0, least - signed.length)}人`;
    return team.length === 0
      ? ''
      : `监管小组${team.length}人，${state === 'accepted' ? '三分之二签了合格' : `已有${signed.length}人签合格`}${passed}。`;
  }
  return '';
}

/** The road after the next step, while nothing is decided yet. */
const roads: Partial<Record<ProjectState, string>> = {
  issue_reported: '附议够了以后：书记定类别、查清该谁出钱、公示方案，表决通过、钱齐了才开工。',
  topic_proposed: '再往后：查清该谁出钱、公示方案，表决通过、钱齐了才开工。',
  topic_selected: '再往后：公示方案，表决通过、钱齐了才开工。',
  plan_published: '再往后：表决通过、钱齐了才开工。',
};

/** An emergency whose works may begin, and have not yet told of any progress. */
export function mayBegin({ emergency, percent, state }: Project): string {
  return emergency?.startedAt && state === 'in_progress' && percent === 0 ? '到场确认齐了，可以动工。' : '';
}

/** Where a matter stands: its state, what is counted in it, and what comes next; what was read of that already is given. */
export async function nowWords(
  turn: Pick<Turn, 'unit' | 'now'>,
  project: Project,
  read: { readonly count?: string; readonly next?: Next } = {},
): Promise<string> {
  const count = read.count ?? (await countWords(turn, project));
  const next = read.next ?? (await nextOf(turn.unit, project, turn.now));
  return `${titled(project)}现在：${states[project.state].said}。${count}下一步：${nextWords(next, turn.now)}。${roads[project.state] ?? ''}`;
}
