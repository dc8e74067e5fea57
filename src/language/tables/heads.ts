/**
 * What people, banks and payment services call a column: data, from published samples of their exports. A name is written
 * without spaces; brackets may be left out. The first name is the one that a refusal asks for.
 */
export const heads = {
  roster: {
    building: names(
      '楼号 楼栋 楼 栋 栋号 幢 幢号 座 座号 楼座 楼宇 楼栋号 楼幢 楼幢号 栋座 楼栋名称 楼房号 号楼 几号楼 building buildingno block tower',
    ),
    unit: names('单元 单元号 单元名称 门洞 门栋 梯 梯号 单元/门 unit unitno entrance'),
    room: names(
      '房号 室 室号 房间 房间号 房屋号 户号 门牌 门牌号 房屋编号 房室号 房间编号 户室 房屋 房 号房 room roomno door flat',
    ),
    address: names(
      '地址 房屋地址 房产地址 住址 家庭住址 坐落 房屋坐落 房屋位置 楼栋单元房号 楼号单元房号 楼单元室 房产 物业地址 门牌地址 address',
    ),
    area: names(
      '面积 建筑面积 专有面积 专有部分面积 产权面积 房屋面积 房产面积 登记面积 建面 证载面积 不动产面积 产权证面积 area grossarea floorarea',
    ),
    owners: names(
      '业主 业主姓名 姓名 产权人 产权人姓名 房主 所有权人 权利人 业主名称 业主名 户主 户主姓名 登记业主 产权所有人 共有人 owners owner name ownername',
    ),
    userids: names(
      '企业微信账号 账号 企微账号 企业微信 企业微信id 微信账号 成员账号 企业微信userid userids userid account wecom',
    ),
    phone: names(
      '电话 手机 手机号 手机号码 联系电话 联系方式 电话号码 业主电话 移动电话 phone mobile tel telephone phonenumber',
    ),
    tenants: names('租户 租客 承租人 使用人 实际使用人 租户姓名 承租人姓名 现住人 居住人 tenant tenants'),
    share: names('份额 产权份额 共有份额 占比 产权比例 比例 share'),
  },
  payments: {
    day: names(
      '交易日期 交易时间 记账日期 入账时间 入账日期 记账时间 日期 时间 付款时间 付款日期 收款时间 收款日期 支付时间 交易创建时间 发生日期 业务日期 到账时间 到账日期 缴费时间 缴费日期 交易日 记账日 交易时间日期 交易日期时间 transactiondate transactiontime date postingdate valuedate',
    ),
    time: names('交易时间 时间 交易时刻 记账时间 time transactiontime'),
    income: names(
      '收入金额 记账金额(收入) 贷方发生额(收入) 贷方发生额 贷方金额 贷方 贷 收入 转入金额 转入 存入金额 存入 收款金额 入账金额 到账金额 实收金额 实收 收方金额 缴费金额 缴款金额 交款金额 收到金额 贷方发生额(元) 收入(贷) 收入金额(贷) 贷(收入) 收(贷) 贷方交易金额 贷方发生金额 收入(+) 收入金额(+元) 收入(+元) 交易金额(收入) 存入金额(贷) credit creditamount deposit income',
    ),
    spent: names(
      '支出金额 记账金额(支出) 借方发生额(支取) 借方发生额 借方金额 借方 借 支出 转出金额 转出 支取金额 支取 付款金额 付方金额 支出(借) 支出金额(借) 借(支出) 借方交易金额 借方发生金额 支出(-) 支出金额(-元) 支出(-元) 交易金额(支出) debit debitamount withdrawal',
    ),
    amount: names(
      '金额 交易金额 发生额 交易额 发生金额 应结订单金额 订单金额 总金额 交易金额(元) 人民币金额 amount transactionamount',
    ),
    direction: names(
      '收/支 收支 收支类型 收付 收/付 收付标志 收付类型 借贷标志 借/贷 借贷 借贷方向 借贷标记 借贷状态 收支方向 收支标志 资金流向 资金方向 资金状态 进出 进/出 往来 往来标志 交易方向 方向 来往标志 收入/支出 收入支出 dc d/c dr/cr cr/dr direction',
    ),
    payer: names(
      '交易对方 对方户名 对方名称 对方账户名 对方账户名称 对方单位名称 对方单位 对手信息 对手户名 对手名称 付款人 付款方 付款人名称 付款人姓名 付款方名称 付款人户名 付款方户名 付款户名 对方姓名 对方 交易对手 交易对手名称 对方账号与户名 缴费人 缴款人 交款人 收(付)方名称 收/付款人 收付款人 汇款人 来账户名 payer counterparty',
    ),
    // Whose the row is: the payer of a list that people keep, or the account that a bank's list is of.
    name: names('户名 姓名 账户名 账户名称 客户名称 客户姓名 name accountname'),
    account: names(
      '对方账号 对方账户 对方卡号 对方账号/卡号 对方卡号/账号 付款账号 付款人账号 付款方账号 对手账号 对方账户号 收(付)方账号 对方银行账号 交易对手账号 汇款账号 counterpartyaccount',
    ),
    memo: names(
      '附言 摘要 备注 用途 商品 商品说明 商品名称 交易附言 交易备注 交易摘要 留言 摘要说明 转账附言 转账备注 付款备注 收款备注 汇款附言 个性化信息 交易说明 说明 业务摘要 备注信息 客户附言 注释 补充说明 用途/附言 摘要/附言 交易地点/附言 附加信息 交易信息 房号 缴费房号 memo remark remarks note description summary',
    ),
    serial: names(
      '交易单号 流水号 交易流水号 交易流水 账户明细编号-交易流水号 交易订单号 微信订单号 微信支付订单号 支付宝交易号 交易号 日志号 银行流水号 核心流水号 业务流水号 账务流水号 交易编号 业务编号 银行交易流水号 明细流水号 流水编号 交易序号 参考号 serial transactionid reference referenceno',
    ),
    status: names('当前状态 状态 交易状态 支付状态 订单状态 业务状态 处理状态 交易结果 status'),
    kind: names('交易类型 交易分类 业务类型 类型 交易名称 交易方式 type'),
    currency: names('币种 货币种类 交易币种 记账币种 货币 币别 currency'),
    refund: names('申请退款金额 退款金额 已退款金额 已退金额 成功退款 退款'),
    original: names('原交易流水号 原流水号 原交易单号 原订单号 冲正流水号'),
    balance: names('余额 账户余额 本次余额 交易余额 当前余额 可用余额 联机余额 balance'),
    // What says nothing of who paid, nor of whether it counts.
    aside: names(
      '序号 编号 行号 对方开户行 对方行名 对方行号 对方银行 对方开户网点 开户行 开户银行 付款行 付款银行 付款人开户行 收款行 网点 网点名称 交易网点 交易机构 机构 柜员 柜员号 渠道 交易渠道 交易地点 支付方式 收付款方式 付款方式 缴费方式 凭证 凭证号 凭证种类 凭证号码 账号 账户 账户号 本方账号 本方账户 卡号 商户单号 商户订单号 商家订单号 收款人 收款方 经办 经办人 操作员 钞汇 钞汇标志',
    ),
  },
  county: {
    code: names('网格代码 网格编码 网格编号 代码 编码 网格号 code grid gridcode'),
    name: names('网格名称 名称 网格 网格名 name gridname'),
    community: names('社区 社区名称 所属社区 居委会 村居 社区(村) community'),
    subdistrict: names('街道 镇 街道/镇 镇街 乡镇 镇(街道) 街道(镇) 镇办 乡镇街道 所属镇街 subdistrict town'),
    webhook: names('群机器人 webhook webhookkey 消息推送 群机器人地址'),
    chat: names('群 群id 群聊id chat chatid'),
    userid: names('企业微信账号 账号 企微账号 企业微信 userid account'),
    role: names('角色 职务 岗位 身份 role'),
    building: names('楼号 楼栋 负责楼号 负责楼栋 楼 building'),
  },
} as const;

