import { creditRulesAt } from '../../domain/credit/credit.js';
import { workdaysEnd } from '../../domain/periods.js';
import { Refusal } from '../../domain/refusal.js';
import type { Appeal } from '../../store/credit/appeal.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';
import { topics } from '../../store/notice/topics.js';

/** A member appeals against their points, their level or the monthly list; it costs nothing and is answered in time. */
export async function appealPoints(
  unit: Unit,
  { member, text }: { member: MemberView; text: string },
): Promise<Appeal> {
  const { now } = unit;
  const appeal = await unit.credit.keepAppeal({
    no: (await unit.credit.appealCount()) + 1,
    memberId: member.id,
    text,
    at: now,
    dueAt: workdaysEnd(now, creditRulesAt(now).appealWorkdays),
  });
  unit.journal.add('credit.appeal', { facts: { appeal: appeal.no } });
  await unit.tell('credit.appealed', { appeal });
  return appeal;
}

/** A secretary answers an appeal, in private; never their own. */
export async function answerAppeal(
  unit: Unit,
  { member, no, text }: { member: MemberView; no: number; text: string },
): Promise<Appeal> {
  const appeal = await unit.credit.appeal(no);
  if (!appeal) throw new Refusal('appeal.unknown', { appeal: no });
  if (appeal.answeredAt) throw new Refusal('appeal.answered', { appeal: no });
  if (appeal.memberId === member.id) throw new Refusal('points.own', {});
  await unit.credit.keepAppeal(Object.assign(appeal, { answer: text, answeredById: member.id, answeredAt: unit.now }));
  await unit.posts.withdraw(topics.appeal(appeal));
  unit.journal.add('credit.answer', { facts: { appeal: no } });
  await unit.tell('credit.answered', { appeal });
  return appeal;
}
