import { dayWords, momentWords } from '../../domain/calendar.js';
import { levelOf, creditRulesAt } from '../../domain/credit/credit.js';
import { creditScore, spendable } from '../../domain/credit/credit-balance.js';
import { placeWords } from '../../domain/masking.js';
import { yuan } from '../../domain/money.js';
import { isWithin } from '../../domain/plan/scope.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';
import { ownBallot } from '../ballot/own-ballot.js';
import { type Html, html } from '../html.js';
import { bareWords } from '../notice/notice-texts.js';

const mostNotices = 5;

/** The own household, for its own eyes: votes, pledges, points, tasks and notices. Null for whoever is bound to none. */
export async function householdCard(unit: Unit, member: MemberView, now: Date): Promise<Html | null> {
  const { household } = member;
  if (!household) return null;
  const notices = await noticesOf(unit, member, now);
  return html`<section class="card" id="household">
    <h2>我家 ${placeWords(household)}</h2>
    <ul class="rows">
      ${await votes(unit, member, now)} ${await pledges(unit, member)} ${await points(unit, member, now)}
      ${await tasks(unit, member, now)}
    </ul>
    ${notices}
  </section>`;
}

async function votes(unit: Unit, { household, householdId }: MemberView, now: Date): Promise<Html[]> {
  const found: Html[] = [];
  for (const poll of await unit.polls.open()) {
    if (!household || householdId === null || !isWithin(poll.scope, household)) continue;
    const own = await ownBallot(unit, poll, householdId, now);
    found.push(row(poll.no, `${poll.no}号表决 ${poll.question}`, `${own}。${momentWords(poll.closesAt, now)}截止`));
  }
  return found;
}

/** Voluntary money is never called owed: what was promised and what was paid stand side by side (docs/domain.md 6.3). */
async function pledges(unit: Unit, { householdId }: MemberView): Promise<Html[]> {
  const found: Html[] = [];
  for (const { id, no, title } of await unit.projects.underWay()) {
    const { promisedFen, paidFen } = await unit.ledger.standingOf(id, householdId ?? 0);
    const offers = (await unit.ledger.offers(id)).filter(
      one => one.householdId === householdId && one.cancelledAt === null,
    );
    const words = [
      promisedFen > 0 && `认捐${yuan(promisedFen)}`,
      paidFen > 0 && `已交${yuan(paidFen)}`,
      ...offers.map(({ kind, what, fulfilledAt }) => {
        const said = kind === 'goods' ? `捐${what ?? '物'}` : `出工${what ? `：${what}` : ''}`;
        return `${said}${fulfilledAt ? '（已兑现）' : ''}`;
      }),
    ].filter(word => word !== false);
    if (words.length > 0) found.push(row(no, `${no}号 ${title}`, words.join('，')));
  }
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
async function noticesOf(unit: Unit, { userid }: MemberView, now: Date): Promise<Html | false> {
  const notices = await unit.posts.latestTo(userid, mostNotices, now);
  if (notices.length === 0) return false;
  return html`<h3>给我家的通知</h3>
    <ul class="log">
      ${notices.map(
        ({ text, at }) =>
          html`<li>
            <time datetime="${at.toISOString()}">${momentWords(at, now)}</time
            ><span class="words">${bareWords(text)}</span>
          </li>`,
      )}
    </ul>`;
}

function row(no: number, name: string, words: string): Html {
  return html`<li>
    <a href="/desk/${no}"><strong>${name}</strong>${words}</a>
  </li>`;
}
