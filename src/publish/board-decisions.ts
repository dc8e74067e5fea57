import { momentWords } from '../domain/calendar.js';
import { type Tally, type Track, tracks } from '../domain/tally.js';
import type { Poll } from '../store/entities/poll.js';
import type { Project } from '../store/entities/project.js';
import type { Unit } from '../store/unit.js';
import { Html, html } from './html.js';

/** The polls of a project with their results. While one is open only the turnout is told, so nobody follows the crowd. */
export async function decisionsCard(unit: Unit, project: Project, now: Date): Promise<Html> {
  const decisions: Html[] = [];
  for (const poll of await unit.polls.ofProject(project.id)) decisions.push(await decision(unit, poll, now));
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
    <p class="note">共${householdCount}户。${ruleWords(poll)}${momentWords(opensAt, now)}开始，${end}。</p>`;
}

/** The rule of a poll in the sentence that residents read. */
export function ruleWords({ track }: Poll): string {
  return isTrack(track) ? `${tracks[track]}。` : '';
}

async function turnout(unit: Unit, { id, householdCount }: Poll): Promise<Html> {
  const voted = new Set((await unit.polls.ballots(id)).map(({ householdId }) => householdId)).size;
  return html`<p>正在表决：已投${voted}户，还差${householdCount - voted}户。截止后公布结果。</p>`;
}

/** The count as it was announced. */
function resultOf({ result, options }: Poll): Html {
  const { passed, quorum, silent, counts } = (result ?? {}) as Partial<Tally>;
  const verdict = passed ? '通过' : quorum === false ? '参加的户数不够，没有通过' : '没有通过';
  const rows: [string, number][] = labelsOf(options).map(([choice, label]) => [label, counts?.[choice] ?? 0]);
  return html`${typeof passed === 'boolean' && html`<p><strong>${verdict}</strong></p>`}
    <table>
      <thead>
        <tr>
          <th scope="col">选择</th>
          <th scope="col" class="number">户数</th>
        </tr>
      </thead>
      <tbody>
        ${[...rows, ['没有投票', silent ?? 0] as const].map(([label, count]) => row(label, count))}
      </tbody>
    </table>`;
}

function row(label: string, count: number): Html {
  return html`<tr>
    <td>${label}</td>
    <td class="number">${count}</td>
  </tr>`;
}

function labelsOf(options: readonly string[] | null): (readonly [string, string])[] {
  return options?.map(option => [option, option] as const) ?? Object.entries(spoken);
}

const spoken = { agree: '同意', disagree: '反对', abstain: '弃权' };

function isTrack(track: string): track is Track {
  return Object.hasOwn(tracks, track);
}
