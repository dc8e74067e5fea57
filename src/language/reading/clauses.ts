import type { SlotSpan } from './spans.js';

/** Slots that are a clause or several: they begin and end where clauses do, and never in the midst of a word. */
const wholes = new Set(['text', 'reason', 'plan', 'terms', 'promise', 'question', 'evidence', 'project.referred how']);
/** Told beside a place or a name, these end elsewhere. */
const others = new Set(['meeting.list text', 'project.payer evidence', 'report.refer reason']);
const pause = /[\s，。！？、；：,.!?;:_\n]/u;
const stop = /[，。！？；：,.!?;:\n\s№₥⌂@]/u;
/** What stands before the words of a slot in their clause and is the deed's. */
const leads =
  /(?:因为|由于|原因|理由|考虑到|鉴于|说明|解释|写明|注明|回复|答复|答|回|发现|看到|巡查|检查|进度|进展|公告|纪要|条件|规矩|安排|排|承诺|依据|凭据|根据|是|为|给|报|说|写|录|登|记|按|改|就|投|选|今天|今早|上午|下午|目前|现在|俺|我|额)$/u;
/** Clauses that are the deed's own or courtesy: they belong to no words of a slot. */
const closing =
  /谢|请|麻烦|登记|纪要|异议|成立|有理|冲|退|撤|停|缓|调度|恢复|确认|申诉|申请|回避|终止|结束|答复|回复|调|提|整体|完成|成[了五半]?$|过半|一半|进度|协议|投|同意|反对|弃权|赞成|选|支持|写进|照此|记|放|申|转办|告诉|通报|打回|没办好|重[办弄报]|不好意思|辛苦|劳驾|先别|奖|给我|[№₥%％⌂]|到今天|止$|会$/u;
const longestPiece = 14;

/** 雷雨红色 of 雷雨红色预警，安全第一: a stretch that ends within its clause goes on to the end of it. */
export function wholeClauses(intent: string, span: SlotSpan, plain: string): SlotSpan {
  const { slot } = span;
  if (!(wholes.has(slot) || wholes.has(`${intent} ${slot}`)) || others.has(`${intent} ${slot}`)) return span;
  const end = ended(plain, span.end);
  return {
    slot,
    start: isBroken(plain, span.start)
      ? clauseStart(plain, span.start)
      : slot === 'reason'
        ? begun(plain, span.start, leads)
        : slot === 'how'
          ? begun(plain, span.start)
          : span.start,
    end: runsOn(intent, slot) ? followed(plain, end, slot === 'how') : end,
  };
}

function ended(plain: string, end: number): number {
  if (pause.test(plain[end - 1] ?? '')) return end;
  const rest = plain.slice(end).search(stop);
  const at = rest < 0 ? plain.length : end + rest;
  return at - end <= longestPiece && !closing.test(plain.slice(end, at)) ? at : end;
}

/** True where words would begin in the midst of a phrase: 的照片传好了, 二批那张 behind 第, 上电线乱拖 behind 工地. */
function isBroken(plain: string, start: number): boolean {
  const [before, words] = [plain.slice(0, start), plain.slice(start)];
  if (before === '' || pause.test(before.at(-1) ?? '')) return false;
  return /^[的了们得着]/u.test(words) || before.endsWith('第') || (before.endsWith('工地') && words.startsWith('上'));
}

function clauseStart(plain: string, start: number): number {
  if (plain[start - 1] === '第') return start - 1;
  let from = start;
  while (from > 0 && !stop.test(plain[from - 1] ?? '')) from -= 1;
  return start - from <= longestPiece ? from : start;
}

function begun(plain: string, start: number, before?: RegExp): number {
  let from = start;
  while (from > 0 && !stop.test(plain[from - 1] ?? '')) from -= 1;
  const lead = plain.slice(from, start);
  return lead.length > 0 && lead.length <= longestPiece && before?.test(lead) !== true && !closing.test(lead)
    ? from
    : start;
}

function runsOn(intent: string, slot: string): boolean {
  return slot === 'text'
    ? intent !== 'plan.publish' && intent !== 'report.open'
    : slot === 'plan' || slot === 'how' || (slot === 'reason' && intent !== 'poll.vote');
}

/** 水泥标号是325，图纸要425: the clauses behind it, as long as none is the deed's own. */
function followed(plain: string, end: number, mayCount = false): number {
  let last = end;
  for (;;) {
    const rest = /^[，,、；;：:]\s*(?<clause>[^，,。！!？?；;、：:\n]{2,})/u.exec(plain.slice(last));
    const clause = rest?.groups?.['clause'];
    // 主管换成三百的了 says a size where nothing is paid.
    if (!rest || clause === undefined || closing.test(mayCount ? clause.replaceAll('₥', '') : clause)) return last;
    last += rest[0].length;
  }
}

const thing = /(?:^(?:楼道|电梯|消防通道|外墙|顶层)|[器桩线灯管盖杆材])$/u;
/** The beginning of a thing and no part of where it is: 3号楼2单元 楼道灯. */
const beginsThing = /(?<=.)楼道$/u;
const lamp = /^(?:灯|感应|声控|照明)/u;

const longestThing = 8;

/** 充电桩全显示故障: a thing that is broken is told with what ails it, and is no place. */
export function reported(spans: readonly SlotSpan[], plain: string): readonly SlotSpan[] {
  const place = spans.find(({ slot }) => slot === 'place');
  const text = spans.find(({ slot }) => slot === 'text');
  // 五号楼后头那排车棚顶子漏雨: what stands between where it is and what ails it is the thing.
  const between = place && text && place.end < text.start ? plain.slice(place.end, text.start) : '';
  if (place && text && between.length <= longestThing && /^\p{Script=Han}+$/u.test(between)) {
    const whole = { ...text, start: place.end };
    return reported(
      spans.map(span => (span === text ? whole : span)),
      plain,
    );
  }
  if (!place || !text || place.end !== text.start) return spans;
  const words = plain.slice(place.start, place.end);
  if (thing.test(words))
    return spans.filter(span => span !== place).map(span => (span === text ? { ...text, start: place.start } : span));
  if (!beginsThing.test(words) || !lamp.test(plain.slice(text.start))) return spans;
  const at = place.end - 2;
  return spans.map(span => (span === place ? { ...place, end: at } : span === text ? { ...text, start: at } : span));
}

const often = /每(?:天|晚|周|月|季度?|年|个?(?:星期|礼拜|周)[一二三四五六日天末]?)(?:都|就)?$/u;

/** 每月放一次露天电影: how often is a part of the matter. */
export function withHowOften(title: SlotSpan, { plain }: { readonly plain: string }): SlotSpan {
  const start = often.exec(plain.slice(0, title.start))?.index;
  return start === undefined ? title : { ...title, start };
}
