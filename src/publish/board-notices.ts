import { momentWords } from '../domain/calendar.js';
import { digestOf } from '../domain/journal.js';
import type { Disclosure, DisclosureKind } from '../store/entities/disclosure.js';
import type { Project } from '../store/entities/project.js';
import type { Unit } from '../store/unit.js';
import { pager, pagesOf } from './board-pager.js';
import { Html, html } from './html.js';

const perPage = 15;

const kinds: Readonly<Record<DisclosureKind, string>> = {
  plan: '方案公开',
  objection: '异议和答复',
  meeting: '议事会',
  poll: '表决通知',
  result: '表决结果',
  funds: '资金公开',
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
    ${shown.map(notice => entry(notice, now))}
    ${pager({ label: '公示', page, pages, href: to => `?page=${to}#notices` })}
  </section>`;
}

function entry({ no, kind, text, at }: Disclosure, now: Date): Html {
  const code = digestOf({ no, text }).slice(0, 8);
  return html`<details>
    <summary>第${no}号 ${kinds[kind]} · ${momentWords(at, now)}</summary>
    <p class="words">${bare(text)}</p>
    <p class="note">校验码 <code>${code}</code></p>
  </details>`;
}

/** The words of a notice without the signs of its markdown. */
function bare(markdown: string): string {
  return markdown
    .replaceAll(/^#{1,6}\s+|^>\s?|\*\*|`/gm, '')
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/^\|?[\s:|-]+\|[\s:|-]*$\n?/gm, '')
    .replaceAll(/^\|\s*|\s*\|$/gm, '')
    .replaceAll(/\s*\|\s*/g, '　');
}
