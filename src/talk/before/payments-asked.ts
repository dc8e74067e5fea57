import { dayOf, dayWords } from '../../domain/calendar.js';
import { movedTo } from '../../domain/funds/ledger.js';
import { publishedWords } from '../../domain/funds/spending.js';
import { monthOf } from '../../domain/funds/statement.js';
import { moneyStates } from '../../domain/lifecycle.js';
import { yuan } from '../../domain/money.js';
import { may } from '../../domain/permissions.js';
import { plain } from '../../domain/plain-text.js';
import { projectName } from '../../domain/project-words.js';
import { sum } from '../../domain/sum.js';
import { readMonth } from '../../language/values/time/month.js';
import { linesOf } from '../../publish/funds/funds-report.js';
import type { LedgerEntry } from '../../store/funds/ledger-entry.js';
import type { Project } from '../../store/proposal/project.js';
import { onlyWords } from '../asked/words.js';
import type { Reply } from '../reply.js';
import type { Parts, Turn } from '../turn.js';
import type { Wish } from '../wish.js';

/** Words of a question about payments that wait, or about the last one, and nothing else (white list). */
const kindsOf = onlyWords<'which' | 'waits' | 'last' | 'what'>([
  ['which', '哪几笔 哪些 几笔 哪笔 多少笔 哪几张 哪几个'],
  [
    'waits',
    '没付出去 没付 未付 没打 没批 未批 没核 未核 等人点头 等着点头 没点头 等批 等着批 等付 等着付 等核 等着核 等审批 待批 待付 待核 卡着 压着',
  ],
  ['last', '上一笔 最近一笔 最近那笔 最后一笔 最后那笔 上笔'],
  ['what', '付给谁 付谁 给谁 花在哪儿 花在哪 花哪儿 花哪 花到哪 付了多少 花了多少 付的啥 付的什么 买了啥 买的啥'],
  [
    'fill',
    '付出去 花出去 钱 款 账 支出 申请 在 我们 我 俺 现在 目前 眼下 手里 手头 能看 还有 有 还 的 都 是 付 花 出去 多少 了 呢 啊 呀 来着',
  ],
]);

/**
 * Which payments wait, what was paid last, what a month cost and what is left of a line of the budget (哪几笔在等人点头, 上一笔付给谁了, 这个月花出去多少,
 * 灯具这项还能花多少): as the notices tell it. Null for all else.
 */
export async function paymentsAsked(parts: Parts, turn: Turn, bare: string): Promise<Reply | Wish | null> {
  if (!/[哪几笔花付剩]/u.test(bare) || !may(turn.member, 'record.read')) return null;
  const kinds = kindsOf(bare);
  if (kinds?.has('which') && kinds.has('waits'))
    return { intent: 'spend.list', slots: {}, sure: true, confirmed: false };
  if (kinds?.has('last') && kinds.has('what')) return lastPaid(parts, turn);
  const month = monthAsked.exec(bare)?.groups?.['month'];
  if (month !== undefined) return spentIn(turn, month);
  const line = lineAsked.exec(bare)?.groups?.['line'];
  return line === undefined ? null : lineLeft(parts, turn, line);
}

async function paidIn({ unit }: Turn): Promise<{ readonly project: Project; readonly entry: LedgerEntry }[]> {
  const paid: { project: Project; entry: LedgerEntry }[] = [];
  for (const project of await unit.projects.inStates([...moneyStates]))
    for (const entry of await unit.ledger.entries(project.id, ['spend', 'release', 'reverse']))
      if (movedTo('spent', [entry]) !== 0) paid.push({ project, entry });
  return paid;
}

async function lastPaid({ spoken }: Parts, turn: Turn): Promise<Reply> {
  const paid = await paidIn(turn);
  const back = new Set(paid.map(({ entry }) => entry.reversesId));
  const last = paid
    .filter(({ entry }) => entry.kind !== 'reverse' && !back.has(entry.id))
    .toSorted((one, other) => one.entry.no - other.entry.no)
    .at(-1);
  if (!last) return { text: '正在办的项目里还没有付出去过钱。' };
  const { project, entry } = last;
  const request = await turn.unit.spending.byVoucher(entry.no);
  spoken.note(turn, { intent: 'funds.show', no: project.no, isDone: false });
  const what = request ? publishedWords(request) : entry.why;
  const sumFen = movedTo('spent', [entry]);
  return {
    text: `最近付出去的一笔：${projectName(project)}${yuan(sumFen)}，${plain(what, 80)}，${dayWords(entry.at, turn.now)}付，第${entry.no}号凭证。`,
  };
}

const monthAsked =
  /^(?<month>这个?月|本月|上个?月)(?:里|咱们|大家|网格|一共|总共|都)*(?:花|付|支)(?:出|出去|掉)?(?:了)?(?:多少|几多)(?:钱|块)?(?:了|啊|呀|呢)*$/u;

async function spentIn(turn: Turn, said: string): Promise<Reply | null> {
  const month = readMonth(said, dayOf(turn.now));
  const period = month === undefined ? null : monthOf(month);
  if (!period) return null;
  const by = new Map<Project, number>();
  for (const { project, entry } of await paidIn(turn))
    if (entry.at >= period.from && entry.at < period.until)
      by.set(project, (by.get(project) ?? 0) + movedTo('spent', [entry]));
  const each = [...by].map(([project, fen]) => `${projectName(project)}${yuan(fen)}`).join('；');
  return { text: `${said}正在办的项目一共付出去${yuan(sum([...by.values()]))}${each && `：${each}`}。` };
}

const lineAsked =
  /^(?<line>\p{Script=Han}{2,8}?)(?:费|钱)?(?:的?(?:这|那)(?:一)?(?:项|块|头))?(?:现在|目前)?(?:还(?:能|可以)(?:再)?[花付报用]|还[剩有])(?:多少|几多)(?:钱|块)?(?:(?:能|可以|没)?[花付用])?(?:了|啊|呀|呢)*$/u;

/** What is left of the one line of a budget that is called so. */
async function lineLeft({ spoken }: Parts, turn: Turn, name: string): Promise<Reply | null> {
  for (const project of await turn.unit.projects.inStates([...moneyStates])) {
    const line = (await linesOf(turn.unit, project)).find(one => one.name === name);
    if (!line) continue;
    const asked = (await turn.unit.spending.ofProject(project.id)).filter(
      one => one.line === name && ['asked', 'checked', 'approved', 'held'].includes(one.state),
    );
    const askedFen = sum(asked.map(({ amountFen }) => amountFen));
    const waits =
      asked.length > 0 ? `，已申请还没付${yuan(askedFen)}（申请${asked.map(({ no }) => no).join('、')}）` : '';
    spoken.note(turn, { intent: 'funds.show', no: project.no, isDone: false });
    return {
      text: `${projectName(project)}预算明细“${plain(name, 20)}”：预算${yuan(line.amountFen)}，已付${yuan(line.paidFen)}${waits}，还剩${yuan(line.amountFen - line.paidFen - askedFen)}。`,
    };
  }
  return null;
}
