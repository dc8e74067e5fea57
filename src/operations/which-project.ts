import { onlyOne } from '../domain/only-one.js';
import { ensureState, type ProjectState, roundStates, statesUnderWay } from '../domain/lifecycle.js';
import { Refusal } from '../domain/refusal.js';
import { isWithin, scopeWords } from '../domain/plan/scope.js';
import type { Household } from '../store/people/household.js';
import type { Project } from '../store/proposal/project.js';
import type { Unit } from '../store/engine/unit.js';

/**
 * The project that a member means: by its number, or the only one of the grid in a fitting state (and that `fits`, where no
 * number was said). Where several fit, the only one of them in a state of `rather` is meant, else the member is asked which. Without `states` it is one under way, and by its number any.
 */
export async function whichProject(
  unit: Unit,
  {
    no,
    states,
    deed,
    rather = [],
    fits = () => true,
  }: {
    no: number | undefined;
    states?: readonly ProjectState[];
    rather?: readonly ProjectState[];
    deed: string;
    fits?: (project: Project) => boolean;
  },
): Promise<Project> {
  if (no !== undefined) {
    const project = await unit.projects.byNo(no);
    if (!project) throw new Refusal('project.unknown', { no });
    if (states) ensureState(project, states, deed);
    return project;
  }
  const fitting = (await unit.projects.inStates(states ?? statesUnderWay)).filter(fits);
  const [only] = fitting;
  if (!only) throw new Refusal('project.none', { deed });
  const likely = onlyOne(fitting.filter(({ state }) => rather.includes(state)));
  if (likely) return likely;
  if (fitting.length > 1) {
    throw new Refusal('project.several', {
      deed,
      choices: fitting.slice(0, 10).map(project => ({ no: project.no, title: project.title })),
    });
  }
  return only;
}

/**
 * The same for what is open to the households of a project's scope only (docs/domain.md 6.3): a household outside hears so in one
 * sentence, and is not asked about projects that are none of its business.
 */
export async function projectInScope(
  unit: Unit,
  {
    household,
    ...wanted
  }: { no: number | undefined; states: readonly ProjectState[]; deed: string; household: Household | null },
): Promise<Project> {
  const isOpen = ({ scope }: Project): boolean => household !== null && isWithin(scope, household);
  const project = await whichProject(unit, { ...wanted, fits: isOpen });
  if (!isOpen(project)) throw new Refusal('pledge.outOfScope', { no: project.no, scope: scopeWords(project.scope) });
  return project;
}

/** The number of the only matter that this deed can be meant for now; undefined where there are several, or none. */
export async function onlyMatterFor(unit: Unit, deed: string): Promise<number | undefined> {
  const open: readonly { readonly no: number }[] = /^(?:poll|ballot)\./u.test(deed)
    ? await unit.polls.open()
    : deed.startsWith('pledge.')
      ? await unit.projects.inStates(roundStates)
      : deed === 'proposal.support'
        ? await unit.projects.inStates(['issue_reported'])
        : await unit.projects.underWay();
  return onlyOne(open)?.no;
}
