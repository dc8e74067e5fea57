import { html } from '../html.js';
import { type DeskSeat, deskPage, formKey } from './desk-frame.js';

/** Where a roster or a list of payments is handed in; `fault` says why none was read. */
export function filePage(seat: DeskSeat, { key, fault }: { key: string; fault: string | null }): string {
  return deskPage(seat, {
    title: '发文件',
    body: html`<h1>发花名册或流水文件</h1>
      <form method="post" action="/desk/file" class="fill" enctype="multipart/form-data">
        ${formKey(seat.csrf)}<input type="hidden" name="key" value="${key}" />
        <p>
          <label for="file">Excel（xlsx、xls）或CSV文件，不超过5MB</label>
          ${fault !== null && html`<span id="fault" class="fault" role="alert">${fault}</span>`}
          <input type="file" id="file" name="file" accept=".xlsx,.xls,.csv,.txt,.htm,.html" required />
        </p>
        <p class="note">先给您看读成了什么、哪些没有读和为什么；您点头以前什么也不会改。</p>
        <button type="submit" class="main">看读成了什么</button>
      </form>`,
  });
}
