import { buildingWords } from '../../domain/label.js';
import { endWords, momentWords } from '../../domain/calendar.js';
import { yuan } from '../../domain/money.js';
import { plain } from '../../domain/plain-text.js';
import { type Sayings } from './sayings.js';
import { unreadWords } from './unread-words.js';

/** What is refused about promises and the plan that they are for, in words. */
export const fundingSayings = {
  'amount.notPositive': () => '金额要大于零。请再说一次，例如“200元”。',
  'amount.tooPrecise': () => '金额最多到分，小数点后最多两位。请再说一次，例如“128.50元”。',
  'amount.tooLarge': ({ mostFen }) => `金额不能超过${yuan(mostFen)}。请核对后再说一次，例如“200元”。`,
  'amount.vague': () => '请说一个准数，我才好记，例如“300元”。',
  'amount.foreign': () => '只能记人民币。请说人民币多少元，例如“200元”。',
  'pledge.none': ({ no }) => `您家在${no}号项目没有可撤的认捐。想参加，发送“${no}号我出200元”，数您自己定。`,
  'pledge.closed': ({ no }) => `${no}号项目现在不收认捐。发送“项目列表”看看哪些项目在认筹。`,
  'pledge.paid': ({ no }) => `您家在${no}号项目的钱已经交了，付款后不能直接撤回。要退款请找社区会计。`,
  'promise.own': () => '自己家认的钱不能由自己放回，请另一位书记来办。',
  'promise.none': ({ no }) => `这一户在${no}号没有认了没交的钱，没有什么要放回。`,
  'promise.early': ({ no, from }) =>
    `还早：${no}号先等认筹到期、提醒完，${momentWords(from)}以后还没交才能放回。那一户自己不想出了，随时可以撤回。`,
  'promise.private': () => '谁家没交不在群里说，没有记。点我的头像，在私聊里把这句话发给我。',
  'pledge.outOfScope': ({ no, scope }) => `${no}号只在${scope}的住户里认筹，您家不在范围里，不用出。谢谢您的心意！`,
  'pledge.otherOutOfScope': ({ no, scope }) => `${no}号只在${scope}的住户里认筹，您说的那一户不在范围里。`,
  'pledge.cap': ({ no, capFen, heldFen, isOther }) =>
    `${no}号每户最多认筹${yuan(capFen)}，免得大家有压力。${heldFen > 0 ? `${isOther ? '那一户' : '您家'}已认${yuan(heldFen)}，` : ''}${capFen > heldFen ? `还可以认${yuan(capFen - heldFen)}。` : '心意到了，谢谢！'}`,
  'pledge.otherBuilding': ({ building }) =>
    `您只能替自己楼的住户代说。${buildingWords(building)}的住户要认捐，请找${buildingWords(building)}的楼长；您要帮他家出钱，就以您家名义认捐。`,
  'round.closesAt': ({ mostDays }) =>
    `认筹截止日要在今天以后、${mostDays}天以内，例如“12号认筹：截止4月20日”或“12号认筹：20天”。`,
  'round.earlier': ({ no, closesAt }) =>
    `${no}号认筹已经公布到${endWords(closesAt)}截止，只能往后延，不能提前。例如“${no}号认筹：截止5月20日”。`,
  'round.unclear': () =>
    '没看懂，没有记。请写截止日、最低额或每户上限，例如“12号认筹：截止4月20日，最低5万元，每户最多2000元”。',
  'round.minimum': ({ no, partFen }) => `${no}号居民部分是${yuan(partFen)}，最低额和每户上限都不能超过它。`,
  'round.collected': ({ no }) =>
    `${no}号已经收到钱，认筹不能作罢。可以发送“${no}号缺口怎么办”看别的办法；要停办请社区书记终止项目，钱全部退回。`,
  'gap.none': ({ no }) => `${no}号居民部分已经认满，没有缺口。`,
  'gap.over': ({ no, gapFen }) =>
    gapFen > 0 ? `${no}号认筹的缺口只有${yuan(gapFen)}，补的钱不能比它多。` : `${no}号居民部分已经认满，没有缺口。`,
  'gap.evidence': ({ no, source }) =>
    `${source}要写明依据才能补缺口，例如“${no}号缺口：社区慈善基金1200元（基金2026-3号决定）”。缺口不摊给居民。`,
  'gap.unread': ({ no, unread }) =>
    `没看懂补缺口的钱${unreadWords(unread)}，没有记。请写来源、金额和依据，例如“${no}号缺口：社区慈善基金1200元（基金2026-3号决定）”。`,
  'order.unread': ({ no }) =>
    `没看懂用款顺序，没有记。请把来源按先后写全、不重复，例如“${no}号用款顺序：奖补、公共收益、居民”。`,
  'funding.cameIn': ({ no, source, cameFen }) =>
    `${no}号的${source}已经到账${yuan(cameFen)}，方案里写的不能比它少。请按到账的数写，或先把多出的退回原渠道。`,
  'funding.overDecision': ({ no, poll, source, decidedFen, leftFen }) =>
    decidedFen === 0
      ? `${poll}号表决没有定动用${source}，不能作${no}号的依据。请另行业主表决，通过后再登记。`
      : `${poll}号表决定的${source}是${yuan(decidedFen)}，各项目用到的合起来不能超过，现在只剩${yuan(leftFen)}。超出的请另行业主表决。`,
  'receipt.overDecision': ({ no, source, plannedFen, leftFen }) =>
    `${no}号的${source}定的是${yuan(plannedFen)}，现在最多还能记${yuan(leftFen)}。多出来的请先补依据（“${no}号缺口：${source}……元（依据）”）或退回。`,
  'funding.unread': ({ no, unread }) =>
    `没看懂资金来源${unreadWords(unread)}，没有记。每项写来源、金额，依据写在括号里，例如“${no}号资金来源：居民60000元，奖补150000元（批文桓财2026-12号），公共收益26000元（3号表决）”。`,
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
  'exemption.own': () => '自己家的减免不能由自己登记，请另一位书记来办。',
  'exemption.again': ({ no }) => `这一户在${no}号已经减免过了。`,
  'offer.unknown': ({ no, offer }) => `${no}号没有第${offer}项捐物或出工。在私聊里发送“${no}号捐物出工清单”看有哪些。`,
  'offer.fulfilled': ({ no, offer }) => `${no}号第${offer}项已经登记过了，或者已经撤回。`,
  'offer.own': () => '自己家的捐物和出工要请别的楼长或网格员来登记。',
  'offer.private': () => '清单上有住址，只在私聊里看：点我的头像，把这句话发给我。',
  'offer.tooMuch': ({ what }) => `${plain(what, 20)}的数量好像不对，请核对后再说一次。`,
  'rate.score': () => '请打1到5分，例如“给12号打5分”。',
  'rate.closed': ({ no }) => `${no}号项目现在不在评价期。验收合格后7天内可以评价。`,
} satisfies Partial<Sayings>;
