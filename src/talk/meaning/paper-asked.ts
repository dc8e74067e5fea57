import { dayWords, momentWords } from '../../domain/calendar.js';
import { may } from '../../domain/permissions.js';
import { plain } from '../../domain/plain-text.js';
import { yuan } from '../../domain/money.js';
import { withoutMarks } from '../../language/values/width.js';
import { nowWords } from '../asked/now-words.js';
import { onlyWords } from '../asked/words.js';
import { sumOf } from '../question/about.js';
import type { Reply } from '../reply.js';
import type { Turn } from '../turn.js';

const ofVoucher = /(?:第)?(?<n>\d{1,7})号?凭证|凭证(?:第)?(?<m>\d{1,7})号?/u;
const ofNotice = /第?(?<n>\d{1,7})号?公示/u;

/** Words of a question about a voucher or a notice, and nothing else (white list). */
const kindsOf = onlyWords<'asks'>([
  [
    'asks',
    '怎么回事 咋回事 怎么了 咋了 什么情况 啥情况 情况 怎么样 咋样 去哪了 冲了 冲销 作废 对账 对 核 写的 记的 贴了 贴上 贴出来 张贴 贴 挂 从哪天算起 从哪天算 从哪天 从啥时候 到哪天 到几号 哪天 什么时候 啥时候 几号 算起 算 起 满 期满 结束 谁 为什么 为啥 多少',
  ],
  [
    'fill',
    '后来 现在 到底 那张 那 这张 这 张 是 的 了 没有 没 吗 呢 啊 呀 嘛 么 还 有没有 有 到 期 日子 天 号 什么 啥 怎么 咋 上墙 墙 上 出去 钱 笔 请问 已经 就 也 在 被',
  ],
]);
const asks = /[?？]\s*$|[吗么嘛呢谁啥哪咋几]|什么|怎|为何|没有?$/u;

/** 凭证41后来咋回事, 第1号公示贴了没有: what became of it, for who may see it. Null for all else; nothing is done. */
export async function paperAsked(turn: Turn, text: string): Promise<Reply | null> {
  if ([...text].length > 30 || !/凭证|公示/u.test(text) || !asks.test(text)) return null;
  const bare = withoutMarks(text);
  for (const [pattern, tell] of [
    [ofVoucher, voucherAsked],
    [ofNotice, noticeAsked],
  ] as const) {
    const found = pattern.exec(bare);
    const { n, m = n } = found?.groups ?? {};
    if (found && m !== undefined && kindsOf(bare.replace(found[0], ''))?.has('asks') === true)
      return tell(turn, Number(m));
  }
  return null;
}

/** When a notice was told, whether it hangs on the board, and where its matter stands. */
async function noticeAsked({ unit, now }: Turn, no: number): Promise<Reply | null> {
  const notice = await unit.disclosures.byNo(no);
  const project = notice && (await unit.projects.byId(notice.projectId));
  if (!notice || !project) return null;
  const board = notice.boardAt
    ? `已在${plain(notice.boardPlace ?? '公示栏', 20)}张贴，${momentWords(notice.boardAt, now)}`
    : unit.grid.boardSince
      ? `还没有张贴，贴好后私聊发照片，再发送“第${no}号公示已张贴”`
      : '在公示栏网页上，没有记过张贴';
  const from = notice.boardAt && unit.grid.boardSince && notice.boardAt > notice.at ? notice.boardAt : notice.at;
  return {
    text: `第${no}号公示：${momentWords(notice.at, now)}发到群里；${board}。从${dayWords(from, now)}算起。${await nowWords({ unit, now }, project)}`,
  };
}

/** What a voucher stands for, and by which one it was taken back. */
async function voucherAsked({ unit, member, now, message }: Turn, no: number): Promise<Reply | null> {
  if (message.chat.kind !== 'single' || !(may(member, 'funds.reverse') || may(member, 'spend.check'))) return null;
  const entry = await unit.ledger.byNo(no);
  const project = entry && (await unit.projects.byId(entry.projectId));
  if (!entry || !project) return null;
  const fen = sumOf(entry);
  const what = `凭证${no}：${project.no}号，${yuan(fen)}，${momentWords(entry.at, now)}记`;
  const reversal = await unit.ledger.reversalOf(entry.id);
  const stands = reversal
    ? `${momentWords(reversal.at, now)}由凭证${reversal.no}冲销，原因：${plain(reversal.why, 100)}。两张都留着，相抵`
    : '没有冲销';
  return { text: `${what}；${stands}。` };
}