export type RosterField = keyof (typeof heads)['roster'];
export type PaymentField = keyof (typeof heads)['payments'];
export type CountyField = keyof (typeof heads)['county'];

/** Every name that any table knows, for telling encodings and separators apart. */
export function allHeads(): string[] {
  return [
    ...new Set(
      Object.values(heads).flatMap(fields => Object.values(fields as Record<string, readonly string[]>).flat()),
    ),
    ...traditional,
  ];
}

/** Signs of traditional heads and what they are in simplified ones. */
const signs = new Map(
  [...'樓號單積業電話戶賬帳棟間聯繫機餘額時備註對稱產權門貸發記類狀態幣種訂說網區編碼職務轉實項萬據際東車鋪舖'].map(
    (sign, index) => [
      sign,
      [...'楼号单积业电话户账账栋间联系机余额时备注对称产权门贷发记类状态币种订说网区编码职务转实项万据际东车铺铺'][
        index
      ] ?? sign,
    ],
  ),
);

const traditional = names('樓號 單元 房號 面積 業主 電話 姓名 交易日期 收入金額 支出金額 對方戶名 摘要 備註 餘額');

/** Traditional signs of heads and labels as simplified ones. */
export function simplified(text: string): string {
  return [...text].map(sign => signs.get(sign) ?? sign).join('');
}

function names(text: string): readonly string[] {
  return text.split(' ');
}
