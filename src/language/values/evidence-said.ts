import { Refusal } from '../../domain/refusal.js';

/** Whole answers that give no ground at all, however politely they are said. */
const nothing =
  /^(?:我|俺|这个?|现在|目前|暂时|眼下|还|都|也|真|就|具体)*(?:不(?:知道|清楚|晓得|详|明|好说|确定|太清楚|太知道)|没(?:有|啥|什么|依据|理由|原因|想好|查)*|无(?:依据|理由|原因)?|暂(?:无|缺)|待(?:定|查|补|核实)|再说|回头(?:再)?(?:补|说)|以后(?:再)?(?:补|说)|随便|同上|略|说不(?:准|清)|听说(?:的|来的)?|大概吧?|应该是?吧?|可能吧?|好像吧?|猜的|我说的|领导说的|(?:已经?|都|早就?)?有(?:依据|批文|文件|协议|合同|决定|证明|材料|手续|照片)?)(?:呢|啊|呀|吧|的|了|呗|依据|理由|原因)*$/u;

/** True where words give no evidence or reason: 不知道, 暂无, a lone sign, the same sign over and over. */
export function saysNothing(said: string): boolean {
  const bare = said.normalize('NFKC').replaceAll(/[^\p{L}\p{N}]/gu, '');
  return [...bare].length < 2 || new Set(bare).size === 1 || nothing.test(bare);
}

/** Evidence, or a reason that everybody reads, says something: what it says nothing is not kept. */
export function ensureSays(said: string, what: string): void {
  if (saysNothing(said)) throw new Refusal('evidence.none', { what });
}

/** A paper that can be looked for: with its number or day, by its title, or whose paper it is. */
const paper =
  /\d|(?<![〇零一二三四五六七八九十])[〇零一二三四五六七八九十]+(?:号|月|日|次|届)|《[^《》]+》|^(?!已|有|会|正|在|等|快|马上|将)\S{2,}(?:批文|批复|文件|协议|合同|决定|决议|复函|公函|函|决算|通知|纪要|证明|报告|承诺书?)/u;

/** Money of others counts for what it rests on: words that name no paper are no evidence (docs/domain.md 6.3). */
export function ensureEvidence(said: string, what: string): void {
  ensureSays(said, what);
  if (!paper.test(said.normalize('NFKC'))) throw new Refusal('evidence.none', { what });
}
