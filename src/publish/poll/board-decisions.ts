import { lastDayWords, momentWords } from '../../domain/calendar.js';
import { countBallots } from '../../domain/ballot/count-ballots.js';
import { leastVoters } from '../../domain/ballot/count-sheet.js';
import { shownParts } from '../../domain/poll/shown-tally.js';
import { type Tally, squareMetres } from '../../domain/poll/tally.js';
import { isTrack, missingTo, trackRules } from '../../domain/poll/tracks.js';
import { plainKinds } from '../../domain/poll/choices.js';
import type { Poll } from '../../store/poll/poll.js';
import type { Project } from '../../store/proposal/project.js';
import type { Unit } from '../../store/engine/unit.js';
import { barWithMark } from '../board-charts.js';
import { hasCountSheet } from './export-poll.js';
import { Html, html, tableHead } from '../html.js';
import { hasRoster } from '../ballot/roster-board.js';
import { countWords, gapWords, choicesWords } from './poll-notice.js';

/** The polls of a project with their results. While one is open only the turnout is told, so nobody follows the crowd. */
export async function decisionsCard(unit: Unit, project: Project, now: Date): Promise<Html> {
  const decisions: Html[] = [];
  for (const poll of await unit.polls.ofProject(project.id))
    decisions.push(await decision(unit, poll, now), countSheetLink(unit, poll));
  return html`<section class="card">
    <h2>表决</h2>
    ${decisions.length === 0 ? html`<p class="note">还没有表决。</p>` : decisions}
  </section>`;
}

/** One poll: the turnout while it is open, the result once it is closed. */
export async function decision(unit: Unit, poll: Poll, now: Date): Promise<Html> {
  const { question, householdCount, opensAt, closesAt, closedAt } = poll;
  const end = `${momentWords(closedAt ?? closesAt, now)}${closedAt ? '结束' : '截止'}`;
  return html`<h3>${question}</h3>
    ${closedAt ? resultOf(poll) : await turnout(unit, poll)}
    <p class="note">
      共${householdCount}${poll.electorate ? '人' : '户'}。${reviewWords(poll)}${ruleWords(poll)}${momentWords(opensAt, now)}开始，${end}。
    </p>
    ${hasRoster(poll, now) && html`<p class="note"><a href="/board/${unit.grid.code}/${poll.no}/roster">打码的业主名册</a></p>`}`;
}

/** Where the ballots of a closed poll can be counted again, one by one. */
export function countSheetLink(unit: Unit, poll: Poll): Html {
  return html`${hasCountSheet(poll) && html`<p class="note"><a href="/board/${unit.grid.code}/${poll.no}/count">计票清单（按回执码，逐票）</a></p>`}`;
}

/** How long the result may be objected to; and that the deadline was moved, once. */
function reviewWords({ reviewEndsAt, extendedFrom }: Poll): string {
  const review = reviewEndsAt ? `结果复核至${lastDayWords(reviewEndsAt)}。` : '';
  return `${extendedFrom ? `原定${momentWords(extendedFrom)}截止，延期一次。` : ''}${review}`;
}

/** The rule of a poll in the sentence that residents read. */
export function ruleWords({ track }: Poll): string {
  return isTrack(track) ? `${trackRules[track].said}。` : '';
}

async function turnout(unit: Unit, poll: Poll): Promise<Html> {
  const count = countBallots(poll, await unit.polls.facts(poll));
  const { voted, area } = count;
  const word = area ? '人' : '户';
  const { quorum } = trackRules[isTrack(poll.track) ? poll.track : 'advisory'];
  const needed = quorum && missingTo(0, count.households, quorum);
  return html`${barWithMark(`已投${voted}${word}`, voted, count.households, needed)}
    <p>
      正在表决：已投${voted}${word}。${gapWords(poll, count)}截止后公布结果。${needed && `图上的竖线是要够数的${needed}${word}。`}
    </p>`;
}

/** The count as it was announced. */
function resultOf(poll: Poll): Html {
  const { result, options } = poll;
  const { passed, quorum, voted = 0, silent, counts, area } = result ?? ({} as Partial<Tally>);
  const verdict = passed ? '通过' : quorum === false ? '参加的不够数，没有通过' : '没有通过';
  // Below five voters nothing is broken down (docs/domain.md 13.4).
  const took: Row = ['参加投票', voted, area && squareMetres(area.took)];
  const rows: Row[] =
    voted < leastVoters
      ? [took]
      : shownParts({ counts: counts ?? {}, area }, options ?? plainKinds).map(part => [
          choicesWords(part),
          part.heads,
          area && (part.areaCentiM2 === null ? '不公布' : squareMetres(part.areaCentiM2)),
        ]);
  const missing: Row = ['没有投票', silent ?? 0, area && squareMetres(area.whole - area.took - (area.invalid ?? 0))];
  const notes = result ? countWords(poll, result) : [];
  return html`${typeof passed === 'boolean' && html`<p><strong>${verdict}</strong></p>`}${notes.map(note => html`<p>${note}</p>`)}
    <table>
      ${tableHead(['选择'], [area ? '人数' : '户数', ...(area ? ['面积'] : [])])}
      <tbody>
        ${[...rows, missing].map(row)}
      </tbody>
    </table>`;
}

/** Label, heads or households, and the area where area counts. */
type Row = readonly [string, number, string | undefined];

function row([label, count, area]: Row): Html {
  return html`<tr>
    <td>${label}</td>
    <td class="number">${count}</td>
    ${area !== undefined && html`<td class="number">${area}</td>`}
  </tr>`;
}
