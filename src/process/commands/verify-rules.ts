import { In } from 'typeorm';
import { type Breach, keptRules, type ProjectRecord } from '../../domain/funds/kept-rules.js';
import { preconditions, restingFen } from '../../domain/plan/funding-plan.js';
import type { Source } from '../../domain/funds/ledger.js';
import { statesEnded } from '../../domain/lifecycle.js';
import { type Step, stepDeeds } from '../../domain/steps-taken.js';
import { usedFen } from '../../domain/funds/use-of-money.js';
import { JournalLine } from '../../store/engine/journal-line.js';
import { inBatches } from '../../store/engine/rows.js';
import type { Store } from '../../store/engine/store.js';
import { LedgerEntry } from '../../store/funds/ledger-entry.js';
import { SpendRequest } from '../../store/funds/spend-request.js';
import { Poll } from '../../store/poll/poll.js';
import { Project } from '../../store/proposal/project.js';
import { Finding } from '../../store/works/finding.js';
import { Milestone } from '../../store/works/milestone.js';
import { Stoppage } from '../../store/works/stoppage.js';
import { WorkNote } from '../../store/works/work-note.js';
import { Broken } from './broken.js';
import { saltedDeed } from './verify-chains.js';

/** What the journal says beside the rows: by grid, since when these rules bind, and until when its record goes. */
interface Grids {
  /** The grids whose record an earlier program began. */
  readonly updated: Set<number>;
  readonly since: Map<number, Date>;
  readonly until: Map<number, Date>;
  /** The requests whose approvers were kept with whether one is the community's secretary: true where one is, by grid and number. */
  readonly community: Map<string, boolean>;
  /** The deeds that move a project on, by grid and the project's number. */
  readonly steps: Map<string, Step[]>;
}

/**
 * The rules between the deeds (docs/payments.md), each by its name, on every project. What an earlier version of the bot let through is named
 * too, and does not make the record false: it is as it was.
 */
export async function checkRules(store: Store): Promise<string> {
  const { manager } = store.dataSource;
  const grids = await gridsOf(store);
  const earlier: string[] = [];
  const plans: { project: Project; entries: readonly LedgerEntry[] }[] = [];
  let count = 0;
  for await (const project of inBatches(manager, Project)) {
    const record = await recordOf(store, project, grids);
    count += 1;
    if (project.fundingPlan) plans.push({ project, entries: record.entries as readonly LedgerEntry[] });
    for (const [rule, check] of Object.entries(keptRules))
      for (const breach of check(record))
        note(breach, {
          rule,
          since: grids.since.get(project.gridId),
          isUpdated: grids.updated.has(project.gridId),
          earlier,
        });
  }
  await checkDecisions(store, plans, breach =>
    note(breach, { rule: 'no source beyond its decision', since: undefined, isUpdated: false, earlier }),
  );
  const named =
    earlier.length === 0 ? '' : `; ${earlier.length} from before these rules: ${earlier.slice(0, 20).join(' | ')}`;
  return `rules: ${count} projects keep ${Object.keys(keptRules).length} rules${named}`;
}

function note(
  { row, said, at }: Breach,
  { rule, since, isUpdated, earlier }: { rule: string; since: Date | undefined; isUpdated: boolean; earlier: string[] },
): void {
  const words = `${row}: ${said} (${rule})`;
  // A deed from before the first one under these rules; in a record that was updated, also what tells no moment.
  if (since && (at ? at < since : isUpdated)) earlier.push(words);
  else throw new Broken(words);
}

