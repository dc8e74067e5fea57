import { publishedWords } from '../../domain/funds/spending.js';
import { yuan } from '../../domain/money.js';
import { plain } from '../../domain/plain-text.js';
import type { SpendRequest } from '../../store/funds/spend-request.js';
import { html } from '../html.js';
import { type DeskSeat, deskPage } from '../people/desk-frame.js';

/** What proves a payment, for those who decide on it. */
export function vouchersPage(seat: DeskSeat, request: SpendRequest, count: number): string {
  const { no, amountFen } = request;
  return deskPage(seat, {
    title: `申请${no}的凭据`,
    body: html`<h1>申请${no}的凭据</h1>
      <p>${yuan(amountFen)}，${plain(publishedWords(request), 80)}</p>
      ${count === 0 && html`<p class="card">还没有凭据照片。</p>`}
      ${Array.from(
        { length: count },
        (_, index) =>
          html`<p>
            <img class="wide" alt="申请${no}的第${index + 1}张凭据" src="/desk/voucher/${no}/${index + 1}" />
          </p>`,
      )}
      <p class="note">只给经手、核对、审批、付款和监管的人看，不要转发。</p>`,
  });
}
