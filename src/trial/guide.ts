import { Resvg } from '@resvg/resvg-js';
import { dayMs } from '../domain/calendar.js';
import { isUnderWay } from '../domain/lifecycle.js';
import { isRole } from '../domain/permissions.js';
import { type Step, type StepTaker, isFor } from '../domain/step.js';
import { nextOf } from '../operations/next-steps.js';
import type { Hint } from '../simulator/routes.js';
import type { Project } from '../store/proposal/project.js';
import type { Unit } from '../store/engine/unit.js';
import { answerFor, filled } from './guide-words.js';

/** Somebody who may be played. */
interface Player extends StepTaker {
  readonly userid: string;
}

/** More than so many suggestions help nobody to choose. */
const mostHints = 4;
/** Below so many neighbours each of them is a tap of their own. */
const fewestInCrowd = 3;

/** Deeds that nobody has to do and that a newcomer should see once, in the order in which they are worth seeing. */
const shownOnce = ['spend.ask', 'inspection.report', 'objection.raise', 'project.rate'];

/**
 * What a newcomer can sensibly do next with the newest matter: what the bot itself waits for or offers (`nextOf`), said by somebody who
 * may do it, with the gaps of its sentence filled; then the clock.
 */
export async function nextHints(unit: Unit, now: Date): Promise<Hint[]> {
  const cast = await membersOf(unit);
  const asked = await answerToQuestion(unit);
  if (asked) return [asked];
  const [project] = await unit.projects.all(1);
  const begin = says('r021', '提案：3号楼东头装路灯，预算1.2万元', '居民先提一个公共的事');
  if (!project || !isUnderWay(project.state)) return [begin];
  const { steps, wait } = await nextOf(unit, project, now);
  const done = await seenOnce(unit, project);
  const offered = [
    ...shownOnce.flatMap(deed => (done.has(deed) ? [] : steps.filter(step => step.optional && step.deed === deed))),
    ...steps.filter(({ optional }) => !optional),
  ];
  const deeds = [...new Set(offered.map(({ deed }) => deed))];
  const hints = await Promise.all(
    deeds.map(deed =>
      hintsOf(
        unit,
        project,
        offered.filter(step => step.deed === deed),
        cast,
      ),
    ),
  );
  // What waits for no moment, or for one that is over, is done by a job within a day.
  const until = wait?.until && wait.until > now ? wait.until : new Date(now.getTime() + dayMs);
  const clock: Hint[] = wait ? [{ clock: until.toISOString(), why: wait.what }] : [];
  return ordered([...hints.flat().slice(0, mostHints), ...clock]);
}

/** What moves the matter on comes first; what may be done beside it, such as an objection, after it. */
function ordered(hints: readonly Hint[]): Hint[] {
  const isAside = (hint: Hint): boolean => 'text' in hint && !('crowd' in hint) && /号异议：|打\d分/u.test(hint.text);
  return [...hints.filter(hint => !isAside(hint)), ...hints.filter(isAside)];
}

/** Which of the deeds that are shown once have been done with this matter. */
async function seenOnce(unit: Unit, { id, state }: Project): Promise<ReadonlySet<string>> {
  const done = new Set<string>();
  // Before the acceptance a contract is paid to its advance only.
  if (state !== 'accepted' || (await unit.spending.ofProject(id)).length > 0) done.add('spend.ask');
  if ((await unit.works.notes(id, 'inspection')).length > 0) done.add('inspection.report');
  if ((await unit.objections.ofProject(id)).length > 0) done.add('objection.raise');
  if ((await unit.works.ratings(id)).length > 0) done.add('project.rate');
  return done;
}

