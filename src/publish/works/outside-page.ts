import { dayWords } from '../../domain/calendar.js';
import type { OutsideTask } from '../../store/works/outside-task.js';
import { framed } from '../board-frame.js';
import { html } from '../html.js';
import type { Look } from '../look.js';

export interface OutsideView {
  /** The neighbourhood that asks. */
  readonly grid: string;
  readonly task: OutsideTask;
  /** How often it was answered: no word of an earlier answer stands here, lest a forwarded link shows it. */
  readonly answers: number;
  /** What came of the form that was just handed in, or what is wrong with it. */
  readonly said: string;
  readonly typed: { readonly text: string; readonly quote: string };
  readonly now: Date;
}

/** The page of an outside party: what is asked and until when, and a form to answer. It names nobody and leads nowhere. */
export function outsidePage({ grid, task, answers, said, typed, now }: OutsideView, look: Look): string {
  return framed({
    title: `${grid}请您办 · 众议众筹`,
    look,
    styles: ['/asked/style.css'],
    body: html`<p class="eyebrow">${grid}</p>
      <h1>${task.party}，您好，请您办一件事</h1>
      <section class="card">
        <p class="words">${task.what}</p>
        <p>
          <strong>请在${dayWords(task.dueAt, now)}前答复${task.dueAt <= now && '（已过期，请尽快）'}。</strong>${
            answers > 0 && `已经收到您${answers}次答复，还可以补充。`
          }
        </p>
      </section>
      ${said !== '' && html`<p class="card told" role="alert">${said}</p>`}
      <form method="post" enctype="multipart/form-data" class="card asked">
        <label for="text">办得怎样（必填）</label>
        <textarea id="text" name="text" rows="5" maxlength="1000" required>${typed.text}</textarea>
        <label for="quote">报价，元（没有就空着）</label>
        <input id="quote" name="quote" inputmode="decimal" maxlength="20" value="${typed.quote}" />
        <label for="files">照片（JPG、PNG）或PDF，最多6个，PDF每个5MB以内</label>
        <input id="files" type="file" name="files" accept="image/jpeg,image/png,application/pdf" multiple />
        <button type="submit">交回去</button>
      </form>
      <p class="note">您写的只交给请您办的网格，不会登在公示栏上。链接请不要转给别人。</p>`,
  });
}

/** The page for a link that was ended, replaced, or is nobody's: nothing tells one from another. */
export function noOutsidePage(look: Look): string {
  return framed({
    title: '链接已停用 · 众议众筹',
    look,
    body: html`<h1>这个链接已经停用</h1>
      <p>事情已经办结，或者换了新链接。有话要说，请打电话给请您办的人。</p>`,
  });
}

/** The form, large enough to touch. */
export const outsideStyle = `
.asked label { display: block; margin: 1rem 0 .3rem; font-weight: 600; }
.asked textarea, .asked input { font: inherit; width: 100%; box-sizing: border-box; min-height: 44px; padding: .5rem; border: 1px solid var(--line); border-radius: 8px; background: var(--card); color: var(--ink); }
.asked button { display: block; margin-top: 1.2rem; width: 100%; }
`;
