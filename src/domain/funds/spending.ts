import { maskPayee } from '../masking.js';
import { yuan } from '../money.js';
import { type RoleId, secretaries } from '../permissions.js';
import { Refusal } from '../refusal.js';
import { rulesAt } from '../rules.js';

/** Who did what with one payment, by member id; null or empty where nobody did yet. */
interface SpendDeeds {
  readonly askedById: number;
  readonly checkedById: number | null;
  readonly approvals: readonly number[];
}

/** The steps of a payment (docs/domain.md 8.4), each of another person. */
type SpendStep = 'ask' | 'check' | 'approve' | 'hold' | 'clear' | 'pay';

interface SpendLimits {
  /** Up to this the grid's secretary approves, in fen. */
  readonly gridFen: number;
  /** Up to this the community's secretary approves alone. */
  readonly communityFen: number;
}

/** Who approves: how many, whether one of them is the community's secretary, and whether the supervision team said that it has no objection. */
interface Approval {
  readonly roles: readonly RoleId[];
  readonly count: 1 | 2;
  readonly community: boolean;
  readonly cleared: boolean;
}

/**
 * Who approves a payment (docs/domain.md 8.4): the grid's secretary up to ¥500, the community's up to ¥10 000, above it two, the community's
 * secretary among them, and the team's word. `togetherFen` is what its payee gets in the project within the window, this payment included.
 */
export function approvalFor(togetherFen: number, { gridFen, communityFen }: SpendLimits): Approval {
  if (togetherFen <= gridFen) return { roles: secretaries, count: 1, community: false, cleared: false };
  if (togetherFen <= communityFen) return { roles: ['community_secretary'], count: 1, community: true, cleared: false };
  return { roles: secretaries, count: 2, community: true, cleared: true };
}

/** How many approvals a payment still lacks, by what its approvers are. */
export function lacking(
  approvers: readonly { readonly isCommunity: boolean }[],
  { count, community }: Approval,
): number {
  const missing = Math.max(0, count - approvers.length);
  const lacksCommunity = community && !approvers.some(({ isCommunity }) => isCommunity);
  return lacksCommunity ? Math.max(1, missing) : missing;
}

/** All hands that a payment goes through. */
export function handsWords(now: Date): string {
  return `会计核对、书记批准、留${rulesAt(now).holdHours}小时给监管小组看，出纳付`;
}

/** Two payments count together unless both name who is paid and these are different ones. */
export function isOnePayee(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return true;
  const [a, b] = [bare(one), bare(other)];
  return a.includes(b) || b.includes(a);
}

/** Words without what is not said aloud. */
function bare(words: string): string {
  return words.normalize('NFKC').replaceAll(/[\s\p{P}\p{S}]/gu, '');
}

/**
 * True when what the cashier says of a payment is what was approved: every part of it stands in the words of the request, and who is paid,
 * where it is said, is the one who was approved.
 */
export function saysTheSame(
  said: string,
  {
    purpose,
    payee,
    line = null,
  }: { readonly purpose: string; readonly payee: string | null; readonly line?: string | null },
): boolean {
  const paid = payeeIn(said);
  if (paid !== null && (payee === null || !isOnePayee(paid, payee))) return false;
  const approved = bare(purpose);
  return said
    .normalize('NFKC')
    .replace(/(?:支出)?申请\s*\d{1,7}\s*号?/u, '')
    .split(/[，,。；;：:、\s]/u)
    .map(part => bare(part).replace(/^(?:用于|用来|购买|支付|买|购|付)(?=.)/u, ''))
    .filter(part => line === null || part.replace(/^列支?/u, '') !== bare(line))
    .filter(part => part !== '' && (paid === null || !part.endsWith(bare(paid))))
    .every(part => approved.includes(part));
}

/** Who is paid, where the words of a request say so: `灯泡二十只，付给张记五金` names 张记五金. */
export function payeeIn(purpose: string): string | null {
  const found = /(?:支?付给|付至|收款方|收款人)(?:是|为)?[:：\s]*(?<payee>[^，,。；;：:]{2,40})/u.exec(purpose);
  return found?.groups?.['payee']?.trim() ?? null;
}

/** 水泥，列材料，付给顺达建材: the line stands on the request by itself, and is no part of what is bought. */
export function withoutLine(purpose: string, line: { readonly name: string } | null): string {
  if (!line) return purpose;
  const parts = purpose.split(/(?<=[，,；;])/u);
  const says = (part: string): boolean =>
    /^列支?[在入到为]?/u.test(part) &&
    part.replace(/^列支?[在入到为]?|[项里][，,；;。\s]*$|(?<![，,；;。\s])[，,；;。\s]+$/gu, '') === line.name;
  const left = parts.filter(part => !says(part.trim())).join('');
  return left === '' ? purpose : left.replace(/[，,；;]$/u, '');
}

/** The request that the words of the cashier name: `申请3`; null where they name none. */
export function requestNamed(said: string): number | null {
  const no = Number(/申请\s*(\d{1,7})/u.exec(said.normalize('NFKC'))?.[1] ?? 0);
  return no > 0 ? no : null;
}

/** What a payment is published as: the approved words, who is paid masked where it is a person, and no witnesses (docs/domain.md 9). */
export function publishedWords({
  purpose,
  payee,
}: {
  readonly purpose: string;
  readonly payee: string | null;
}): string {
  const words = purpose.replaceAll(/(?:(?<![，,；;\s])[，,；;\s]+)?证明人[:：是为\s]*[^，,。；;]{1,40}/gu, '');
  const shown = payee === null ? words : words.replaceAll(payee, maskPayee(payee));
  return shown === '' ? purpose : shown;
}

/**
 * On one payment handler, bookkeeper, approvers and cashier are different people, and no supervisor has a part in the money
 * (会计法 Art. 25, 35; docs/domain.md 2.2). Throws when the member already did another step of it.
 */
export function ensureSeparate(
  step: SpendStep,
  memberId: number,
  roles: readonly RoleId[],
  { askedById, checkedById, approvals }: SpendDeeds,
): void {
  const isSupervisor = roles.includes('supervisor');
  if (isSupervisor && step !== 'hold' && step !== 'clear') throw new Refusal('spend.supervisor', {});
  if (step === 'hold' || step === 'clear') {
    if (memberId === askedById || approvals.includes(memberId)) throw new Refusal('spend.separate', {});
    return;
  }
  const others = [
    step === 'ask' ? null : askedById,
    step === 'check' ? null : checkedById,
    ...(step === 'approve' ? [] : approvals),
  ];
  if (others.includes(memberId)) throw new Refusal('spend.separate', {});
  if (step === 'approve' && approvals.includes(memberId)) throw new Refusal('spend.approvedBefore', {});
}

/** `860元，买灯泡`, as it is published. */
export function requestWords(request: {
  readonly amountFen: number;
  readonly purpose: string;
  readonly payee: string | null;
}): string {
  return `${yuan(request.amountFen)}，${publishedWords(request)}`;
}

/** In which state of a payment each deed of it is done. */
export const paymentSteps = {
  'spend.check': ['asked'],
  'spend.approve': ['checked'],
  'spend.pay': ['approved'],
  'spend.hold': ['checked', 'approved'],
  'spend.release': ['held'],
  'spend.clear': ['asked', 'checked', 'approved', 'held'],
  'spend.refuse': ['asked', 'checked'],
} as const;
