import { momentWords } from '../../domain/calendar.js';
import { typed, yuan } from '../../domain/money.js';
import { plain } from '../../domain/plain-text.js';
import { listed, type Sayings } from './sayings.js';

/** What is refused about proposals, plans and schedules, in words. */
export const projectsSayings = {
  'project.unknown': ({ no }) => `本网格没有${no}号项目。发送“项目列表”看看有哪些。`,
  'project.none': ({ deed }) => `眼下没有可以${deed}的项目。发送“项目列表”看看各个项目到哪一步了。`,
  'project.several': ({ deed, choices }) => `现在可以${deed}的有${choices.length}个，请问是几号？\n${listed(choices)}`,
  'project.wrongState': ({ no, state, deed, late = false }) =>
    `${no}号项目现在是“${state}”，${late ? `不能再${deed}了` : `还不能${deed}`}。`,
  'project.notProposer': ({ no }) => `${no}号提案不是您提的，只有提出的人能撤回、能改名，请找他来办。`,
  'project.renameLate': ({ no }) =>
    `${no}号提案登记已过一天，名字不能再改。还没有立项的可以发送“撤回${no}号提案”，再重新提。`,
  'project.tooManyOpen': ({ most }) => `您已有${most}个提案在征集附议，请先等等或撤回一个，再提新的。`,
  'photo.notYours': ({ no }) => `${no}号的问题照片由提出的人或网格书记来放。请把照片发给他们。`,
  'photo.tooMany': ({ no, most, kept }) =>
    `一个提案最多放${most}张问题照片，${no}号已有${kept}张。要换，请先发送“撤下${no}号照片”。`,
  'photo.none': ({ no }) => `${no}号没有放上公示栏的问题照片。要放，请把照片和“${no}号照片”一起发来。`,
  'support.own': ({ no }) => `${no}号是您家提的，提出就算一户了。请邻居发送“附议${no}号”。`,
  'support.again': ({ no }) => `您家已经附议过${no}号了，一户算一次。`,
  'support.missing': ({ no, missing }) =>
    `${no}号提案还差${missing}户附议，附议够了才能确定选题。请邻居发送“附议${no}号”。`,
  'plan.owesBack': ({ no, leftFen }) =>
    `${no}号上一轮认筹没有达标，居民的${yuan(leftFen)}还没退清。请会计对完账、出纳发送“${no}号支出余款退款${typed(leftFen)}”，再重新公示。`,
  'plan.noBudget': ({ no }) => `${no}号方案要写明预算，例如：发布${no}号方案：更换主管道，预算3.6万元。`,
  'plan.noPayerCheck': ({ no }) =>
    `${no}号还没有责任核查：先弄清该谁出钱，才能向居民公示方案、表决。请先发送“${no}号责任核查”。`,
  'plan.same': ({ no, version }) =>
    `${no}号的第${version}版方案已经在公示，内容没有变，不用再发。要改就写上改了的内容；要撤下请发送“撤回${no}号方案：原因”。`,
  'plan.changed': ({ no, parts }) =>
    `${no}号方案公示以后又改了${parts.join('、')}，大家还没有看到，不能表决。请先发送“发布${no}号方案”公示新的一版，公示期重新算。`,
  'plan.cooling': ({ no, until }) =>
    `${no}号刚表决过，结果还在公示。${momentWords(until)}以后才能重新发布方案、再表决；这之前可以先听意见、改方案。`,
  'plan.fundingUnclear': ({ no, said }) =>
    `方案里说到钱从哪里来（“${plain(said, 60)}”），没有全看懂，先没有发布。请写成例如“发布${no}号方案：换灯，预算6000元，资金来源：居民4000元，奖补2000元（批文桓财2026-12号）”。`,
  'plan.previewPrivate': ({ no }) => `草稿只在私聊里看：点我的头像，发送“预览${no}号方案”。`,
  'evidence.none': ({ what }) =>
    `${what}没有写出来，没有登记。请写看得到、查得着的，例如合同、批文、复函、现场情况；一时没有，就等查到再登记。`,
  'class.same': ({ no, class: said }) => `${no}号已经是${said}，不用再定。`,
  'class.reason': ({ no, class: said }) =>
    `${no}号的类别已经定过，改类别要写原因，大家都看得到。请发送“${no}号改为${said}，原因：……”。`,
  'class.limit': ({ no, most }) =>
    `${no}号的类别已经改过${most}次，不能再改。有不同意见请开议事会，发送“${no}号议事会：周六上午九点，议题：归哪一类”。`,
  'scope.empty': ({ scope }) => `花名册里没有${scope}的住户，请核对楼号和单元再说一次，例如“12号范围：3号楼2单元”。`,
  'place.unclear': ({ said }) =>
    `“${plain(said, 30)}”对不上花名册里的一户。请写全楼号、单元和房号，例如：3号楼2单元301。`,
  'scope.unclear': () => '请说清是哪些楼、哪个单元，例如“12号范围：3号楼2单元、4号楼”，或者“12号范围：全网格”。',
  'referral.unclear': ({ no }) =>
    `没看懂转给谁、哪天前答复，没有记。日子要在今天以后，例如“${no}号转办：供热公司，4月10日前”。`,
  'referral.none': ({ no }) => `${no}号没有转给别人办。先登记该谁出钱，发送“${no}号责任核查”。`,
  'change.none': ({ no, mostFen }) => `${no}号没有您家不到${yuan(mostFen)}的余款可以留下；余款由出纳照常退。`,
  'schedule.unclear': ({ most }) =>
    `请写清每个节点和日子，用逗号分开，最多${most}个，例如：拆旧4月10日，装管4月25日，试压5月5日。`,
  'schedule.weights': ({ sum, missing }) =>
    missing > 0
      ? `还有${missing}个节点没写占百分之几。要么都写，例如“拆旧4月10日20%，装管4月25日50%，试压5月5日30%”，要么都不写。`
      : `各节点的百分比加起来是${sum}%，要正好100%。请改好再发。`,
  'schedule.stands': ({ no }) => `${no}号的方案已经定了，工期的日子不改。延误请在报进度时说明原因和新日子。`,
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
      ? '期限已经过了或没有这一天，请写以后的日子，例如“期限12月31日”。'
      : `期限不能早过今天，也不能早于最后一个节点（${last}），请改好再发。`,
  'key.stands': ({ no, year }) => `${year}年度的攻坚项目已定为${no}号，已经上墙。要更换或改期，请社区书记来定。`,
  'key.unclear': () =>
    '请写清目标，例如：12号定为年度攻坚项目：目标三盏路灯全部亮起，现状全坏，期限12月31日，牵头王师傅。',
  'colour.tooLong': ({ mostDays }) => `人工调整最多${mostDays}天，到期自动恢复。请写1到${mostDays}天。`,
  'colour.over': ({ no }) => `${no}号已经完成或终止，颜色不再调整。`,
  'colour.notMended': ({ no, reason }) =>
    `${no}号还不能确认，按规则还有：${plain(reason, 100)}。请先解决，再发送“调度确认${no}号：……”。`,
} satisfies Partial<Sayings>;
