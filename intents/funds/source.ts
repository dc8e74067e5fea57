import { sources } from '../../src/domain/funds/ledger.js';
import { yuan } from '../../src/domain/money.js';
import { sourceNamed } from '../../src/domain/funds/source-names.js';
import { defineIntent, money, projectNo, words } from '../../src/talk/intent.js';
import { recordReceipt } from '../../src/operations/funds/record-receipt.js';

const said = ['公益资源', '维修资金', '业主分摊', '互助捐款', '居委会收入', '上个项目余款'].map(
  name => [name, name] as const,
);

export default defineIntent({
  pattern:
    /^(?<no>[\d０-９]{1,7})号(?:项目)?(?<source>公益资源(?=款|资金|捐款|到|入|收)|公益资金|公益捐款|爱心企业|住宅专项维修资金|维修资金|业主分摊|互助捐款|互助金|居委会收入|上个项目余款)(?:款|资金|捐款)?(?:到账|入账|收到)[:：\s]*(?<amount>[^，,：:；;\s]{1,20}?元|[\d.]{1,12}万?)[。！]?$/u,
  slots: {
    no: projectNo,
    source: { ...words('请问是什么款？例如“维修资金”。', 20), field: { kind: 'choice', choices: said } },
    amount: money,
  },
  permission: 'funds.receive',
  help: { title: '记公益资源、维修资金、业主分摊、互助捐款、居委会收入、上个项目余款', say: '12号维修资金到账50000元' },
  async handle({ unit, slots, now }) {
    const source = sourceNamed(slots.source) ?? 'community_income';
    const receipt = { no: slots.no, amountFen: slots.amount, payer: undefined, source, now };
    const { project, entry } = await recordReceipt(unit, receipt);
    return `已入账：${project.no}号收到${sources[source]}${yuan(slots.amount)}，第${entry.no}号凭证，会计对账后算实收。`;
  },
});
