import { creditScore } from '../../domain/credit/credit-balance.js';
import { plain } from '../../domain/plain-text.js';
import { Refusal } from '../../domain/refusal.js';
import type { Benefit } from '../../store/credit/benefit.js';
import type { Unit } from '../../store/engine/unit.js';
import type { MemberView } from '../../store/people/members.js';

interface Deed {
  readonly member: MemberView;
}

/** A secretary names what somebody offers to households of a score, with what it rests on. */
export async function offerBenefit(
  unit: Unit,
  deed: Deed & { what: string; leastScore: number; provider: string; evidence: string },
): Promise<Benefit> {
  const { member, what, leastScore, provider, evidence } = deed;
  const benefit = await unit.credit.benefits.offer({
    what: plain(what, 40),
    provider: plain(provider, 30),
    leastScore,
    evidence: plain(evidence, 80),
    byId: member.id,
    at: unit.now,
  });
  unit.journal.add('benefit.offer', { facts: { benefit: benefit.no, leastScore } });
  return benefit;
}

/** It is offered no longer; who enjoys it is not given it anew. */
export async function endBenefit(unit: Unit, { no }: Deed & { no: number }): Promise<Benefit> {
  const benefit = await openBenefit(unit, no);
  await unit.credit.benefits.keep(Object.assign(benefit, { endedAt: unit.now }));
  unit.journal.add('benefit.end', { facts: { benefit: no } });
  return benefit;
}

/** A member takes a benefit for the own household, by their own word and score (docs/domain.md 10.7): once a household. */
export async function takeBenefit(unit: Unit, { member, no }: Deed & { no: number }): Promise<Benefit> {
  const benefit = await openBenefit(unit, no);
  const { householdId } = member;
  const row = await unit.members.byUserid(member.userid);
  if (householdId === null) throw new Refusal('member.unbound', {});
  if (!row?.creditSince) throw new Refusal('benefit.notJoined', { benefit: no });
  const score = creditScore(await unit.credit.entries(member.id), unit.now);
  if (score < benefit.leastScore) throw new Refusal('benefit.score', { benefit: no, least: benefit.leastScore, score });
  const own = await unit.credit.benefits.ofHousehold(householdId);
  if (own.some(({ benefitId }) => benefitId === benefit.id)) throw new Refusal('benefit.again', { benefit: no });
  await unit.credit.benefits.use({ benefitId: benefit.id, householdId, memberId: member.id, score, at: unit.now });
  unit.journal.add('benefit.take', { facts: { benefit: no } });
  return benefit;
}

/** The own household does not enjoy it any more, by the word of one of its members. */
export async function leaveBenefit(unit: Unit, { member, no }: Deed & { no: number }): Promise<Benefit> {
  const benefit = await unit.credit.benefits.byNo(no);
  const own = member.householdId === null ? [] : await unit.credit.benefits.ofHousehold(member.householdId);
  const use = own.find(({ benefitId }) => benefitId === benefit?.id);
  if (!benefit || !use) throw new Refusal('benefit.none', { benefit: no });
  await unit.credit.benefits.endUse(use, unit.now);
  unit.journal.add('benefit.leave', { facts: { benefit: no } });
  return benefit;
}

async function openBenefit(unit: Unit, no: number): Promise<Benefit> {
  const benefit = await unit.credit.benefits.byNo(no);
  if (!benefit) throw new Refusal('benefit.unknown', { benefit: no });
  if (benefit.endedAt !== null) throw new Refusal('benefit.ended', { benefit: no });
  return benefit;
}
