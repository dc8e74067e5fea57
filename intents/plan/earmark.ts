import { sourceIds, sources } from '../../src/domain/funds/ledger.js';
import { sourceNamed, sourceNames } from '../../src/domain/funds/source-names.js';
import { defineIntent, projectNo, rows, words } from '../../src/talk/intent.js';
import { earmarkMoney } from '../../src/operations/plan/earmark-money.js';

/** Each kind of money by the one name that everybody reads. */
const names = sourceIds.map(id => [sources[id], sources[id]] as const);

export default defineIntent({
  pattern: new RegExp(
    String.raw`^(?<no>[\d０-９]{1,7})号(?:项目)?(?:的)?(?<source>${sourceNames})(?:只能用于|只用于|专用于|专款用于)[:：\s]*(?<lines>[^。！？]{1,200})[。！]?$`,
    'u',
  ),
  slots: {
    no: projectNo,
    source: {
      ...words('请问是哪一种款？例如“奖补资金”。', 20),
      field: { kind: 'choice', choices: names, said: value => sources[sourceOf(value)] },
    },
    lines: rows('请问只能用于哪几项？例如“材料、人工”。', 200),
  },
  permission: 'plan.publish',
  help: {
    title: '专款专用',
    when: '专款专用：书记说明一种款只能用在哪几项预算上',
    say: '12号奖补资金只用于材料、人工',
  },
  async handle({ unit, slots: { no, source: named, lines: said } }) {
    const source = sourceOf(named);
    const { lines } = await earmarkMoney(unit, { no, source, said });
    return `${no}号的${sources[source]}只能用于${lines.join('、')}，已记下；别的支出不会用到这笔钱。`;
  },
});

/** By its name, as people and the reader say it. */
function sourceOf(said: string): (typeof sourceIds)[number] {
  return sourceNamed(said) ?? sourceIds.find(id => id === said) ?? 'subsidy';
}
