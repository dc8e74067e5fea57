import { wholeDayTold } from '../../domain/calendar.js';
import { sources } from '../../domain/funds/ledger.js';
import { ownerships, periodWords, shareGoesTo } from '../../domain/market/market.js';
import { yuan } from '../../domain/money.js';
import { plain } from '../../domain/plain-text.js';
import { unreadWords } from './unread-words.js';
import type { Sayings } from './sayings.js';

const agreementForm = '“公益协议：空间1，惠民理发店，按收入8%，保底200元，2026年3月1日到2027年2月28日，联系人李四”';

/** What is refused about the public-welfare market and the charity fund, in words. */
export const marketSayings = {
  'space.unknown': ({ space }) =>
    `没有空间${space}。发送“公益市场”看有哪些；新的请发送“闲置空间：邻里驿站东间，业主共有（3号表决）”。`,
  'space.unclear': () =>
    `没看懂归谁，没有记。请写业主共有、居委会所有或公有，依据写在括号里，例如“${ownerships.owners.example}”“${ownerships.committee.example}”。`,
  'space.noOwner': ({ space }) =>
    `空间${space}还没写归谁，不能出租。请先发送，例如“空间${space}归${ownerships.owners.example}”。`,
  'space.undecided': ({ space, ownership }) =>
    `空间${space}是${ownerships[ownership].said}，要有${ownerships[ownership].needs}才能出租。有了以后请发送“空间${space}归${ownerships[ownership].example}”。`,
  'space.noVote': ({ onLetting }) =>
    onLetting
      ? '业主共有的地方要业主表决过才能出租，请写明表决的号，例如“业主共有（3号表决）”。还没表决的先不写括号。'
      : '业主共有部分的收益归全体业主。要进慈善基金，请写明业主表决的号，例如“收益进慈善基金（3号表决）”。',
  'space.voteFailed': ({ poll, onLetting }) =>
    onLetting
      ? `${poll}号不是已经通过、过了公示期、定“改变共有部分用途或用来经营”的业主表决，不能作出租的依据。请先由业主表决，通过后再登记。`
      : `${poll}号不是已经通过、过了公示期的业主表决，收益不能因它进慈善基金。请先由业主表决，通过后再登记。`,
  'space.let': ({ space, agreement, endsOn }) =>
    `空间${space}已按公益协议${agreement}租到${wholeDayTold(endsOn)}，日期不能重叠。要提前收回请先发送“公益协议${agreement}终止：原因”。`,
  'agreement.unclear': ({ unread }) => `没看懂协议${unreadWords(unread)}，没有记。请照这样写：${agreementForm}。`,
  'agreement.noOperator': () => `协议里没有写经营方，没有记。请照这样写：${agreementForm}。`,
  'agreement.rate': ({ said }) =>
    `“${plain(said, 20)}”不能作分成比例：要在0%到100%之间，最多两位小数，例如“按收入8%”或“按利润12.5%”。`,
  'agreement.noShare': () => '协议里没有写怎么分成，没有记。请写“按收入8%”“按利润8%”或“每期固定300元”。',
  'agreement.days': () =>
    '协议的起止日不对：要写开始和结束两天，结束不早于开始，也不早于今天，例如“2026年3月1日到2027年2月28日”。',
  'agreement.notOwners': ({ space }) =>
    `空间${space}不是业主共有，收益不进业主公共收益。请去掉这一句，分成进慈善基金。`,
  'agreement.unknown': ({ agreement }) => `没有公益协议${agreement}。发送“公益市场”看有哪些。`,
  'agreement.over': ({ agreement, endsOn }) => `公益协议${agreement}在${wholeDayTold(endsOn)}已经结束了。`,
  'agreement.notBegun': ({ agreement, startsOn }) =>
    `公益协议${agreement}从${wholeDayTold(startsOn)}才开始，还不能终止。`,
  'agreement.notYours': ({ agreement }) => `公益协议${agreement}不是您经营的。请核对编号，发送“公益市场”看有哪些。`,
  'agreement.private': () => '协议的条款是经营方的商业秘密，只在私聊里看：点我的头像，把这句话发给我。',
  'declare.private': () => '收入、利润是经营方的商业秘密，没有记。请点我的头像，在私聊里把这句话发给我。',
  'declare.fixed': ({ agreement }) => `公益协议${agreement}是固定数，不用申报，到期按数交就行。`,
  'declare.early': ({ period, last }) => `${periodWords(period)}要到${wholeDayTold(last)}结束，过完再申报。`,
  'declare.belowPaid': ({ period, dueFen, recordedFen }) =>
    `${periodWords(period)}按这个数只应交${yuan(dueFen)}，可是已经收了${yuan(recordedFen)}，没有记。请先和社区会计核对；收款记错的请发送“冲销凭证57：原因”。`,
  'period.unknown': ({ agreement, said, periods }) =>
    periods.length === 0
      ? `公益协议${agreement}还没有开始，没有要报要交的。`
      : `公益协议${agreement}没有“${plain(said, 20)}”这一期。现在有：${periods.slice(-12).map(periodWords).join('、')}。`,
  'share.undeclared': ({ agreement, period }) =>
    `公益协议${agreement}的${periodWords(period)}还没申报，不知道该交多少。请经营方先在私聊里发送“公益协议${agreement}申报${periodWords(period)}收入12000元”。`,
  'share.tooMuch': ({ agreement, period, leftFen }) =>
    leftFen > 0
      ? `公益协议${agreement}的${periodWords(period)}只差${yuan(leftFen)}，多出来的请先问经营方是交哪一期的，再分开登记。`
      : `公益协议${agreement}的${periodWords(period)}已经交清，请先问经营方这笔是交哪一期的。`,
  'share.separate': () => '申报的人不能自己记收款，请另一位出纳来记。',
  'fund.nothingPending': () => '慈善基金没有等待对账的收款。出纳先登记，例如“公益协议1的3月分成到账960元”。',
  'fund.differs': ({ saidFen, pendingFen }) =>
    `对不上：您说${yuan(saidFen)}，慈善基金等待对账的是${yuan(pendingFen)}。请发送“慈善基金对账”看清单；记错的凭证请发送“冲销凭证57：原因”。`,
  'fund.class': ({ no, classes }) => `慈善基金的钱用在${classes.join('、')}的项目上，${no}号不是。请核对项目编号。`,
  'fund.notCommitted': ({ no, from }) =>
    from === 'fund'
      ? `${no}号的资金来源里没有写慈善基金和它的决定，不能拨。请书记先发送“${no}号资金来源：……，慈善基金5000元（基金2026年第2号决定）”。`
      : `${no}号的资金来源里没有写公共收益和业主表决，不能拨。请书记先发送“${no}号资金来源：……，公共收益5000元（3号表决）”。`,
  'fund.planned': ({ no, leftFen }) =>
    leftFen > 0 ? `${no}号的资金来源里这一项只差${yuan(leftFen)}，不能多拨。` : `${no}号的资金来源里这一项已经拨足了。`,
  'fund.short': ({ from, balanceFen }) => `${shareGoesTo[from].said}只有${yuan(balanceFen)}，不够拨。对过账的才算。`,
  'fund.throughBook': ({ no, source }) =>
    source === 'charity_fund'
      ? `本网格的慈善基金有账，拨给项目请发送“慈善基金拨付${no}号5000元”。`
      : `${sources[source]}先进慈善基金：请发送“公益协议1的3月分成到账960元”，再用“慈善基金拨付${no}号5000元”拨给项目。`,
} satisfies Partial<Sayings>;
