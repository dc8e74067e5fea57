import { voicesIn } from '../../domain/ballot/count-ballots.js';
import type { Unit } from '../../store/engine/unit.js';
import { decision } from '../poll/board-decisions.js';
import { framed } from '../board-frame.js';
import { pager, pagesOf } from '../board-pager.js';
import { hasCountSheet, receiptsOf } from '../poll/export-poll.js';
import { html, tableHead } from '../html.js';
import { journalHead } from '../journal-head.js';
import { type Look, usualLook } from '../look.js';
import { sayChoice } from '../poll/poll-card.js';

const perPage = 200;

/**
 * The count sheet of a closed poll for everybody's eyes: each voice under the code that its voter alone knows, in the order
 * of the codes, which are made by chance. Unlike the exported sheet it tells neither area nor channel: beside the public
 * roster an owner's area would name the owner, and where few voted on paper so would the paper. Null where there is none.
 */
export async function countBoard(
  unit: Unit,
  { no, page, now, look = usualLook }: { no: number; page: number; now: Date; look?: Look },
): Promise<string | null> {
  const poll = (await unit.polls.decisionByNo(no)) ?? (await unit.polls.byNo(no));
  if (!poll || !hasCountSheet(poll)) return null;
  const facts = await unit.polls.facts(poll);
  const receipts = receiptsOf(poll, facts.ballots);
  const voices = [...voicesIn(poll, facts)]
    .map(([key, { choice }]) => ({ code: receipts.get(key) ?? '没有回执码', choice }))
    .toSorted((one, other) => (`${one.code} ${one.choice}` < `${other.code} ${other.choice}` ? -1 : 1));
  const pages = pagesOf(voices.length, perPage);
  if (page > pages) return null;

  const { grid } = unit;
  const start = (page - 1) * perPage;
  const rows = voices.slice(start, start + perPage).map(
    ({ code, choice }, index) =>
      html`<tr>
        <td>${start + index + 1}.</td>
        <td><code>${code}</code></td>
        <td>${choice === 'conflict' ? '共有人意见不一，不计' : sayChoice(choice)}</td>
      </tr>`,
  );
  return framed({
    look,
    title: `${no}号计票清单 · ${grid.name}公示栏`,
    body: html`<p class="eyebrow"><a href="/board/${grid.code}/${no}">${no}号</a> · 计票清单</p>
      <h1>计票清单</h1>
      <section class="card">
        <h2>结果</h2>
        ${await decision(unit, poll, now)}
      </section>
      <p>
        共${voices.length}票。回执码只有投票人自己知道，投票时由小助手告诉本人；忘了的私聊小助手发送“我的票”。找到自己的码，核对选择对不对；谁都可以自己数一遍。
      </p>
      <p class="note">不写姓名、房号、面积、时间和投票方式，免得看出是谁投的。</p>
      <table>
        ${tableHead(['序号', '回执码', '选择'])}
        <tbody>
          ${rows}
        </tbody>
      </table>
      ${pager({ label: '计票清单', page, pages, href: to => `?page=${to}` })}`,
    foot: await journalHead(unit, now),
  });
}
