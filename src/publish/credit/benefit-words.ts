import { dayWords } from '../../domain/calendar.js';
import { creditRulesAt, levelOf } from '../../domain/credit/credit.js';
import { creditScore } from '../../domain/credit/credit-balance.js';
import { rulesAt } from '../../domain/rules.js';
import type { Benefit } from '../../store/credit/benefit.js';
import type { Unit } from '../../store/engine/unit.js';
import type { MemberView } from '../../store/people/members.js';

/** `优惠1 取暖费减300元（热力公司，1050分以上，AAA级）`. */
export function benefitLine({ no, what, provider, leastScore }: Benefit, now: Date): string {
  const { name } = levelOf(leastScore, creditRulesAt(now));
  return `优惠${no} ${what}（${provider}，${leastScore}分以上${name ? `，${name}级` : ''}）`;
}

/** All that is offered, what it rests on, and how many households enjoy it; a count below five is nobody's business. */
export async function benefitList(unit: Unit, now: Date): Promise<string> {
  const all = await unit.credit.benefits.open();
  if (all.length === 0) return '现在还没有登记优惠。有单位给优惠，由书记登记。';
  const least = rulesAt(now).breakdownMin;
  const lines: string[] = [];
  const homes = new Set<number>();
  for (const benefit of all) {
    const uses = await unit.credit.benefits.usesOf(benefit.id);
    for (const { householdId } of uses) homes.add(householdId);
    const count = uses.length < least ? `享受的不足${least}户` : `${uses.length}户在享受`;
    lines.push(`- ${benefitLine(benefit, now)}：${count}；依据${benefit.evidence}`);
  }
  const sum = homes.size < least ? `不足${least}户` : `${homes.size}户`;
  return [
    '**现有的优惠**',
    ...lines,
    `一共${sum}在享受。自愿领取，发送例如“领优惠1”；看自家的发送“我有什么优惠”。`,
  ].join('\n');
}

/** What the own household enjoys, and what else it could by the own score. */
export async function ownBenefits(unit: Unit, member: MemberView, now: Date): Promise<string> {
  const all = await unit.credit.benefits.all();
  const uses = member.householdId === null ? [] : await unit.credit.benefits.ofHousehold(member.householdId);
  const isJoined = Boolean((await unit.members.byUserid(member.userid))?.creditSince);
  const score = creditScore(await unit.credit.entries(member.id), now);
  const own = uses.flatMap(({ benefitId, at }) => {
    const benefit = all.find(({ id }) => id === benefitId);
    return benefit ? [`- ${benefitLine(benefit, now)}，${dayWords(at, now)}起，依据${benefit.evidence}`] : [];
  });
  const open = all.filter(({ id, endedAt }) => endedAt === null && !uses.some(({ benefitId }) => benefitId === id));
  const may = isJoined ? open.filter(({ leastScore }) => score >= leastScore) : [];
  const more = open.filter(benefit => !may.includes(benefit));
  return [
    own.length === 0 ? '您家现在没有领优惠。' : '**您家在享受的**',
    ...own,
    ...may.map(benefit => `- 可以领：${benefitLine(benefit, now)}，发送“领优惠${benefit.no}”`),
    ...more.map(benefit => `- ${benefitLine(benefit, now)}${isJoined ? `，还差${benefit.leastScore - score}分` : ''}`),
    isJoined
      ? `您的信用分${score}分。${uses.length > 0 ? '不要了发送例如“退优惠1”。' : ''}`
      : '优惠按信用分给，您还没有参加积分；愿意参加就发送“加入积分”。',
  ].join('\n');
}
