import { wholeDayTold, momentWords } from '../../domain/calendar.js';
import { typed, yuan } from '../../domain/money.js';
import { plain } from '../../domain/plain-text.js';
import { type Sayings } from './sayings.js';

/** What is refused about money that came and went, in words. */
export const ledgerSayings = {
  'receipt.tooEarly': ({ no, pledgedFen, targetFen }) =>
    `${no}号还在认筹：认捐${yuan(pledgedFen)}，要到${yuan(targetFen)}才开始收款。认筹没成就不收一分钱，请先把钱退回或代为保管，认筹够了再登记。`,
  'money.payerSeveral': ({ payer }) =>
    `花名册里不止一户合得上“${plain(payer, 20)}”。请写楼号、单元、房号，例如：收到3号楼2单元301 200元。`,
  'money.payerUnknown': ({ payer }) =>
    `花名册里找不到“${plain(payer, 30)}”。请写楼号、单元、房号或业主姓名，例如：收到3号楼2单元301 200元。`,
  'receipt.nothingPending': ({ no }) => `${no}号没有等待对账的收款。出纳记了收款再对账，发送“${no}号收支”看明细。`,
  'receipt.differs': ({ no, saidFen, pendingFen }) =>
    `对不上：您说${yuan(saidFen)}，${no}号等待对账的是${yuan(pendingFen)}。请发送“${no}号对账”看清单，和银行流水核对；记错的凭证请发送“冲销凭证57：原因”。`,
  'receipt.samePerson': () => '记收款的人不能自己对账，请另一位会计来对。',
  'entry.unknown': ({ voucher }) => `没有第${voucher}号凭证。请核对凭证号再发一次。`,
  'entry.reversed': ({ voucher }) => `第${voucher}号凭证已经冲销过了，或者本身就是冲销凭证。`,
  'entry.settled': ({ voucher, no, kind }) =>
    `${no}号的决算已经公示，第${voucher}号凭证不能再冲销。有错请社区会计在公示期内写更正说明，${
      kind === 'receipt' ? '写明是哪一笔收款、错在哪里、应是多少' : '多付的由收款方退回后作退款登记'
    }。`,
  'entry.notReversible': ({ voucher }) =>
    `第${voucher}号凭证不能直接冲销：只能冲销收款和支出，并且冲销后账上不能出现负数。请找社区会计一起核对。`,
  'spend.unknown': ({ request }) => `没有第${request}号支出申请。发送“支出申请”看有哪些。`,
  'spend.hasVoucher': ({ request }) => `第${request}号申请已经有凭据了。要换请找社区会计。`,
  'spend.noRequest': ({ no, amountFen }) =>
    `${no}号没有批准了的${yuan(amountFen)}支出申请。请经手人先发送“${no}号申请支出${typed(amountFen)}：买什么、付给谁”，会计核对、书记批准、满24小时没有监督人暂缓，再由出纳付款。`,
  'spend.notYours': ({ request }) => `第${request}号申请不是您提交的，请经手人、会计或书记退回。`,
  'spend.ownInterest': ({ payee }) =>
    `这笔钱付给“${plain(payee, 20)}”，是您自己、您家里人，或者您有职务的单位，申请、核对、批准、付款都要由别人来办。请换一位没有关系的人。`,
  'spend.separate': () =>
    '一笔支出的经手、核对、批准、付款要由不同的人办，您已经办过这一笔的另一步了，请换一位有同样职务的人来办，例如副书记、社区书记。',
  'spend.supervisor': () => '监管小组成员只监督，不经手、不批准、不付款。您可以发送“暂缓申请3：原因”或“申请3无异议”。',
  'spend.approvedBefore': () => '您已经批准过这一笔了，还要另一位书记批准。',
  'spend.wrongStep': ({ request, state }) =>
    `第${request}号申请现在是“${state}”，这一步还办不了。发送“支出申请”看下一步。`,
  'spend.wrongApprover': ({ request, roles, amountFen, togetherFen }) => {
    const why =
      togetherFen > amountFen ? `是${yuan(amountFen)}，加上30天里给同一收款方的一共${yuan(togetherFen)}，` : `的金额`;
    return `第${request}号申请${why}要由${roles.join('、')}批准，请他们办理。`;
  },
  'spend.waits': ({ request, until }) =>
    `第${request}号申请要留24小时给监管小组看，${momentWords(until)}以后才能付款。`,
  'spend.notCleared': ({ request }) => `第${request}号申请超过限额，要监管小组有人发送“申请${request}无异议”才能付款。`,
  'spend.over': ({ request }) => `第${request}号申请已经付过或退回了，不能再付。发送“支出申请”看还没付的。`,
  'spend.differs': ({ request, approved }) =>
    `和批准的不一样，没有记。第${request}号申请批准的是：${plain(approved, 100)}。照批准的付，请发送“付申请${request}”；要改，请先退回申请再重新申请。`,
  'spend.whichRequest': ({ requests }) =>
    `有${requests.length}笔对得上的申请，请写明付哪一笔，例如“付申请${requests[0] ?? ''}”（${requests.map(no => `申请${no}`).join('、')}）。`,
  'spend.moreApproval': ({ request, togetherFen }) =>
    `同一个收款方在这个项目30天内合起来是${yuan(togetherFen)}，第${request}号申请的批准不够。请社区书记（超过一万元要两位书记）再发送“批准申请${request}”。`,
  'spend.finding': ({ no, request, finding }) =>
    `${no}号整改${finding}还没有复查通过，先不能付款。改好后发送“整改${finding}完成”，监管小组发送“复查${finding}通过”；确要先付，由社区书记发送“申请${request}照付：原因”，群里公开。`,
  'spend.stopped': ({ no, request, reason }) =>
    `${no}号停工中（${plain(reason, 60)}），先不能付款。复工后再付；确要先付，由社区书记发送“申请${request}照付：原因”，群里公开。`,
  'spend.noVoucher': ({ request }) =>
    `第${request}号申请还没有发票或收据的照片，不能付款。请经手人在私聊里发照片，再发“补凭据${request}”；确要先付，由社区书记发送“申请${request}照付：原因”，群里公开。`,
  'spend.noTeam': ({ no, count }) =>
    `${no}号还没有监管小组（现在${count}人，要3人以上、单数），不能付款。请书记发送“${no}号监管小组：”加上各位居民的姓名。`,
  'spend.nothingStops': ({ request }) =>
    `第${request}号申请没有被拦住，不用照付，按步骤办就行。发送“支出申请”看到哪一步了。`,
  'spend.ahead': ({ no, accepted, percent, leftFen, hasSchedule }) =>
    hasSchedule
      ? `${no}号监管小组验收过的节点占${accepted}%，连同预付最多付到合同（报价或预算）的${percent}%，现在还能付${yuan(leftFen)}。节点完成、监管小组发送“${no}号节点验收：……”以后再付。`
      : `${no}号没有定工期，竣工验收前最多付到合同（报价或预算）的${percent}%，现在还能付${yuan(leftFen)}。请书记先发送“${no}号工期：……”分节点付，或验收合格后再付。`,
  'spend.held': ({ request, reason }) =>
    `第${request}号申请被监管小组暂缓：${plain(reason, 100)}。说清楚以后请他发送“放行申请${request}”。`,
  'money.short': ({ no, balanceFen }) =>
    `${no}号项目账上只有${yuan(balanceFen)}，不够这笔支出。请核对金额，或等款项到账后再记。`,
  'money.earmarked': ({ no, line, allowedFen }) =>
    `${no}号有专款专用的钱，能用在${line === null ? '这一笔' : `“${plain(line, 20)}”`}上的只有${yuan(allowedFen)}。请核对列支的项目，或等别的款项到账。`,
  'money.whoseMoney': () => '请说明这笔钱是谁交的或是什么款，例如：收到3号楼2单元301 200元；或：奖补资金到账两万元。',
  'statement.unknown': ({ statement }) =>
    `没有流水${statement}。请在私聊里把银行或微信导出的流水文件（Excel或CSV）发给我。`,
  'statement.private': () => '流水上有付款人的姓名，只在私聊里看：点我的头像，把这句话发给我。',
  'statement.tooLong': ({ most }) => `一份流水最多登记${most}笔收入，请按月分成几份再发。`,
  'statement.row': ({ statement, row }) =>
    `流水${statement}的第${row}行没有对上的住户，或已经入过账，不能这样加。问清后请用“12号收到3号楼2单元301 200元”登记。`,
  'statement.nothing': ({ no, statement }) =>
    `流水${statement}没有可以直接入账的。在私聊里发送“${no}号流水${statement}”看每一笔。`,
  'statement.month': ({ no }) => `请说一个已经开始了的月份，例如“${no}号3月收支明细”或“${no}号上月收支明细”。`,
  'retention.most': ({ percent, mostFen }) =>
    `质保金要大于0、不超过这笔款的${percent}%（${yuan(mostFen)}）。例如“留质保金3%”。`,
  'retention.day': ({ day }) =>
    `“${wholeDayTold(day)}”不是以后的一天，请写质保到期的那天，例如“留质保金3%，到2027年6月30日”。`,
  'retention.none': ({ request }) => `第${request}号申请没有留着的质保金。`,
  'retention.early': ({ request, on }) => `第${request}号申请的质保期到${wholeDayTold(on)}，过了这天才能付质保金。`,
  'advance.most': ({ percent, mostFen }) =>
    `预付款合计不能超过合同（报价或这项预算）的${percent}%，现在还能预付${yuan(mostFen)}。`,
  'slip.rule': ({ mostFen }) =>
    `没有发票的支出（白条）最多${yuan(mostFen)}，还要写两位证明人，例如“证明人张三、李四”。`,
  'cancel.approved': ({ no, request }) => `${no}号的支出申请${request}已经批准，还没有付。请出纳先付清，再终止项目。`,
  'refund.notCleared': ({ no }) => `${no}号终止前花过钱，要先由监管小组看过账，发送“${no}号终止账目无异议”，再退余款。`,
  'refund.pending': ({ no, pendingFen }) =>
    `${no}号还有${yuan(pendingFen)}没有对账，请会计先对账（“${no}号对账无误，共…元”），再退款。`,
  'refund.othersExact': ({ no, othersFen }) =>
    othersFen === 0
      ? `${no}号没有要退回原渠道的钱，不用办。发送“${no}号收支”看账。`
      : `${no}号要退回原渠道的是${yuan(othersFen)}，请按这个数一次退清后再记。`,
  'refund.none': ({ no }) => `${no}号没有退给这一户的钱，请核对项目和房号。`,
  'refund.nothingWaits': ({ no }) => `${no}号没有替这一户存着的退款。`,
  'surplus.passes': ({ no, to }) => `${no}号的方案写明余款转给${to}，不退现金。办好后请发送“${no}号余款转出…元”。`,
  'surplus.refunded': ({ no }) => `${no}号的余款按实交比例退给各户，请发送“${no}号支出余款退款…元”。`,
  'refund.exact': ({ no, surplusFen }) =>
    surplusFen === 0
      ? `${no}号项目没有居民余款要退。发送“${no}号收支”看明细。`
      : `${no}号项目应退居民余款${yuan(surplusFen)}，要一次退清。请发送：${no}号支出余款退款${typed(surplusFen)}。`,
  'budget.sum': ({ no, sumFen, budgetFen }) =>
    `${no}号预算明细合计${yuan(sumFen)}，和方案的预算${yuan(budgetFen)}不一样，没有发布。请改明细（“${no}号预算明细：……”）或改预算。`,
  'budget.whichLine': ({ lines }) => `请写明列支哪一项（${lines.map(line => plain(line, 20)).join('、')}）。`,
  'budget.overLine': ({ line, leftFen }) =>
    `“${plain(line, 20)}”这一项的预算只剩${yuan(Math.max(0, leftFen))}，不能超。请减少金额、换一项列支，或重新公示方案。`,
  'earmark.lines': ({ no, lines }) =>
    lines.length === 0
      ? `${no}号还没有预算明细。请先发送，例如“${no}号预算明细：材料1200元，人工800元”。`
      : `${no}号的预算明细是${lines.map(line => plain(line, 20)).join('、')}，请照这些名称写。`,
  'earmark.late': ({ no }) => `${no}号的这种款已经用过了，不能再限定用途。`,
  'carried.tooMuch': ({ leftFen }) => `别的项目转出来、还没有项目接收的余款只有${yuan(leftFen)}，请核对金额。`,
  'voucher.unknown': ({ voucher }) => `没有第${voucher}号付款凭证。凭证号在收支公示的支出明细里，请核对后再发。`,
  'voucher.owed': ({ voucher, request }) =>
    `凭证${voucher}号还没有照片。请经手人先在私聊里发照片，再发送“补凭据${request}”。`,
} satisfies Partial<Sayings>;
