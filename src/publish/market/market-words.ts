import { dayTold } from '../../domain/calendar.js';
import {
  bases,
  periodWords,
  type PeriodStanding,
  rateWords,
  shareGoesTo,
  type Terms,
} from '../../domain/market/market.js';
import { yuan } from '../../domain/money.js';
import { plain } from '../../domain/plain-text.js';
import type { AgreementStanding } from '../../store/market/market-standing.js';

/**
 * One period as everybody may read it: what was due and what was received, and by when. Never the operator's revenue or rate
 * (docs/domain.md 6.4).
 */
export function periodLine(
  { key, state, dueFen, receivedFen, recordedFen, declareBy, payBy }: PeriodStanding,
  today: string,
): string {
  const due = dueFen === null ? '' : `应交${yuan(dueFen)}，已收${yuan(receivedFen)}`;
  const waits = recordedFen > receivedFen ? `，待对账${yuan(recordedFen - receivedFen)}` : '';
  const word = {
    running: '还没到期',
    undeclared: `等经营方申报，${dayTold(declareBy, today)}前`,
    undeclared_late: `逾期没有申报，应在${dayTold(declareBy, today)}前`,
    due: `${due}${waits}，${dayTold(payBy, today)}前交`,
    overdue: `${due}${waits}，**逾期**，应在${dayTold(payBy, today)}前交`,
    received: `${due}，已收清`,
  }[state];
  return `${periodWords(key)}：${word}`;
}

/** `公益协议1 惠民理发店（邻里驿站东间）`. */
export function agreementName({ agreement, space }: Pick<AgreementStanding, 'agreement' | 'space'>): string {
  return `公益协议${agreement.no} ${plain(agreement.operator, 40)}（${plain(space?.name ?? '', 40)}）`;
}

/** The fund's account in one sentence; the owners' common income is told apart, where there is any. */
export function fundWords(fund: {
  readonly fundFen: number;
  readonly ownersFen: number;
  readonly receivedFen: number;
  readonly passedFen: number;
  readonly pendingFen: number;
}): string {
  const waits = fund.pendingFen > 0 ? `，待对账${yuan(fund.pendingFen)}` : '';
  const owners = fund.ownersFen > 0 ? `，另有${shareGoesTo.owners.said}${yuan(fund.ownersFen)}` : '';
  return `基金的账一共收了${yuan(fund.receivedFen)}，拨给项目${yuan(fund.passedFen)}，慈善基金结余${yuan(fund.fundFen)}${owners}${waits}。`;
}

/** `按收入8%，保底200元`: the operator's secret, for the eyes of who keeps the agreement. */
export function shareWords({ basis, rateBp, minFen }: Pick<Terms, 'basis' | 'rateBp' | 'minFen'>): string {
  if (basis === 'fixed') return `每期固定${yuan(minFen)}`;
  return `按${bases[basis]}${rateWords(rateBp)}${minFen > 0 ? `，保底${yuan(minFen)}` : ''}`;
}

/** Which share of an agreement is meant: `公益协议1的3月分成`. */
export function shareOf(agreement: number, period: string): string {
  return `公益协议${agreement}的${periodWords(period)}分成`;
}

/** What a share still lacks, in fen, in words. */
export function leftWords(leftFen: number): string {
  return leftFen > 0 ? `还差${yuan(leftFen)}` : '已交齐';
}
