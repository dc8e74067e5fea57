import { dayWords, noonOf } from '../../domain/calendar.js';
import { payerAnswers, referredTo } from '../../domain/plan/payer-check.js';
import { plain } from '../../domain/plain-text.js';
import type { Saying } from '../../store/notice/saying.js';
import type { Project } from '../../store/proposal/project.js';
import type { Unit } from '../../store/engine/unit.js';
import { fill } from '../templates.js';

/** What the group is told of a project that somebody else has to pay for (docs/domain.md 4.1, 4.2). */
export function referralNotice(
  project: Project,
  told: 'referred' | 'overdue' | { readonly done: string },
  now: Date,
): string {
  const { no, title, payerCheck: check } = project;
  const referral = check?.referral;
  const fields = {
    编号: no,
    项目名: plain(title, 40),
    转给: check && referral ? plain(referredTo(check, referral), 40) : '',
  };
  const 期限 = referral ? dayWords(noonOf(referral.dueOn), now) : '';
  if (told === 'overdue') return fill('转办到期', { ...fields, 期限 });
  if (told !== 'referred') return fill('转办办结', { ...fields, 结果: plain(told.done, 200) });
  const { said, payer } = payerAnswers[check?.answer ?? 'owners'];
  return fill('转办', {
    ...fields,
    期限,
    核查: `${said}，应由${payer}出钱（依据：${plain(check?.evidence ?? '', 200)}）`,
  });
}

/** What a secretary may do once the day has passed. */
export function overdueHint({ no, payerCheck }: Project): string {
  const to = plain(payerCheck?.referral?.to ?? '', 40);
  return `${no}号转给${to}，说好的日子过了，已在群里说明。办好了发送“${no}号转办办好：怎么办的”；另定日子发送“${no}号转办：${to}，4月20日前”；查明不归他们出钱，重新发送“${no}号责任核查”。`;
}

/** The group hears to whom a project was sent, or what came of it; who raised it hears so in private too (docs/domain.md 4.1). */
export async function toGroupAndProposer(
  unit: Unit,
  { proposerId }: Project,
  { text, by }: { readonly text: string; readonly by: string },
): Promise<readonly Saying[]> {
  const proposer = await unit.members.byId(proposerId);
  const isElse = proposer !== null && proposer.userid !== by && proposer.erasedAt === null;
  return [{ group: text }, { members: isElse ? [proposer.userid] : [], text, about: 'plain fact' }];
}
