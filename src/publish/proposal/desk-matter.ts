import { askedWords, waitWords } from '../../domain/next-words.js';
import { may, type RoleId } from '../../domain/permissions.js';
import type { Next, Step } from '../../domain/step.js';
import type { MemberView } from '../../store/people/members.js';
import type { Poll } from '../../store/poll/poll.js';
import type { Project } from '../../store/proposal/project.js';
import type { Unit } from '../../store/engine/unit.js';
import type { DraftPart } from '../../domain/plan/draft.js';
import { type Html, html } from '../html.js';
import { draftPart } from '../plan/draft-words.js';
import { projectParts } from '../notice/project-board.js';
import { contacts, howReached } from '../people/contacts.js';
import { type DeskSeat, deskPage } from '../people/desk-frame.js';
import { type DeskLine, waitingRows } from '../people/desk-home.js';
import { type OwnStanding, ownPledge, ownVote } from '../people/own-standing.js';
import { pollCardOf } from '../poll/poll-board.js';
import { outsideAnswersCard } from '../works/outside-words.js';

interface MatterView {
  readonly seat: DeskSeat;
  readonly member: MemberView;
  readonly next: Next;
  /** The same in one sentence, as the board says it. */
  readonly nextLine: string;
  /** What the member can do here. */
  readonly own: readonly DeskLine[];
  /** The parts of the plan, for whoever prepares it. */
  readonly draft: readonly DraftPart[] | null;
  readonly page: number;
  readonly expenses: number;
  readonly now: Date;
}

/**
 * One matter: where it stands, what is missing and until when, whom to ask, what the reader can do; below it the board's own cards. Null
 * for a page of a list that there is not.
 */
export async function deskMatter(unit: Unit, project: Project, view: MatterView): Promise<string | null> {
  const { seat, member, next, nextLine, own, draft, page, expenses, now } = view;
  const parts = await projectParts(unit, project, { page, expenses, next: nextLine, isDesk: true, now });
  if (!parts) return null;
  const polls = await unit.polls.ofProject(project.id);
  const papers = polls.some(poll => takesPapers(member, poll, now)) && papersOf(project.no);
  return deskPage(seat, {
    title: `${project.no}号 ${project.title}`,
    body: html`<p class="eyebrow"><a href="/desk">全部的事</a> · ${project.no}号</p>
      ${parts.head} ${ownCard(own, await standings(unit, { member, project, polls, now }), { now, papers })}
      ${missingCard(next, now)} ${draft && draftPart(draft, deed => `/desk/do/${deed}?no=${project.no}`)}
      ${await askCard(unit, member, next)}
      ${may(member, 'outside.ask') && (await outsideAnswersCard(unit, project, now))} ${parts.cards}`,
  });
}

/** A question that belongs to no project. Null where there is none of that number. */
export async function deskPoll(
  unit: Unit,
  no: number,
  { seat, member, now }: Pick<MatterView, 'seat' | 'member' | 'now'>,
): Promise<string | null> {
  const poll = await unit.polls.byNo(no);
  if (!poll) return null;
  return deskPage(seat, {
    title: `${no}号表决`,
    body: html`<p class="eyebrow"><a href="/desk">全部的事</a> · ${no}号表决</p>
      <h1>${poll.question}</h1>
      ${ownCard([], [await ownVote(unit, member, poll, now)], { now, papers: takesPapers(member, poll, now) && papersOf(no) })}
      ${await pollCardOf(unit, poll, now)}`,
  });
}

/** What the own household has voted and promised here, in the order of the matter. */
async function standings(
  unit: Unit,
  { member, project, polls, now }: { member: MemberView; project: Project; polls: readonly Poll[]; now: Date },
): Promise<(OwnStanding | null)[]> {
  const votes = [];
  for (const poll of polls.toReversed()) votes.push(await ownVote(unit, member, poll, now));
  return [...votes, await ownPledge(unit, member, project, now)];
}

function takesPapers(member: MemberView, { closedAt, closesAt }: Poll, now: Date): boolean {
  return may(member, 'poll.paper') && closedAt === null && closesAt > now;
}

/** Whoever leads a building enters its paper ballots, and visits who has not voted. */
function papersOf(no: number): Html {
  return html`<p>
    <a class="touch" href="/desk/ballots/${no}">一次录一批纸票</a>
    <a class="touch" href="/desk/lists/building">我的楼还没投的</a>
  </p>`;
}

function ownCard(
  own: readonly DeskLine[],
  stands: readonly (OwnStanding | null)[],
  { now, papers }: { now: Date; papers: Html | false },
): Html {
  const lines = own.map(line => ({ ...line, about: '' }));
  const stood = stands.flatMap(one => one ?? []).filter(one => !isOffered(one, own));
  return html`<section class="card deeds" id="own">
    <h2>我能办的</h2>
    ${stood.map(
      ({ words, change }) =>
        html`<p>我家：${words}${change && html` <a class="touch" href="${change[0]}">${change[1]}</a>`}</p>`,
    )}
    ${lines.length > 0 ? waitingRows(lines, now) : stood.length === 0 && !papers && html`<p>这件事现在没有要您办的。</p>`}
    ${papers}
  </section>`;
}

/** Whoever has not voted is offered the form below. */
function isOffered({ change }: OwnStanding, own: readonly DeskLine[]): boolean {
  return change !== null && own.some(({ href }) => href === change[0]);
}

/** What the matter needs to go on; what may be done besides is for whom it is offered to. */
function missingCard({ steps, wait }: Next, now: Date): Html {
  const needed = steps.filter(({ optional }) => !optional);
  const lines = [...new Set(needed.map(step => askedWords(step, now)))];
  const waiting = wait && waitWords(wait, now);
  return html`<section class="card">
    <h2>还差什么</h2>
    ${lines.length + (waiting ? 1 : 0) === 0 && html`<p>不差什么了。</p>`}
    ${
      lines.length > 0 &&
      html`<ul class="log">
        ${lines.map(line => html`<li>${line}</li>`)}
      </ul>`
    }
    ${waiting && html`<p>${waiting}。</p>`}
  </section>`;
}

const mostAsked = 4;

/** Who holds the offices that the next steps are for; of building leaders the reader's own. */
async function askCard(unit: Unit, { household }: MemberView, { steps }: Next): Promise<Html | false> {
  const wanted = [...new Set(steps.filter(({ optional }) => !optional).flatMap(officesOf))];
  const people = (await contacts(unit, wanted)).filter(
    ({ building }) => building === null || !household || building === household.building,
  );
  if (people.length === 0) return false;
  return html`<section class="card">
    <h2>找谁</h2>
    <ul class="log">
      ${people.slice(0, mostAsked).map(({ said }) => html`<li>${said}</li>`)}
    </ul>
    <p class="note">${howReached}</p>
  </section>`;
}

function officesOf({ for: { roles = [] } }: Step): RoleId[] {
  return roles.flatMap(role => (role === 'resident' ? [] : [role]));
}
