/** The words by which payments are told, as data. White lists: what stands in none of them counts as nothing, and is named. */
const directions = {
  in: words(
    '收入 收 收款 贷 贷方 贷记 贷记账 入账 转入 存入 入 进 进账 来账 汇入 已收 已收入 收方 收入贷 cr c credit in deposit +',
  ),
  out: words(
    '支出 支 支付 付款 付 借 借方 借记 借记账 出账 转出 支取 取出 出 往账 汇出 已付 已支出 付方 支出借 dr d debit out withdrawal -',
  ),
  neither: words('不计收支 中性交易 中性 不计 其他 资金转移 内部转账 自转 无'),
} as const;

/** Final states of money that has come in. */
export const finalStates = words(
  '交易成功 支付成功 已存入零钱 已存入零钱通 已收钱 已到账 成功 已入账 已收款 交易完成 已完成 完成 入账成功 收款成功 转账成功 到账成功 处理成功 交易已完成 已成功 对方已付款 已支付 正常 success succeeded completed paid',
);

/** States in which the money has gone back, or has never come. */
export const voidStates = words(
  '已全额退款 已退款 全额退款 退款成功 已退还 对方已退还 转账已退还 已退回 已冲正 已撤销 已撤回 已关闭 交易关闭 关闭 失败 交易失败 支付失败 已取消 取消 处理中 待付款 等待付款 等待确认 待确认 待入账 未支付 已过期 已作废 转账关闭 作废 退款 退回 退汇 冲正 撤销 未成功 不成功 未到账 未完成 异常 驳回 已驳回 refund refunded revoked closed failed pending canceled cancelled',
);

/** Words of a bank for money that goes back to where it came from. */
export const backWords = /冲正|冲销|退汇|退票|退回|退还|退款|退费|撤销|抹账|红字|反交易|调账|错账/u;

export const ownCurrency = words('人民币 人民币元 cny rmb 元 01 1 156 本币');

/** A summary that banks give to interest, fees and the like: no neighbour's payment. */
export const bankOwn = /^(?:结息|利息|利息税|存款利息|活期结息|批量结息|手续费|年费|账户管理费|短信费|工本费)/u;

/** An export that is known by the names of its columns. */
export interface Format {
  readonly name: string;
  /** Heads that all of them have, as they are written, without spaces and brackets. */
  readonly marks: readonly string[];
  /** Every row in a final state is money that came in: the export of a merchant has no column for it. */
  readonly allIncome?: true;
  /** Names that are trusted as the number of one payment, and of one only. */
  readonly without?: readonly string[];
}

/** The exports that are known by name, after what their makers and users have published about the columns. */
export const formats: readonly Format[] = [
  { name: '微信支付商户账单', marks: words('微信订单号 商户号 交易状态 应结订单金额'), allIncome: true },
  { name: '微信支付账单', marks: words('交易类型 交易对方 收/支 当前状态 交易单号') },
  { name: '支付宝账单', marks: words('交易对方 收/支 交易状态 交易订单号') },
  { name: '支付宝账单', marks: words('交易号 交易对方 收/支 资金状态') },
  { name: '工商银行流水', marks: words('记账日期 记账金额 对方户名') },
  { name: '工商银行流水', marks: words('交易日期 记账金额 记账币种') },
  { name: '工商银行企业流水', marks: words('凭证号 借/贷 贷方发生额 对方单位名称') },
  { name: '农业银行流水', marks: words('交易摘要 本次余额 对手信息 日志号') },
  { name: '建设银行企业流水', marks: words('贷方发生额 借方发生额 账户明细编号-交易流水号') },
  { name: '建设银行流水', marks: words('账户余额 对方账号与户名') },
  { name: '中国银行流水', marks: words('记账日期 交易名称 对方账户名') },
  { name: '中国银行企业流水', marks: words('付款人名称 收款人名称 交易后余额') },
  { name: '交通银行流水', marks: words('借贷状态 交易金额 对方户名') },
  { name: '招商银行企业流水', marks: words('交易日 借方金额 贷方金额 流水号 业务名称') },
  { name: '招商银行流水', marks: words('交易日期 收入 支出 交易类型 交易备注') },
  { name: '招商银行流水', marks: words('记账日期 货币 交易金额 联机余额 对手信息') },
  { name: '邮储银行流水', marks: words('交易日期 交易渠道 交易金额 账户余额 对方户名') },
  { name: '农信社流水', marks: words('借方发生额 贷方发生额 对方户名 交易机构') },
];

function words(text: string): readonly string[] {
  return text.split(' ');
}

type Direction = 'in' | 'out' | 'neither' | 'unknown';

/** What a word of a column for income and expense says: 收入, 贷 Cr, 借(支出). */
export function directionOf(word: string): Direction {
  const plain = word.toLowerCase().replaceAll(/\s/gu, '');
  if (/^[/-]$/u.test(plain)) return 'neither';
  const pieces = plain
    .split(/(?<=\p{Script=Han})(?=[a-z])|(?<=[a-z])(?=\p{Script=Han})|[()/[\]_-]+/u)
    .filter(piece => piece !== '');
  const found = new Set(
    pieces.map(
      piece =>
        (Object.keys(directions) as (keyof typeof directions)[]).find(key => directions[key].includes(piece)) ??
        'unknown',
    ),
  );
  const [only = 'unknown'] = found;
  return found.size === 1 ? only : 'unknown';
}

export function isOneOf(list: readonly string[], word: string): boolean {
  const plain = word.toLowerCase().replaceAll(/\s/gu, '');
  return list.includes(plain);
}
