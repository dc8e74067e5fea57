import { maskName } from '../../domain/masking.js';
import { yuan } from '../../domain/money.js';
import { plain } from '../../domain/plain-text.js';
import { type Sayings } from './sayings.js';

/** What is refused about works, who watches over them and who calls them up, in words. */
export const worksSayings = {
  'progress.notReached': ({ no, reached }) =>
    reached.length > 0
      ? `进度款要写明已完成的节点：${reached.join('、')}。`
      : `还没有完成的节点，不能付进度款。节点完成后请先发送“${no}号节点完成：”和节点名称。`,
  'progress.noSchedule': ({ no }) =>
    `${no}号还没有定工期，不能付进度款。请书记先发送，例如“${no}号工期：拆旧4月10日，装管4月25日”。`,
  'progress.milestones': ({ no, names }) =>
    `${no}号还有节点没完成：${names.map(name => plain(name, 20)).join('、')}，不能报完工，也不能验收合格。完成后请先发送“${no}号节点完成：${plain(names[0] ?? '', 20)}”。`,
  'works.stand': ({ no, by, reason }) =>
    `${no}号停工中（${plain(reason, 60)}），不能报进度和节点。解决以后请${by === 'team' ? '监管小组' : '书记'}发送“${no}号复工”。`,
  'progress.notAccepted': ({ no, name }) =>
    `“${name}”还没有经监管小组验收，先不能付进度款。请监管小组成员看过后发送“${no}号节点验收：${name}”。`,
  'progress.notFunded': ({ no, missingFen }) =>
    `${no}号项目还差${yuan(missingFen)}到账，资金到位后才能开工。发送“${no}号收支”看明细。`,
  'progress.percent': () => '完成比例要在0到100之间，例如“完成50%”。',
  'progress.backwards': ({ percent }) => `上次报的是完成${percent}%，进度不能往回报。请核对后再报。`,
  'accept.signed': ({ no }) => `您已经对${no}号项目签过验收意见了。`,
  'accept.mending': ({ no }) => `${no}号在整改中。整改好后请发送“${no}号进度：已整改，完成100%”，再签验收。`,
  'accept.noTeam': ({ no }) => `${no}号项目还没有监管小组，不能验收。请先请管理员登记监管小组成员（至少三人）。`,
  'accept.notComplete': ({ no, percent }) =>
    `${no}号项目才完成${percent}%，全部完工后才能验收。请等报了“完成100%”再来。`,
  'task.unknown': ({ task }) => `没有任务${task}。请核对编号再发。`,
  'task.closed': ({ task }) => `任务${task}已经办结或放下了，不用再报。`,
  'task.notYours': ({ task }) => `任务${task}是别的邻居认领的，由他自己报。`,
  'task.notDone': ({ task }) => `任务${task}还没有报完成。认领的人先发送“任务${task}完成”。`,
  'task.own': () => '自己、自家人和亲属的任务，要请别家的邻居去看，看过由他发送“核实”。',
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
  'emergency.again': ({ no, other }) =>
    no === other
      ? `${no}号已经走过应急抢修，一件事只走一次。再要花钱，请按平常的办法发布方案、表决。`
      : `${no}号和${other}号是同一件事，${other}号已经走过应急抢修，一件事只走一次。请按平常的办法发布方案、表决。`,
  'emergency.notListed': ({ no }) =>
    `应急抢修只给屋面外墙漏水、电梯、消防、管道爆裂这些等不得的事。请先发送“${no}号责任核查”，选应急维修，写明依据。`,
  'emergency.cap': ({ no, mostFen }) =>
    `应急抢修最多${yuan(mostFen)}，再多要先表决。请把应急的部分单独写，例如“${no}号应急抢修：先关阀换一截管，最多${yuan(Math.min(mostFen, 500_000))}”，其余发布方案表决。`,
  'emergency.none': ({ no }) =>
    `${no}号没有等着确认的应急抢修（宣布后24小时没有人到场确认就作废）。书记可以发送“${no}号应急抢修：什么情况，最多多少元”。`,
  'emergency.confirmed': ({ no }) => `${no}号已经有人到场确认，可以动工了。发送“${no}号进度”看进展。`,
  'emergency.samePerson': ({ no }) => `${no}号是您宣布或确认过的，要另外的人到场看过，请他发送“${no}号应急确认”。`,
  'emergency.otherNeeded': ({ no, missing }) =>
    missing === 'household'
      ? `${no}号还要一位受影响范围里的住户到场确认，请他发送“${no}号应急确认”。`
      : `${no}号还要楼长、网格员、物业、业委会或监管小组一人到场确认，请他发送“${no}号应急确认”。`,
  'emergency.overCap': ({ no, capFen }) =>
    `${no}号应急抢修最多花${yuan(capFen)}，连同已经申请的超过了。超出的部分请发布方案、表决以后再花。`,
} satisfies Partial<Sayings>;
