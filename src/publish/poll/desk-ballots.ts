import { plainChoices } from '../../domain/poll/choices.js';
import { placeWords } from '../../domain/masking.js';
import type { Household } from '../../store/people/household.js';
import type { Poll } from '../../store/poll/poll.js';
import { html } from '../html.js';
import { type DeskSeat, deskPage, formKey } from '../people/desk-frame.js';

export interface BallotsView {
  readonly poll: Poll;
  readonly homes: readonly Household[];
  readonly key: string;
  /** Why nothing was taken; empty at first. */
  readonly fault: string;
}

/** Paper ballots by the dozen: a home a line, and beside it what its paper says; lines that are left alone are not entered. */
export function ballotsPage(seat: DeskSeat, { poll, homes, key, fault }: BallotsView): string {
  const { no, question } = poll;
  const choices = poll.options ?? plainChoices;
  return deskPage(seat, {
    title: `${no}号录纸票`,
    body: html`<p class="eyebrow"><a href="/desk/lists/building">我的楼</a> · ${no}号 ${question}</p>
      <h1>一次录一批纸票</h1>
      ${fault !== '' && html`<p class="fault" role="alert">${fault}</p>`}
      <p class="note">
        只勾收到了纸票的户，没收到的空着。下一步给您看一遍，再选照片：一张大家签了名的汇总表，或者一张票一张照片。由另一人核对后才算。
      </p>
      ${homes.length === 0 && html`<p class="card">您负责的楼都投过了。</p>`}
      <form method="post" action="/desk/ballots/${no}" class="fill ballots">
        ${formKey(seat.csrf)}<input type="hidden" name="_key" value="${key}" />
        ${homes.map(
          home =>
            html`<fieldset>
              <legend>${placeWords(home)}</legend>
              ${['', ...choices].map(
                (choice, index) =>
                  html`<span class="tick">
                    <input
                      type="${poll.many && choice !== '' ? 'checkbox' : 'radio'}"
                      id="h${home.id}-${index}"
                      name="h${home.id}"
                      value="${choice}"
                      ${choice === '' && 'checked'}
                    />
                    <label for="h${home.id}-${index}">${choice === '' ? '没收到' : choice}</label>
                  </span>`,
              )}
            </fieldset>`,
        )}
        ${homes.length > 0 && html`<button type="submit" class="main">下一步</button>`}
      </form>`,
  });
}
