import { momentWords } from './domain/calendar.js';
import { maskName } from './domain/masking.js';
import { yuan } from './domain/money.js';
import type { Refusal, RefusalCode, RefusalDetails } from './domain/refusal.js';
import { plain } from './domain/plain-text.js';

type Sayings = { [C in RefusalCode]: (details: RefusalDetails[C]) => string };

/** How each refusal is said. The compiler asks for a saying as soon as a code is added. A saying tells what to do next. */
const sayings: Sayings = {
  'grid.unbound': () =>
    '本群还没有绑定网格。请在网格里有职务的成员在群里@我发送“绑定网格 六位绑定码”，绑定码由管理员用 grid code 命令取得。',
  'grid.wrongCode': () => '绑定码不对或已经用过了。请向管理员要一个新的绑定码，再发送“绑定网格 六位绑定码”。',
  'grid.otherBound': ({ grid }) => `本群已经绑定了“${grid}”，一个群只能属于一个网格。要更换请联系管理员。`,
  'member.unbound': () => '请先绑定您家，再办这件事。发送例如：我是5号楼2单元301的周桂兰。',
  'member.noHousehold': ({ building, unit, room }) =>
    `花名册里没有${building}号楼${unit ? `${unit}单元` : ''}${room}。请核对楼号、单元和房号再发一次，或请楼长帮您登记。`,
  'member.whichHousehold': ({ building, candidates }) =>
    `${building}号楼有${candidates}户，请说全单元、房号和姓名，例如：我是${building}号楼2单元301的周桂兰。`,
  'member.alreadyBound': ({ place }) => `您已经绑定${place}了。要换房号，请找楼长或网格员办理。`,
  'member.nameMismatch': ({ name }) =>
    `花名册上这一户没有叫“${plain(name, 20)}”的。请核对姓名再发一次，或请楼长帮您登记。`,
  'member.notAsked': () => '这位成员没有等待确认的绑定申请。请本人先发送例如：我是5号楼2单元301的周桂兰。',
  'permission.missing': ({ deed, roles }) =>
    `${deed}要由${roles.join('、')}来办。您可以在群里请他们办理，发送“帮助”看看您能办什么。`,
  'permission.otherBuilding': ({ building }) => `${building}号楼的住户要由${building}号楼的楼长确认。`,
  'project.unknown': ({ no }) => `本网格没有${no}号项目。发送“项目列表”看看有哪些。`,
  'project.none': ({ deed }) => `眼下没有可以${deed}的项目。发送“项目列表”看看各个项目到哪一步了。`,
  'project.several': ({ deed, choices }) => `现在可以${deed}的有${choices.length}个，请问是几号？\n${listed(choices)}`,
  'project.wrongState': ({ no, state, deed }) =>
    `${no}号项目现在是“${state}”，还不能${deed}。发送“${no}号进度”看看下一步。`,
  'project.notProposer': ({ no }) => `${no}号提案不是您提的，只有提出的人能撤回。`,
  'project.tooManyOpen': ({ most }) => `您已有${most}个提案在征集附议，请先等等或撤回一个，再提新的。`,
  'support.own': ({ no }) => `${no}号是您家提的，提出就算一户了。请邻居发送“附议${no}号”。`,
  'support.again': ({ no }) => `您家已经附议过${no}号了，一户算一次。`,
  'support.missing': ({ no, missing }) =>
    `${no}号提案还差${missing}户附议，附议够了才能确定选题。请邻居发送“附议${no}号”。`,
  'plan.noBudget': ({ no }) => `${no}号方案要写明预算，例如：发布${no}号方案：更换主管道，预算3.6万元。`,
  'poll.unknown': ({ no }) => `没有${no}号表决。发送“投票情况”看看正在进行的表决。`,
  'poll.none': () => '现在没有正在进行的表决。发送“项目列表”看看各个项目到哪一步了。',
  'poll.several': ({ choices }) => `现在有${choices.length}个表决，请问是几号？\n${listed(choices)}`,
  'poll.closed': ({ no }) => `第${no}号表决已经截止，不能再投票了。发送“${no}号投票结果”看结果。`,
  'poll.alreadyOpen': ({ no }) => `${no}号已经在表决了，直接投票就行：发送“${no}号同意”。`,
  'poll.deadlinePast': () => '截止时间已经过去了，请说一个以后的时间，例如“明晚八点截止”。',
  'poll.deadlineFar': ({ mostDays }) => `表决最长${mostDays}天，请说一个近一些的截止时间，例如“下周五截止”。`,
  'poll.options': ({ least, most }) => `选项要有${least}到${most}个，并且不能重复，例如：选项：白色、米黄、浅灰。`,
  'poll.choiceUnknown': ({ no, choices }) =>
    `${no}号表决可选：${choices.map(choice => plain(choice, 20)).join('、')}。请回复其中一个。`,
  'poll.nothingAsked': () =>
    '请说明要表决什么，例如：12号发起表决，周日晚上八点截止；或者：发起投票：楼道刷什么颜色，选项白色、米黄。',
  'poll.tooLax': ({ no, rule }) =>
    `${no}号已经定了表决方式：${rule}。不能用更松的办法。请发送“${no}号发起表决，10天后截止”。`,
  'poll.noElectorate': ({ no }) =>
    `${no}号的范围里花名册上一户也没有，没法表决。请管理员先导入花名册，或发送“${no}号范围：全网格”。`,
  'poll.outOfScope': ({ no, scope }) => `${no}号只由${scope}的住户表决，您家不在范围里，不用投。`,
  'poll.tenant': ({ no }) =>
    `${no}号是业主表决，要花名册上的业主本人投。您不是名册上的业主，可以转告房主；名册有误请找网格书记核对。`,
  'poll.deceased': ({ no }) =>
    `${no}号是业主表决，名册上您家有业主已故，要等继承人确认后再投。请带材料找社区书记更新花名册。`,
  'poll.paperLocked': ({ no }) =>
    `${no}号您家的纸票已经登记，以纸票为准。纸票有误请在截止前发送“${no}号纸票有误”；要撤回请找楼长书面办理。`,
  'poll.nothingCast': ({ no }) =>
    `${no}号您家现在没有票可以撤销。要投票请发送“${no}号同意”“${no}号反对”或“${no}号弃权”。`,
  'scope.empty': ({ scope }) => `花名册里没有${scope}的住户，请核对楼号和单元再说一次，例如“12号范围：3号楼2单元”。`,
  'evidence.missing': ({ what }) => `请先在私聊里把${what}拍照发给我，30分钟内再发这句话。没有照片不能登记。`,
  'evidence.used': ({ what }) => `这张照片已经登记过别的事了。请拍${what}本身的照片再发一次。`,
  'place.unclear': ({ said }) =>
    `“${plain(said, 30)}”对不上花名册里的一户。请写全楼号、单元和房号，例如：3号楼2单元301。`,
  'paper.already': ({ no, paper }) =>
    `这一户在${no}号表决已有纸票${paper}。要改请先书面撤回：拍下撤回的字条，发送“撤回纸票${paper}”。`,
  'paper.unknown': ({ paper }) => `没有纸票${paper}。在私聊里发送“12号纸票清单”看有哪些。`,
  'paper.notPending': ({ paper }) => `纸票${paper}已经办过了。在私聊里发送“12号纸票清单”看它现在怎样。`,
  'paper.samePerson': () => '登记的人不能自己核对，请另一位楼长、网格员或监管小组成员来核对。',
  'paper.none': ({ no }) => `${no}号表决没有登记过您家的纸票。私聊发送“我的票”看看您家的票。`,
  'paper.private': () => '纸票和名单只在私聊里看：点我的头像，把这句话发给我。',
  'mandate.already': ({ no }) => `这一户在${no}号表决已经登记过委托或代表了，一户只能托一位。`,
  'mandate.unknown': ({ mandate }) => `没有等待核对的委托${mandate}。请核对编号再发一次。`,
  'mandate.none': ({ no }) => `您没有这一户在${no}号表决的有效委托。请先拍下委托书，请楼长登记，再由另一人核对。`,
  'mandate.agentUnknown': ({ agent }) =>
    `找不到唯一的“${plain(agent, 30)}”。受托人要先绑定住户，请写受托人的房号，例如：12号委托：3号楼2单元301由2号楼1单元102代投。`,
  'mandate.excluded': () => '发起人、计票监督人、经手钱的人和施工方不能替别人投票，请换一位受托人。',
  'mandate.tooMany': ({ most }) => `一位受托人最多替${most}户投票，这位已经满了，请换一位。`,
  'meeting.unclear': () => '请说清什么时候开、议什么，例如“12号议事会：周六上午九点，3号楼前，议题：路灯装在哪里”。',
  'meeting.past': () => '开会时间已经过去了，请说一个以后的时间，例如“12号议事会：周六上午九点，议题：路灯装在哪里”。',
  'meeting.far': ({ mostDays }) =>
    `议事会请在${mostDays}天以内召集，请说近一些的时间，例如“12号议事会：周六上午九点，议题：路灯装在哪里”。`,
  'meeting.none': () => '现在没有召集中的议事会。楼长或书记可以发送“12号议事会：周六上午九点，议题：路灯装在哪里”。',
  'meeting.several': ({ choices }) =>
    `现在有${choices.length}个议事会，请带上号码，例如“${choices[0]?.no ?? 12}号签到”：\n${listed(choices)}`,
  'meeting.early': ({ opensAt }) => `议事会还没到签到时间，${momentWords(opensAt)}起可以签到。`,
  'meeting.minuted': ({ no }) => `${no}号议事会的纪要已经公布，不能再签到或改纪要。有补充请在群里说。`,
  'meeting.notYet': ({ startsAt }) => `议事会${momentWords(startsAt)}才开始，开完会再发纪要。`,
  'meeting.nobody': () => '请写清哪几户到场，例如“12号到场：3号楼2单元301、3号楼2单元302”。',
  'poll.notOwner': ({ no }) => `${no}号是业主表决，您家不在开票时的业主名册里。请找网格书记核对名册。`,
  'poll.ownersNeedPlan': () => '业主表决要先有公示过的方案，例如先发送“发布12号方案：更换主管道，预算3.6万元”。',
  'poll.noticeRunning': ({ no, opensAt, days }) =>
    `${no}号方案公示要满${days}天，最早${momentWords(opensAt)}发起表决。公示期里大家可以发送“${no}号异议：……”提意见。`,
  'poll.objectionsOpen': ({ no, open }) =>
    `${no}号还有${open.length}条异议没有答复，答复后才能表决。请书记发送“答复${no}号异议${open[0]}：……”。`,
  'poll.noExtension': ({ no, because }) =>
    ({
      extended: `${no}号表决已经延期过一次，不能再延。到时按实际票数计票。`,
      quorum: `${no}号表决参加的已经够数，不用延期。到时自动计票。`,
      advisory: `${no}号是意向征集，没有够不够数的要求，不用延期。`,
    })[because],
  'poll.extensionDays': ({ most }) => `延期最多${most}天，请说1到${most}天，例如“12号延期${most}天”。`,
  'objection.closed': ({ no, state }) =>
    `${no}号现在是“${state}”。方案公示期里可以对方案提异议，结果公示期里可以对结果提异议；别的意见请找楼长或网格书记。`,
  'objection.unknown': ({ no, objection }) => `${no}号没有第${objection}条异议。发送“${no}号异议情况”看有哪些。`,
  'objection.answered': ({ no, objection }) =>
    `${no}号的第${objection}条异议已经答复过了。发送“${no}号异议情况”看答复。`,
  'poll.ownersTooEarly': ({ no, opensAt, days }) =>
    `${no}号方案公示要满${days}天，业主表决最早${momentWords(opensAt)}发起。`,
  'poll.ownersTooShort': ({ days }) => `业主表决至少要开${days}天，请说晚一些的截止时间，例如“10天后截止”。`,
  'poll.fixedEnd': ({ no, closesAt }) =>
    `${no}号是业主表决，截止时间写在票上，不能提前结束；${momentWords(closesAt)}自动截止计票。`,
  'poll.notYours': ({ no }) => `${no}号表决要由发起人或网格书记来结束。`,
  'scope.unclear': () => '请说清是哪些楼、哪个单元，例如“12号范围：3号楼2单元、4号楼”，或者“12号范围：全网格”。',
  'amount.notPositive': () => '金额要大于零。请再说一次，例如“200元”。',
  'amount.tooPrecise': () => '金额最多到分，小数点后最多两位。请再说一次，例如“128.50元”。',
  'amount.tooLarge': ({ mostFen }) => `金额不能超过${yuan(mostFen)}。请核对后再说一次，例如“200元”。`,
  'amount.vague': () => '请说一个准数，我才好记，例如“300元”。',
  'amount.foreign': () => '只能记人民币。请说人民币多少元，例如“200元”。',
  'pledge.none': ({ no }) => `您家在${no}号项目没有可撤的认捐。发送“我出200元”就能认捐。`,
  'pledge.closed': ({ no }) => `${no}号项目现在不收认捐。发送“项目列表”看看哪些项目在认筹。`,
  'pledge.paid': ({ no }) => `您家在${no}号项目的钱已经交了，付款后不能直接撤回。要退款请找社区会计。`,
  'pledge.outOfScope': ({ no, scope }) => `${no}号只在${scope}的住户里认筹，您家不在范围里，不用出。谢谢您的心意！`,
  'pledge.otherOutOfScope': ({ no, scope }) => `${no}号只在${scope}的住户里认筹，您说的那一户不在范围里。`,
  'pledge.cap': ({ no, capFen, heldFen }) =>
    `${no}号每户最多认筹${yuan(capFen)}，免得大家有压力。${heldFen > 0 ? `您家已认${yuan(heldFen)}，` : ''}${capFen > heldFen ? `还可以认${yuan(capFen - heldFen)}。` : '心意到了，谢谢！'}`,
  'pledge.forOneself': ({ no }) => `这就是您家。给自家认筹请发送“${no}号我出200元”。`,
  'round.closesAt': ({ mostDays }) =>
    `认筹截止日要在今天以后、${mostDays}天以内，例如“12号认筹：截止4月20日”或“12号认筹：20天”。`,
  'round.earlier': ({ no, closesAt }) =>
    `${no}号认筹已经公布到${momentWords(closesAt)}截止，只能往后延，不能提前。例如“${no}号认筹：截止5月20日”。`,
  'round.unclear': () =>
    '没看懂，没有记。请写截止日、最低额或每户上限，例如“12号认筹：截止4月20日，最低5万元，每户最多2000元”。',
  'round.minimum': ({ no, partFen }) => `${no}号居民部分是${yuan(partFen)}，最低额和每户上限都不能超过它。`,
  'receipt.tooEarly': ({ no, pledgedFen, targetFen }) =>
    `${no}号还在认筹：认捐${yuan(pledgedFen)}，要到${yuan(targetFen)}才开始收款。认筹没成就不收一分钱，请先把钱退回或代为保管，认筹够了再登记。`,
  'funding.unread': ({ no }) =>
    `没看懂资金来源，没有记。每项写来源、金额，依据写在括号里，例如“${no}号资金来源：居民60000元，奖补150000元（批文桓财2026-12号），公共收益26000元（3号表决）”。`,
  'funding.sum': ({ no, sumFen, budgetFen }) =>
    `${no}号资金来源合计${yuan(sumFen)}，和方案的预算${yuan(budgetFen)}不一样，没有发布。请改来源（“${no}号资金来源：……”）或改预算。`,
  'funding.amounts': ({ no }) =>
    `${no}号方案已经公示，来源和金额不能再改，只能给原来的来源补依据。要改金额请重新公示方案。`,
  'funding.noVote': ({ no, source }) =>
    `${source}是全体业主的钱，要写明业主表决的号，例如“${no}号资金来源：……，公共收益26000元（3号表决）”。还没表决的先不写括号，只算计划。`,
  'funding.voteFailed': ({ no, poll, source }) =>
    `${poll}号不是已经通过、管这件事的业主表决，不能作${no}号动用${source}的依据。请先发起业主表决，通过后再登记。`,
  'funding.notCommitted': ({ no, source }) =>
    `${source}要有业主表决才能动用，${no}号还没有登记。请书记先发送“${no}号资金来源：……，${source}26000元（3号表决）”。`,
  'allocation.nobody': () => '这样算没有一户要出，没有记。请核对楼层、单元再发一次。',
  'allocation.unread': ({ no }) =>
    `没看懂，没有记。可以写：“${no}号出资办法：户均”“按面积”“按楼层，1层0、2层0.5”“按受益，3号楼2单元”“自愿”。`,
  'allocation.none': ({ no }) =>
    `${no}号是自愿认捐，没有每户的数，不用减免。先定出资办法，例如“${no}号出资办法：户均”。`,
  'exemption.private': () => '谁家困难只在私聊里登记：点我的头像，把这句话发给我。',
  'exemption.source': ({ no, source }) =>
    `${no}号的资金来源里没有“${plain(source, 20)}”。减免的数要由写明的来源承担，请先发送“${no}号资金来源：……”。`,
  'exemption.again': ({ no }) => `这一户在${no}号已经减免过了。`,
  'payer.other': ({ no, payer }) => `${no}号经核查应由${payer}出钱，已转办，不能向居民筹款。`,
  'offer.unknown': ({ no, offer }) => `${no}号没有第${offer}项捐物或出工。在私聊里发送“${no}号捐物出工清单”看有哪些。`,
  'offer.fulfilled': ({ no, offer }) => `${no}号第${offer}项已经登记过了，或者已经撤回。`,
  'offer.own': () => '自己家的捐物和出工要请别的楼长或网格员来登记。',
  'offer.private': () => '清单上有住址，只在私聊里看：点我的头像，把这句话发给我。',
  'offer.tooMuch': ({ what }) => `${plain(what, 20)}的数量好像不对，请核对后再说一次。`,
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
  'entry.notReversible': ({ voucher }) =>
    `第${voucher}号凭证不能直接冲销：只能冲销收款和支出，并且冲销后账上不能出现负数。请找社区会计一起核对。`,
  'spend.unknown': ({ request }) => `没有第${request}号支出申请。发送“支出申请”看有哪些。`,
  'spend.hasVoucher': ({ request }) => `第${request}号申请已经有凭据了。要换请找社区会计。`,
  'spend.noRequest': ({ no, amountFen }) =>
    `${no}号没有批准了的${yuan(amountFen)}支出申请。请经手人先发送“${no}号申请支出${yuan(amountFen).replaceAll(',', '')}：买什么、付给谁”，会计核对、书记批准、满24小时没有监督人暂缓，再由出纳付款。`,
  'spend.notYours': ({ request }) => `第${request}号申请不是您提交的，请经手人、会计或书记退回。`,
  'spend.separate': () => '一笔支出的经手、核对、批准、付款要由不同的人办，您已经办过这一笔的另一步了，请换一位。',
  'spend.supervisor': () => '监管小组成员只监督，不经手、不批准、不付款。您可以发送“暂缓申请3：原因”或“申请3无异议”。',
  'spend.approvedBefore': () => '您已经批准过这一笔了，还要另一位书记批准。',
  'spend.wrongStep': ({ request, state }) =>
    `第${request}号申请现在是“${state}”，这一步还办不了。发送“支出申请”看下一步。`,
  'spend.wrongApprover': ({ request, roles }) => `第${request}号申请的金额要由${roles.join('、')}批准，请他们办理。`,
  'spend.waits': ({ request, until }) =>
    `第${request}号申请要留24小时给监管小组看，${momentWords(until)}以后才能付款。`,
  'spend.notCleared': ({ request }) => `第${request}号申请超过限额，要监管小组有人发送“申请${request}无异议”才能付款。`,
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
  'retention.day': ({ day }) => `“${day}”不是以后的一天，请写质保到期的那天，例如“留质保金3%，到2027年6月30日”。`,
  'retention.none': ({ request }) => `第${request}号申请没有留着的质保金。`,
  'retention.early': ({ request, on }) => `第${request}号申请的质保期到${on}，过了这天才能付质保金。`,
  'advance.most': ({ percent, mostFen }) =>
    `预付款合计不能超过合同（报价或这项预算）的${percent}%，现在还能预付${yuan(mostFen)}。`,
  'progress.notReached': ({ no, reached }) =>
    reached.length > 0
      ? `进度款要写明已完成的节点：${reached.join('、')}。`
      : `还没有完成的节点，不能付进度款。节点完成后请先发送“${no}号节点完成：”和节点名称。`,
  'progress.notAccepted': ({ no, name }) =>
    `“${name}”还没有经监管小组验收，先不能付进度款。请监管小组成员看过后发送“${no}号节点验收：${name}”。`,
  'slip.rule': ({ mostFen }) =>
    `没有发票的支出（白条）最多${yuan(mostFen)}，还要写两位证明人，例如“证明人张三、李四”。`,
  'cancel.approved': ({ no, request }) => `${no}号的支出申请${request}已经批准，还没有付。请出纳先付清，再终止项目。`,
  'refund.notCleared': ({ no }) => `${no}号终止前花过钱，要先由监管小组看过账，发送“${no}号终止账目无异议”，再退余款。`,
  'refund.pending': ({ no, pendingFen }) =>
    `${no}号还有${yuan(pendingFen)}没有对账，请会计先对账（“${no}号对账无误，共…元”），再退款。`,
  'refund.othersExact': ({ no, othersFen }) =>
    othersFen === 0
      ? `${no}号没有要退回原渠道的钱。`
      : `${no}号要退回原渠道的是${yuan(othersFen)}，请按这个数一次退清后再记。`,
  'refund.none': ({ no }) => `${no}号没有退给这一户的钱，请核对项目和房号。`,
  'refund.nothingWaits': ({ no }) => `${no}号没有替这一户存着的退款。`,
  'surplus.passes': ({ no, to }) => `${no}号的方案写明余款转给${to}，不退现金。办好后请发送“${no}号余款转出…元”。`,
  'surplus.refunded': ({ no }) => `${no}号的余款按实交比例退给各户，请发送“${no}号支出余款退款…元”。`,
  'change.none': ({ no, mostFen }) => `${no}号没有您家不到${yuan(mostFen)}的余款可以留下；余款由出纳照常退。`,
  'refund.exact': ({ no, surplusFen }) =>
    surplusFen === 0
      ? `${no}号项目没有居民余款要退。发送“${no}号收支”看明细。`
      : `${no}号项目应退居民余款${yuan(surplusFen)}，要一次退清。请发送：${no}号支出余款退款${yuan(surplusFen).replaceAll(',', '')}。`,
  'progress.notFunded': ({ no, missingFen }) =>
    `${no}号项目还差${yuan(missingFen)}到账，资金到位后才能开工。发送“${no}号收支”看明细。`,
  'progress.percent': () => '完成比例要在0到100之间，例如“完成50%”。',
  'progress.backwards': ({ percent }) => `上次报的是完成${percent}%，进度不能往回报。请核对后再报。`,
  'accept.signed': ({ no }) => `您已经对${no}号项目签过验收意见了。`,
  'accept.mending': ({ no }) => `${no}号在整改中。整改好后请发送“${no}号进度：已整改，完成100%”，再签验收。`,
  'accept.noTeam': ({ no }) => `${no}号项目还没有监管小组，不能验收。请先请管理员登记监管小组成员（至少三人）。`,
  'accept.notComplete': ({ no, percent }) => `${no}号项目才完成${percent}%，全部完工后才能验收。`,
  'rate.score': () => '请打1到5分，例如“给12号打5分”。',
  'rate.closed': ({ no }) => `${no}号项目现在不在评价期。验收合格后7天内可以评价。`,
  'reward.unknown': ({ item, items }) =>
    `没有“${plain(item, 20)}”可以兑换。现在可换：${items.join('、') || '暂时没有'}。发送“积分能换啥”看清单。`,
  'reward.empty': ({ item, stock }) =>
    stock === 0
      ? `${item}已经换完了。发送“积分能换啥”看看别的。`
      : `${item}只剩${stock}份了，请少换一些，或发送“积分能换啥”看看别的。`,
  'reward.points': ({ item, needed, balance }) =>
    `换${item}要${needed}分，您现在有${balance}分，还差${needed - balance}分。参加表决、巡查、出资都能攒分。`,
  'reward.several': ({ item, items }) => `“${plain(item, 20)}”有${items.length}种，请说全名：${items.join('、')}。`,
  'reward.limit': ({ item, perQuarter, left }) =>
    `${item}每户每季度最多换${perQuarter}份，您家这个季度${left === 0 ? '已经换满了，下个季度再来' : `还能换${left}份`}。`,
  'reward.quantity': () => '数量要在1到99之间，例如“兑换抽纸两包”。',
  'points.unknown': ({ entry }) => `没有第${entry}号积分。本人在私聊里发送“我的积分”能看到编号。`,
  'points.reversed': ({ entry }) => `第${entry}号积分已经撤销过了。`,
  'points.own': () => '自己和自家人的积分不能自己办，请另一位书记来办。',
  'points.redLine': () =>
    '投票、出资得的积分不能撤销，也不能因为投反对、不投票、不出钱、提异议或者投诉扣分。请核对编号和原因再发一次。',
  'points.notJoined': ({ place }) => `${place}还没有人参加积分。积分自愿参加，请本人先发送“加入积分”。`,
  'points.full': ({ most }) => `这一项今年最多${most}分，已经满了。`,
  'points.range': ({ least, most }) =>
    least === most ? `这一项每次${most}分，请核对后再发。` : `这一项每次${least}到${most}分，请核对后再发。`,
  'appeal.unknown': ({ appeal }) => `没有积分申诉${appeal}。请核对编号再发一次。`,
  'appeal.answered': ({ appeal }) => `积分申诉${appeal}已经答复过了。`,
  'redemption.unknown': () => '没有这个兑换码。请核对六位数字再发一次，例如“核销 123456”。',
  'redemption.over': ({ state }) => `这个兑换码${state}，不能再核销。请居民重新兑换。`,
  'redemption.none': () => '您没有等着领取的东西。发送“积分能换啥”看清单。',
  'reward.unclear': () =>
    '请写明几分、几份、每户每季度几份和谁提供，例如“上架花生油：15分，30份，每户1份，社区便民超市，到6月30日”。',
  'adviser.unknown': () => '这一户没有找到这个人。他要先在机器人里绑定住户，请核对姓名再发。',
  'adviser.unclear': () => '这一户有几位同姓的，请写全名再发。',
  'adviser.already': () => '他已经是社区治理顾问了，不用再聘。',
  'card.none': () => '您还没有写承诺。请先发送“我承诺：……”，例如“我承诺：有事随叫随到”。',
  'task.unknown': ({ task }) => `没有任务${task}。请核对编号再发。`,
  'task.closed': ({ task }) => `任务${task}已经办结或放下了，不用再报。`,
  'task.notYours': ({ task }) => `任务${task}是别的邻居认领的，由他自己报。`,
  'task.notDone': ({ task }) => `任务${task}还没有报完成。认领的人先发送“任务${task}完成”。`,
  'task.own': () => '自己和自家人的任务，要请别家的邻居去看，看过由他发送“核实”。',
  'service.inGroup': () => '签到码不要发在群里。请点我的头像，在私聊里发送，例如“签到 1234”“签退 1234”。',
  'service.tooManyCodes': () => '今天签到码错了太多次，先不再试了。请找组织的人，七天内由他补记。',
  'service.notIn': () => '您今天没有签到，或者已经签退。忘了签退的，请组织的人七天内补记。',
  'service.unknown': ({ session }) => `没有志愿活动${session}。请向组织的人核对编号。`,
  'service.overlap': ({ title, isOpen }) =>
    isOpen
      ? `您在“${plain(title, 60)}”还没有签退，请先发送“签退”。`
      : `这段时间和“${plain(title, 60)}”重叠了，一个人不能同时在两处。请核对时间。`,
  'service.future': () => '时间还没到，不能提前补记。请核对后再发。',
  'service.late': ({ days }) => `补记要在${days}天以内，太早的不能再记。`,
  'service.noMember': () => '这一户还没有绑定的成员，时长没有地方记。请先帮他绑定住户。',
  'service.notThere': ({ session }) => `志愿活动${session}要由组织的人和一起参加并签退的人来确认。`,
  'service.nothing': ({ session }) =>
    `志愿活动${session}没有等您确认的时长。自己、自家人和您补记的由别人确认；您确认过的，还要另一人（其中有组织的人）确认。`,
  'service.unclear': () => '没看懂时间，请写成“补记志愿1：3号楼2单元301，3月7日9:00到11:30”。',
  'list.unread': ({ example }) => `没看懂这个清单，没有记。请每项写一个名称和一个金额，用逗号隔开，例如“${example}”。`,
  'budget.sum': ({ no, sumFen, budgetFen }) =>
    `${no}号预算明细合计${yuan(sumFen)}，和方案的预算${yuan(budgetFen)}不一样，没有发布。请改明细（“${no}号预算明细：……”）或改预算。`,
  'budget.whichLine': ({ no, lines }) =>
    `请写明列支哪一项（${lines.map(line => plain(line, 20)).join('、')}），例如“${no}号申请支出386元：灯泡，列${plain(lines[0] ?? '', 20)}”。`,
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
  'notice.unknown': ({ notice }) => `没有第${notice}号公示。公示的编号在群里那条公示的最后一行，请核对后再发。`,
  'notice.posted': ({ notice, at }) =>
    `第${notice}号公示${momentWords(at)}已经登记张贴过了。内容要改，请重新发布，旧的一版仍可查。`,
  'notice.notPosted': ({ no, notice }) =>
    `${no}号方案只在群里公示了，公示栏还没有照片，期限没有起算。请打印张贴后在私聊里发照片，再发送“第${notice}号公示已张贴”。`,
  'data.none': () => '我这里没有保存关于您的内容。要参加议事，请先发送例如：我是5号楼2单元301的周桂兰。',
  'data.hasRole': () => '您在网格里还有职务，要先请管理员免去，再发送“删除我的数据”。',
  'schedule.unclear': ({ most }) =>
    `请写清每个节点和日子，用逗号分开，最多${most}个，例如：拆旧4月10日，装管4月25日，试压5月5日。`,
  'schedule.weights': ({ sum, missing }) =>
    missing > 0
      ? `还有${missing}个节点没写占百分之几。要么都写，例如“拆旧4月10日20%，装管4月25日50%，试压5月5日30%”，要么都不写。`
      : `各节点的百分比加起来是${sum}%，要正好100%。请改好再发。`,
  'schedule.stands': ({ no }) => `${no}号的工期已经公示，计划的日子不改。延误请在报进度时说明原因和新日子。`,
  'schedule.noMilestone': ({ no, names }) =>
    names.length === 0
      ? `${no}号没有待完成的节点。书记可以发送“${no}号工期：拆旧4月10日，装管4月25日”来定工期。`
      : `${no}号待完成的节点有：${names.join('、')}。请发送例如“${no}号节点完成：${names[0] ?? ''}”。`,
  'schedule.noneWaits': ({ no, names }) =>
    names.length === 0
      ? `${no}号没有等待验收的节点。施工方报了“节点完成”以后再验收。`
      : `${no}号等待验收的节点有：${names.join('、')}。请发送例如“${no}号节点验收：${names[0] ?? ''}”。`,
  'schedule.own': ({ name }) => `“${name}”是您报的完成，请监管小组另一位成员来验收。`,
  'key.year': ({ year }) => `攻坚项目只能定今年（${year}年）或明年的，请改好年份再发。`,
  'key.deadline': ({ last }) =>
    last === null
      ? '期限已经过了或没有这一天，请写以后的日子，例如“期限10月31日”。'
      : `期限不能早过今天，也不能早于最后一个节点（${last}），请改好再发。`,
  'key.stands': ({ no, year }) => `${year}年度的攻坚项目已定为${no}号，已经上墙。要更换或改期，请社区书记来定。`,
  'key.unclear': () =>
    '请写清目标，例如：12号定为2026年度攻坚项目：目标三盏路灯全部亮起，现状全坏，期限10月31日，牵头王师傅。',
  'colour.tooLong': ({ mostDays }) => `人工调整最多${mostDays}天，到期自动恢复。请写1到${mostDays}天。`,
  'colour.over': ({ no }) => `${no}号已经完成或终止，颜色不再调整。`,
  'colour.notMended': ({ no, reason }) =>
    `${no}号还不能确认，按规则还有：${plain(reason, 100)}。请先解决，再发送“调度确认${no}号：……”。`,
  'member.unknown': ({ said }) =>
    `没有找到已绑定的“${plain(said, 20)}”。请写全名或住址，例如“周桂兰”或“5号楼2单元301”。`,
  'member.several': ({ said, count }) =>
    `“${plain(said, 20)}”有${count}位，分不清是哪一位。请写住址，例如“5号楼2单元301”。`,
  'team.size': ({ count }) =>
    `监管小组至少3人，而且是单数，一人只写一次；您写了${count}人。请改好再发，例如“12号监管小组：周桂兰、王师傅、李阿姨”。`,
  'team.conflict': ({ name, why }) =>
    `${maskName(name)}是${why}，不能监督这个项目（管钱、审批、施工的人要回避）。请换一位居民。`,
  // What somebody declared is not told to others: only that they stand aside.
  'team.kin': ({ name }) => `${maskName(name)}按回避规定不能监督这个项目，请换一位居民。`,
  'team.none': ({ no, count }) =>
    `${no}号还没有监管小组（现在${count}人，要3人以上、单数），不能开工。请书记发送“${no}号监管小组：”加上各位居民的姓名。`,
  'team.notOf': ({ no }) =>
    `您不在${no}号的监管小组里，这件事要由${no}号监管小组的成员来办。发送“${no}号谁监督”看看是谁。`,
  'finding.day': () => '整改的日子已经过了，请写今天以后的日子，例如“3月10日前”。',
  'finding.unknown': ({ finding }) => `没有第${finding}号整改。整改的编号在公示栏这个项目的页面上，请核对后再发。`,
  'finding.state': ({ finding, state }) =>
    state === 'closed'
      ? `整改${finding}已经复查通过，不用再办。`
      : state === 'mended'
        ? `整改${finding}已经报过完成，正等监管小组复查。`
        : `整改${finding}还没有报完成，请先发送“整改${finding}完成”。`,
  'finding.own': ({ finding }) => `整改${finding}是您报的完成，请监管小组另一位成员来复查。`,
  'finding.left': ({ no, findings }) =>
    `${no}号还有整改${findings.join('、')}没有复查通过，先不能签通过。改好后发送“整改${findings[0] ?? ''}完成”，再“复查${findings[0] ?? ''}通过”。`,
  'works.stopped': ({ no }) => `${no}号已经停工了。解决以后请叫停的一方发送“${no}号复工”。`,
  'works.goOn': ({ no }) => `${no}号没有停工，不用复工。`,
  'works.otherSide': ({ no, by, reason }) =>
    `${no}号是${by === 'team' ? '监管小组叫停的' : '书记决定停工的'}（${plain(reason, 60)}），要由${by === 'team' ? '监管小组' : '书记'}发送“${no}号复工”。`,
  'action.day': () => '请写今天以后的日子，例如“调度事项：王师傅3月10日前补齐公示”。',
  'action.unclear': () => '请写清谁、哪天前、办什么，例如“调度事项：王师傅3月10日前补齐公示”。',
  'action.unknown': ({ action }) => `没有第${action}号调度事项。发送“调度”看看有哪些。`,
  'action.state': ({ action, state }) =>
    state === 'closed'
      ? `调度事项${action}已经销号，不用再办。`
      : state === 'done'
        ? `调度事项${action}已经报过完成，等第二个人发送“销号${action}核实”。`
        : `调度事项${action}还没有报完成，请办的人先发送“销号${action}：怎么办的”。`,
  'action.notYours': ({ action }) => `调度事项${action}要由承办人或书记来报完成。发送“调度”看看是谁承办。`,
  'action.second': ({ action }) => `调度事项${action}是您办的，要由另一位核实后销号。`,
  'text.tooLong': ({ most }) => `这段话太长了，请写在${most}个字以内再发一次。`,
};

/** The sentence that a member hears when a rule says no. */
export function say<C extends RefusalCode>(refusal: Refusal<C>): string {
  return sayings[refusal.code](refusal.details);
}

function listed(choices: readonly { readonly no: number; readonly title: string }[]): string {
  return choices.map(({ no, title }) => `${no}号 ${plain(title, 30)}`).join('\n');
}
