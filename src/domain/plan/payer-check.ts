import type { ProjectState } from '../lifecycle.js';
import { maskPayee } from '../masking.js';

/**
 * Who has to pay before neighbours are asked (责任核查, docs/domain.md 4.2): the builder within its warranty, the company whose line it
 * is (山东省物业管理条例 Arts. 70-71), whoever did the damage, the property company by its contract. Only what is left is the
 * neighbours' own.
 */
export const payerAnswers = {
  builder: { said: '还在保修期内', payer: '建设单位', asks: false },
  utility: { said: '水、电、气、热、通信等专业单位的管线设施', payer: '专业经营单位', asks: false },
  culprit: { said: '有明确的责任人弄坏的', payer: '责任人', asks: false },
  property: { said: '物业服务合同里包含', payer: '物业服务企业', asks: false },
  renewal: { said: '列入老旧小区改造，居民只出约定的部分', payer: '改造资金和居民', asks: true },
  owners: { said: '过了保修、没有别的责任人，业主和居民共担', payer: '业主和居民', asks: true },
  emergency: { said: '屋面外墙漏水、电梯、消防、管道爆裂等应急维修', payer: '应急维修资金和业主', asks: true },
} as const;

export type PayerAnswer = keyof typeof payerAnswers;

/** What was found, with its evidence: kept with the project and printed on the plan. */
export interface PayerCheck {
  readonly answer: PayerAnswer;
  /** What it rests on: a contract, a handover file, an answer of the company. */
  readonly evidence: string;
  /** The member who checked. */
  readonly by: number;
  /** ISO 8601. */
  readonly at: string;
  /** Where somebody else has to pay: who was told, and by when they are to answer. */
  readonly referral?: Referral;
}

interface Referral {
  readonly to: string;
  /** `2026-04-10`, in Shanghai. */
  readonly dueOn: string;
  /** Where the project goes on, should nobody else have to pay after all. */
  readonly from: 'issue_reported' | 'topic_proposed' | 'topic_selected';
}

/** Where a project that was referred would go on: a plan that was decided on is made anew. */
export function resumesIn(state: ProjectState): Referral['from'] {
  return state === 'issue_reported' || state === 'topic_proposed' ? state : 'topic_selected';
}

/** To whom it was referred, as everybody may see it: an organisation in full, a person who did the damage masked. */
export function referredTo({ answer }: PayerCheck, { to }: Referral): string {
  return answer === 'culprit' ? maskPayee(to) : to;
}

/** True when neighbours may be asked for money after this answer. */
export function mayAskResidents(check: PayerCheck | null | undefined): boolean {
  return check ? payerAnswers[check.answer].asks : false;
}
