import { Refusal } from '../refusal.js';

/** Whole answers that give no ground at all, however politely they are said. */
const nothing =
  /^(?:我|俺|这个?|现在|目前|暂时|眼下|还|都|也|真|就|具体)*(?:不(?:知道|清楚|晓得|详|明|好说|确定|太清楚|太知道)|没(?:有|啥|什么|依据|理由|原因|想好|查)*|无(?:依据|理由|原因)?|暂(?:无|缺)|待(?:定|查|补|核实)|再说|回头(?:再)?(?:补|说)|以后(?:再)?(?:补|说)|随便|同上|略|说不(?:准|清)|听说(?:的|来的)?|大概吧?|应该是?吧?|可能吧?|好像吧?|猜的|我说的|领导说的)(?:呢|啊|呀|吧|的|了|呗|依据|理由|原因)*$/u;

/** True where words give no evidence or reason: 不知道, 暂无, a lone sign, the same sign over and over. */
export function saysNothing(said: string): boolean {
  const bare = said.normalize('NFKC').replaceAll(/[^\p{L}\p{N}]/gu, '');
  return [...bare].length < 2 || new Set(bare).size === 1 || nothing.test(bare);
}

/** Evidence, or a reason that everybody reads, says something: what it says nothing is not kept. */
export function ensureSays(said: string, what: string): void {
  if (saysNothing(said)) throw new Refusal('evidence.none', { what });
}
