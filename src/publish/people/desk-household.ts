import { dayMs, dayWords, momentWords } from '../../domain/calendar.js';
import { levelOf, creditRulesAt } from '../../domain/credit/credit.js';
import { creditScore, spendable } from '../../domain/credit/credit-balance.js';
import { isUnderWay } from '../../domain/lifecycle.js';
import { placeWords } from '../../domain/masking.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';
import { type Html, html } from '../html.js';
import { linked } from '../linked.js';
import { bareWords } from '../notice/notice-texts.js';
import { morningList } from '../../store/notice/posts.js';
import { reportStands } from '../proposal/report-words.js';
import { type OwnStanding, ownPledge, ownVote } from './own-standing.js';

const mostNotices = 5;

/** The own household, for its own eyes: votes, pledges, points, tasks and notices. Null for whoever is bound to none. */
export async function householdCard(
  unit: Unit,
  member: MemberView,
  { onPage, now }: { onPage: (text: string) => string; now: Date },
): Promise<Html | null> {
  const { household } = member;
  if (!household) return null;
  const notices = await noticesOf(unit, member, { onPage, now });
  return html`<section class="card" id="household">
    <h2>我家 ${placeWords(household)}</h2>
    <ul class="rows">
      ${await votes(unit, member, now)} ${await pledges(unit, member, now)} ${await points(unit, member, now)}
      ${await benefits(unit, member)} ${await tasks(unit, member, now)} ${await reports(unit, member, now)}
    </ul>
    ${notices}
  </section>`;
}

/** Polls and matters that ended so long ago are left to the matter's own page. */
const recentMs = 60 * dayMs;
const mostPolls = 20;

/** The ballots of the open polls, and those of polls that ended lately. */
async function votes(unit: Unit, member: MemberView, now: Date): Promise<Html[]> {
  const found: Html[] = [];
  for (const poll of await unit.polls.recent(mostPolls)) {
    if (poll.closedAt && now.getTime() - poll.closedAt.getTime() > recentMs) continue;
    const own = await ownVote(unit, member, poll, now);
    if (own) found.push(row(own));
  }
  return found;
}

async function pledges(unit: Unit, member: MemberView, now: Date): Promise<Html[]> {
  const found: Html[] = [];
  for (const project of await unit.projects.all()) {
    if (!isUnderWay(project.state) && now.getTime() - project.stateSince.getTime() > recentMs) continue;
    const own = await ownPledge(unit, member, project, now);
    if (own) found.push(row(own));
  }
  return found;
}

/** What the reader has reported, as long as it is open. */
async function reports(unit: Unit, { userid }: MemberView, now: Date): Promise<Html[]> {
  const found: Html[] = [];
  for (const report of await unit.reports.openOf(userid))
    found.push(
      html`<li>
        <a href="/desk/do/report.show?report=${report.no}"
          ><strong>我报的报事${report.no}</strong>${reportStands(report, now)}</a
        >
      </li>`,
    );
  return found;
}

async function points(unit: Unit, { id, userid }: MemberView, now: Date): Promise<Html | null> {
  const entries = await unit.credit.entries(id);
  const taker = await unit.members.byUserid(userid);
  if (!taker?.creditSince && entries.length === 0) return null;
  const score = creditScore(entries, now);
  const { name } = levelOf(score, creditRulesAt(now));
  const level = name ? `（${name}级）` : '';
  return html`<li>
    <a href="/desk/do/credit.balance"
      ><strong>我的积分</strong>信用分${score}${level}，可用${spendable(entries, now).points}分</a
    >
  </li>`;
}

/** What the household enjoys, and how many others there are; nothing where there is neither. */
async function benefits(unit: Unit, member: MemberView): Promise<Html | null> {
  const open = await unit.credit.benefits.open();
  const uses = member.householdId === null ? [] : await unit.credit.benefits.ofHousehold(member.householdId);
  const others = open.filter(({ id }) => !uses.some(({ benefitId }) => benefitId === id)).length;
  if (uses.length === 0 && others === 0) return null;
  const words = [uses.length > 0 && `在享受${uses.length}个`, others > 0 && `还有${others}个可以看看`].filter(Boolean);
  return html`<li>
    <a href="/desk/do/benefit.own"><strong>我家的优惠</strong>${words.join('，')}</a>
  </li>`;
}

async function tasks(unit: Unit, { id }: MemberView, now: Date): Promise<Html[]> {
  const own = (await unit.tasks.open()).filter(({ claimedById }) => claimedById === id);
  return own.map(
    ({ no, what, dueAt, doneAt }) =>
      html`<li class="plain">
        <strong>任务${no}：${what}</strong>${doneAt ? '办好了，等验收' : `${dayWords(dueAt, now)}前办好`}
      </li>`,
  );
}

/** What was told in private lately and is still true, newest first. */
async function noticesOf(
  unit: Unit,
  { userid }: MemberView,
  { onPage, now }: { onPage: (text: string) => string; now: Date },
): Promise<Html | false> {
  // What waits stands above as it is now, and not as it was in the morning.
  const notices = await unit.posts.latestTo(userid, { most: mostNotices, but: morningList, now });
  if (notices.length === 0) return false;
  return html`<h3>给我家的通知</h3>
    <ul class="log">
      ${notices.map(
        ({ text, at }) =>
          html`<li>
            <time datetime="${at.toISOString()}">${momentWords(at, now)}</time
            ><span class="words">${linked(onPage(bareWords(text)).trim())}</span>
          </li>`,
      )}
    </ul>`;
}

function row({ no, name, words, change }: OwnStanding): Html {
  return html`<li>
    <a href="/desk/${no}"><strong>${name}</strong>${words}</a
    >${change && html`<a class="touch" href="${change[0]}">${change[1]}</a>`}
  </li>`;
}