async function gridsOf({ dataSource: { manager } }: Store): Promise<Grids> {
  const grids: Grids = {
    updated: new Set(),
    since: new Map(),
    until: new Map(),
    community: new Map(),
    steps: new Map(),
  };
  const polls = await projectsOfPolls(manager);
  for await (const { id, gridId, deed, at, facts } of inBatches(manager, JournalLine)) {
    grids.until.set(gridId, at);
    if (stepDeeds.has(deed)) {
      // A poll has a number of its own; one that only asks moves nothing.
      const ofPoll = `${gridId}/${String(facts['no'])}`;
      const key = deed.startsWith('poll.') ? polls.get(ofPoll) : ofPoll;
      if (key !== undefined) grids.steps.set(key, [...(grids.steps.get(key) ?? []), { id, deed, at }]);
    }
    // All that a program of before November's end had done, it did under the rules of then.
    if (deed === saltedDeed && !grids.since.has(gridId)) {
      grids.since.set(gridId, new Date(at.getTime() + 1));
      grids.updated.add(gridId);
    }
    if (deed !== 'spend.approve' || !('community' in facts)) continue;
    if (!grids.since.has(gridId)) grids.since.set(gridId, at);
    const key = `${gridId}/${String(facts['request'])}`;
    grids.community.set(key, grids.community.get(key) === true || facts['community'] === true);
  }
  return grids;
}

/** Of the polls that move a project on: their number by which the project's is found, each with its grid. */
async function projectsOfPolls(manager: Store['dataSource']['manager']): Promise<Map<string, string>> {
  const numbers = new Map<number, number>();
  for await (const { id, no } of inBatches(manager, Project)) numbers.set(id, no);
  const found = new Map<string, string>();
  for await (const { gridId, no, projectId, track } of inBatches(manager, Poll))
    if (projectId !== null && track !== 'advisory')
      found.set(`${gridId}/${no}`, `${gridId}/${numbers.get(projectId) ?? 0}`);
  return found;
}

async function recordOf({ dataSource: { manager } }: Store, project: Project, grids: Grids): Promise<ProjectRecord> {
  const { id: projectId, gridId } = project;
  const where = { projectId };
  const requests = await manager.find(SpendRequest, { where, order: { no: 'ASC' } });
  return {
    project: { ...project, isEmergency: (project.emergency?.startedAt ?? null) !== null },
    entries: await manager.find(LedgerEntry, { where: { gridId, projectId }, order: { id: 'ASC' } }),
    requests: requests.map(request => ({
      ...request,
      lacksCommunity: grids.community.get(`${gridId}/${request.no}`) === false,
    })),
    findings: await manager.find(Finding, { where }),
    milestones: await manager.find(Milestone, { where }),
    stoppages: await manager.find(Stoppage, { where }),
    reports: await manager.find(WorkNote, { where: { ...where, kind: In(['progress']) } }),
    steps: grids.steps.get(`${gridId}/${project.no}`) ?? [],
    until: grids.until.get(gridId) ?? new Date(0),
  };
}

/**
 * Over all projects that rest on the votes of one number, no more than the largest of them that passed decided: a matter may be voted on
 * anew while others rest on the vote before, and what is not passed yet decides nothing.
 */
async function checkDecisions(
  { dataSource: { manager } }: Store,
  plans: readonly { project: Project; entries: readonly LedgerEntry[] }[],
  broken: (breach: Breach) => void,
): Promise<void> {
  const largest = new Map<string, { poll: Poll; source: Source; decidedFen: number }>();
  for await (const poll of inBatches(manager, Poll)) {
    if (poll.result?.['passed'] !== true) continue;
    for (const [source, decidedFen] of Object.entries(poll.decides ?? {}) as [Source, number][]) {
      const key = `${poll.gridId}/${poll.no}/${source}`;
      if (preconditions[source].needs === 'vote' && decidedFen > (largest.get(key)?.decidedFen ?? -1))
        largest.set(key, { poll, source, decidedFen });
    }
  }
  for (const { poll, source, decidedFen } of largest.values()) {
    const used = plans
      .filter(({ project }) => project.gridId === poll.gridId)
      .map(({ project, entries }) => {
        const restsFen = project.fundingPlan ? restingFen(project.fundingPlan, source, `${poll.no}号表决`) : 0;
        return statesEnded.includes(project.state) ? Math.min(restsFen, usedFen(source, entries)) : restsFen;
      });
    const overFen = used.reduce((sum, fen) => sum + fen, 0) - decidedFen;
    if (overFen > 0)
      broken({
        row: `poll#${poll.id}`,
        said: `projects use ${overFen} fen of ${source} more than it decided`,
        at: null,
      });
  }
}
