import { momentWords } from '../../domain/calendar.js';
import { checkCode } from '../../domain/notice/check-code.js';
import type { Disclosure, DisclosureKind } from '../../store/notice/disclosure.js';
import type { Project } from '../../store/proposal/project.js';
import type { Unit } from '../../store/engine/unit.js';
import { pager, pagesOf } from '../board-pager.js';
import { Html, html } from '../html.js';
import { bareWords } from './notice-texts.js';

const perPage = 15;

const kinds: Readonly<Record<DisclosureKind, string>> = {
  plan: '方案公开',
  objection: '异议和答复',
  meeting: '议事会',
  poll: '表决通知',
  result: '表决结果',
  funds: '资金公开',
  statement: '月度收支',
  progress: '进度公开',
  acceptance: '验收公告',
  final: '决算公开',
};

/** Every notice with its number, time and words, newest first, with the check code that the group saw. Null past the last page. */
export async function noticesCard(unit: Unit, project: Project, page: number, now: Date): Promise<Html | null> {
  const notices = await unit.disclosures.ofProject(project.id);
  const pages = pagesOf(notices.length, perPage);
  if (page > pages) return null;

  const shown = notices.slice((page - 1) * perPage, page * perPage);
  return html`<section class="card" id="notices">
    <h2>公示记录</h2>
    ${notices.length === 0 ? html`<p class="note">还没有公示。</p>` : html`<p class="note">共${notices.length}份。校验码和群里那一份一样，说明两边内容相同。点开可以看全文。</p>`}
    ${shown.map(notice => entry(notice, unit.grid.code, now))}
    ${pager({ label: '公示', page, pages, href: to => `?page=${to}#notices` })}
  </section>`;
}

function entry({ no, kind, text, at, boardAt, boardPhoto, boardPlace }: Disclosure, code: string, now: Date): Html {
  const check = checkCode({ no, text });
  return html`<details>
    <summary>第${no}号 ${kinds[kind]} · ${momentWords(at, now)}</summary>
    <p class="words">${bareWords(text)}</p>
    <p class="note">
      ${boardAt ? html`公示栏${boardPlace && `（${boardPlace}）`}${momentWords(boardAt, now)}张贴，<a href="/board/${code}/photo/${boardPhoto}">看照片</a>。` : '群里已发，公示栏张贴的照片还没有收到。'}
      打印：<a href="/board/${code}/poster/${no}.pdf">A4海报</a>
      <a href="/board/${code}/poster/${no}-a3.pdf">A3海报</a>。 校验码 <code>${check}</code>
    </p>
  </details>`;
}
