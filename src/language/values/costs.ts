import type { Scene } from '../reading/scene.js';

const costCue =
  /预算|造价|费用|总价|总投资|投资|花费|得花|要花|需要?花|需要?|大概|大约|估计|预计|约|左右|得|合计|总计|总共|共|报价|成本|花|估|概算|资金|上下|经费|差不多|块钱能|元$/u;

/** What it is to cost. A hedged figure (大约一万二) is recorded as it was said. */
export function costIn({ amounts, text }: Scene): number | undefined {
  const costs = amounts.filter(({ fen, start, end, kind }) => {
    if (!(fen > 0) || (kind !== 'exact' && kind !== 'vague')) return false;
    const near = text.slice(Math.max(0, start - 8), start) + text.slice(end, end + 5);
    return costCue.test(near) || /[元块万]/u.test(text.slice(start, end));
  });
  return (
    costs.find(({ start }) =>
      /(?:预算|造价|费用|总价|总投资|总|合计|共)[^，。,]{0,6}$/u.test(text.slice(Math.max(0, start - 8), start)),
    ) ?? costs[0]
  )?.fen;
}

/** The words of a cost, to be left out of a title or a plan. */
export const costClause =
  /(?:预算|造价|费用|总价|总造价|总投资|投资|花费|得花|要花|需要?|大概|大约|估计|预计|约|合计|总计|总共|共计|报价|成本|概算|资金|经费|工程款|一共|预估|控制在|共|是|为|左右|元|的|[:：\s]|得|花|在|上下|差不多|价格|总|概|金额|整|多|吧|要|钱|能下来|就够|够)*[₥¿](?:左右|上下|元|整|的|吧|以内|之内|多|出头|块钱|钱|就够了?|就行|能下来|差不多|的样子|够了?|搞定|能拿下)*/gu;
