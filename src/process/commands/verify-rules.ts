import { In, MoreThan } from 'typeorm';
import { type Breach, keptRules, type ProjectRecord } from '../../domain/funds/kept-rules.js';
import { preconditions, restingFen } from '../../domain/plan/funding-plan.js';
import type { Source } from '../../domain/funds/ledger.js';
import { statesEnded } from '../../domain/lifecycle.js';
import { type Step, stepDeeds } from '../../domain/steps-taken.js';
import { usedFen } from '../../domain/funds/use-of-money.js';
import { isVoid } from '../../domain/poll/void-vote.js';
import { JournalLine } from '../../store/engine/journal-line.js';
import { inBatches } from '../../store/engine/rows.js';
import type { Store } from '../../store/engine/store.js';
import { LedgerEntry } from '../../store/funds/ledger-entry.js';
import { SpendRequest } from '../../store/funds/spend-request.js';
import { Objection } from '../../store/plan/objection.js';
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
  /** The projects whose final accounts let no receipt be taken back, by grid and number. */
  readonly keepsReceipts: Set<string>;
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
  const plans: Plan[] = [];
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
  await checkDecisions(store, plans, (breach, gridId) =>
    note(breach, {
      rule: 'no source beyond its decision',
      since: grids.since.get(gridId),
      isUpdated: grids.updated.has(gridId),
      earlier,
    }),
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
    keepsReceipts: new Set(),
    steps: new Map(),
  };
  const polls = await projectsOfPolls(manager);
  for await (const { id, gridId, deed, at, facts } of inBatches(manager, JournalLine)) {
    grids.until.set(gridId, at);
    if (stepDeeds.has(deed)) {
      const ofMatter = `${gridId}/${String(facts['no'])}`;
      const key = deed.startsWith('poll.') ? movedBy(polls, { gridId, deed, facts }) : ofMatter;
      if (key !== undefined) grids.steps.set(key, [...(grids.steps.get(key) ?? []), { id, deed, at }]);
    }
    if (deed === 'project.settle' && facts['receipts'] === 'kept')
      grids.keepsReceipts.add(`${gridId}/${String(facts['no'])}`);
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

/** The project that the opening or the end of a poll moved on: one that only asks moves nothing, and decides whether nothing is passed. */
function movedBy(
  polls: ReadonlyMap<string, string>,
  { gridId, deed, facts }: Pick<JournalLine, 'gridId' | 'deed' | 'facts'>,
): string | undefined {
  const isAsking = deed === 'poll.open' ? facts['track'] === 'advisory' : facts['passed'] === null;
  return isAsking ? undefined : polls.get(`${gridId}/${String(facts['no'])}`);
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
    milestones: await manager.find(Milestone, { where: { ...where, place: MoreThan(0) } }),
    stoppages: await manager.find(Stoppage, { where }),
    reports: await manager.find(WorkNote, { where: { ...where, kind: In(['progress']) } }),
    keepsReceipts: grids.keepsReceipts.has(`${gridId}/${project.no}`),
    steps: grids.steps.get(`${gridId}/${project.no}`) ?? [],
    until: grids.until.get(gridId) ?? new Date(0),
  };
}

/**
 * Over all projects that rest on the votes of one number, no more than the largest of them that decided: a matter may be voted on anew
 * while others rest on the vote before. A vote that is not passed, or was made void, decides nothing, and nothing rests on it.
 */
async function checkDecisions(
  store: Store,
  plans: readonly Plan[],
  broken: (breach: Breach, gridId: number) => void,
): Promise<void> {
  const { numbers, largest } = await decisionsOf(store);
  for (const plan of plans)
    for (const { source, vote } of votesBehind(plan.project))
      if (usesFen(plan, source, vote) > 0 && !numbers.has(`${plan.project.gridId}/${vote}`)) {
        const said = `its ${source} rests on ${vote}, which decided nothing`;
        broken({ row: `project#${plan.project.id}`, said, at: null }, plan.project.gridId);
      }
  for (const { id, gridId, no, source, decidedFen } of largest.values()) {
    const used = plans
      .filter(({ project }) => project.gridId === gridId)
      .map(plan => usesFen(plan, source, `${no}号表决`));
    const overFen = used.reduce((sum, fen) => sum + fen, 0) - decidedFen;
    const said = `projects use ${overFen} fen of ${source} more than it decided`;
    if (overFen > 0) broken({ row: `poll#${id}`, said, at: null }, gridId);
  }
}

interface Plan {
  readonly project: Project;
  readonly entries: readonly LedgerEntry[];
}

/** What a project uses of a source by one vote: what it plans to, and once it is over no more than it spent. */
function usesFen({ project, entries }: Plan, source: Source, vote: string): number {
  const restsFen = project.fundingPlan ? restingFen(project.fundingPlan, source, vote) : 0;
  return statesEnded.includes(project.state) ? Math.min(restsFen, usedFen(source, entries)) : restsFen;
}

/** The votes behind the owners' money of a plan, in the words under which they are kept there. */
function votesBehind({ fundingPlan }: Project): { source: Source; vote: string }[] {
  return (fundingPlan?.sources ?? []).flatMap(({ source, evidence, rests }) =>
    preconditions[source].needs === 'vote' && evidence !== null
      ? (rests ?? [{ evidence }]).map(rest => ({ source, vote: rest.evidence }))
      : [],
  );
}

/** The votes that decided, by grid and the words under which they are kept; and of each source the largest under one number. */
async function decisionsOf({ dataSource: { manager } }: Store) {
  const numbers = new Set<string>();
  const largest = new Map<string, Pick<Poll, 'id' | 'gridId' | 'no'> & { source: Source; decidedFen: number }>();
  const objections = await manager.findBy(Objection, { about: 'result', upheld: 1 });
  const polls: Omit<Poll, 'electorate'>[] = [];
  for await (const { electorate: _, ...poll } of inBatches(manager, Poll)) polls.push(poll);
  /** When a project was next voted on; the newest vote comes first. */
  const next = new Map<number, Date>();
  for (const poll of polls.toReversed()) {
    const { id, projectId, gridId, no } = poll;
    const until = projectId === null ? undefined : next.get(projectId);
    if (projectId !== null && poll.track !== 'advisory') next.set(projectId, poll.opensAt);
    const against = objections.filter(one => one.projectId === projectId && !(until && one.at >= until));
    if (poll.result?.passed !== true || isVoid(poll, against)) continue;
    numbers.add(`${gridId}/${no}号表决`);
    for (const [source, decidedFen] of Object.entries(poll.decides ?? {}) as [Source, number][]) {
      const key = `${gridId}/${no}/${source}`;
      if (preconditions[source].needs === 'vote' && decidedFen > (largest.get(key)?.decidedFen ?? -1))
        largest.set(key, { id, gridId, no, source, decidedFen });
    }
  }
  return { numbers, largest };
}