/** One deed: the first who may do it, and where many may, all of them at a tap. */
async function hintsOf(unit: Unit, project: Project, steps: readonly Step[], cast: readonly Player[]): Promise<Hint[]> {
  const [first] = steps;
  if (!first) return [];
  const takers = oneAHome(cast.filter(member => isFor(first.for, member)));
  const [next] = takers;
  if (!next) return [];
  const line = filled(first, project);
  if (first.deed === 'poll.vote') return votingHints(unit, project, { first, takers, line });
  const images = first.deed === 'spend.ask' ? { images: [invoice(project.no)], chat: 'single' as const } : {};
  const one: Hint = { ...says(next.userid, line, first.title), ...images };
  if (steps.length >= fewestInCrowd) {
    // One cashier has many receipts to write.
    const lines = steps.map(step => ({ who: next.userid, chat: 'group' as const, text: filled(step, project) }));
    return [
      one,
      { crowd: true, text: `其余的一次记完，共${lines.length}笔`, lines, why: first.inPublic ?? first.title },
    ];
  }
  const needed = neededOf(first);
  if (!first.isFree || takers.length < fewestInCrowd || needed < fewestInCrowd) return [one];
  const lines = takers.slice(0, needed).map(({ userid }) => ({ who: userid, chat: 'group' as const, text: line }));
  return [one, { crowd: true, text: `再请${lines.length}户这样说`, lines, why: first.title }];
}

/** 邻居附议，还差3户 says how many are needed; a round takes everybody. */
function neededOf({ title }: Step): number {
  return Number(/还差(\d+)户/u.exec(title)?.[1] ?? Number.MAX_SAFE_INTEGER);
}

interface Vote {
  readonly first: Step;
  readonly takers: readonly Player[];
  readonly line: string;
}

/** A press on the card, a sentence, then everybody: the same deed in three ways. */
async function votingHints(unit: Unit, { no }: Project, { first, takers, line }: Vote): Promise<Hint[]> {
  const poll = await unit.polls.byNo(no);
  const [next] = takers;
  if (!poll || !next) return [];
  const voted = (await unit.polls.ballots(poll.id)).length;
  if (voted === 0) {
    const button = poll.options?.[0] ?? '同意';
    const about = `poll-${poll.id}`;
    return [{ press: true, who: next.userid, chat: 'group', button, about, why: '在卡片上点一下就是投票' }];
  }
  if (voted === 1) return [says(next.userid, line, '打字也是投票')];
  const lines = takers.map(({ userid }) => ({ who: userid, chat: 'group' as const, text: line }));
  return [{ crowd: true, text: `其余${takers.length}户也这样投`, lines, why: first.title }];
}

/** What the bot has asked somebody and waits for. */
async function answerToQuestion(unit: Unit): Promise<Hint | null> {
  for (const question of await unit.questions.all()) {
    const answer = answerFor(question);
    const chat = question.chat === 'single' ? 'single' : 'group';
    if (answer) return { ...says(question.userid, answer.text, answer.why), chat };
  }
  return null;
}

/** Everybody who may be played; neighbours without a role first, so that a newcomer does not play the cashier by chance. */
async function membersOf(unit: Unit): Promise<Player[]> {
  const held = await unit.members.roles();
  const all = (await unit.members.allBound()).map(({ id, userid, householdId }) => ({
    id,
    userid,
    householdId,
    roles: held.flatMap(({ userid: holder, role }) => (holder === userid && isRole(role) ? [{ role }] : [])),
  }));
  return [...all.filter(({ roles }) => roles.length === 0), ...all.filter(({ roles }) => roles.length > 0)];
}

function oneAHome(members: readonly Player[]): Player[] {
  const seen = new Set<number | null>();
  return members.filter(({ householdId }) => !seen.has(householdId) && seen.add(householdId));
}

/** A small picture, of another colour for every project. */
function invoice(no: number): string {
  const colour = `#${no.toString(16).padStart(6, '0')}`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8" fill="${colour}"/></svg>`;
  return new Resvg(svg).render().asPng().toString('base64');
}

function says(who: string, text: string, why: string): Extract<Hint, { who: string; text: string }> {
  return { who, chat: 'group', text, why };
}
