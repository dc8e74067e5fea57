import { momentWords } from '../../domain/calendar.js';
import { plain } from '../../domain/plain-text.js';
import { voteSayings } from '../../domain/poll/choices.js';
import { listed, type Sayings } from './sayings.js';

/** What is refused about votes, on screen, on paper and in a meeting, in words. */
export const pollsSayings = {
  'poll.unknown': ({ no }) => `没有${no}号表决。发送“投票情况”看看正在进行的表决。`,
  'poll.none': () => '现在没有正在进行的表决。发送“项目列表”看看各个项目到哪一步了。',
  'poll.several': ({ choices }) => `现在有${choices.length}个表决，请问是几号？\n${listed(choices)}`,
  'poll.closed': ({ no }) => `第${no}号表决已经截止，不能再投票了。发送“${no}号投票结果”看结果。`,
  'poll.alreadyOpen': poll =>
    `${poll.no}号已经在表决了，直接投票就行：发送“${plain(voteSayings(poll)[0] ?? '', 26)}”。`,
  'vote.whichHome': ({ no, homes }) =>
    [
      `${no}号这一票投给您的哪一套？`,
      ...homes.map((home, index) => `${index + 1} ${home}`),
      '请回复前面的数字，都投回复“都”。',
    ].join('\n'),
  'poll.newNotice': ({ no }) =>
    `${no}号上次表决没有通过，不能就这样再表决。请书记改好方案后先发送“发布${no}号方案：做什么，预算多少元”，公示期满再表决。`,
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
  'poll.unproven': ({ no }) =>
    `${no}号是业主表决，要核对过产权的业主本人投，微信里核对不了。这一票没有记：请找楼长领纸票，签名交回就算。`,
  'poll.overheard': ({ no }) =>
    `${no}号是业主表决，投的什么只该您自己知道，这个聊天管客服的人看得到，所以不在这里投，没有记。请发送“办事台”，点开链接投；也可以找楼长领纸票。`,
  'poll.deceased': ({ no }) =>
    `${no}号是业主表决，名册上您家有业主已故，要等继承人确认后再投。请带材料找社区书记更新花名册。`,
  'poll.paperLocked': ({ no }) =>
    `${no}号您家的纸票已经登记，以纸票为准。纸票有误请在截止前发送“${no}号纸票有误”；要撤回请找楼长书面办理。`,
  'poll.nothingCast': poll =>
    `${poll.no}号您家现在没有票可以撤销。要投票请发送${voteSayings(poll)
      .map(said => `“${plain(said, 26)}”`)
      .join('或')}。`,
  'evidence.missing': ({ what }) => `请先在私聊里把${what}拍照发给我，30分钟内再发这句话。没有照片不能登记。`,
  'evidence.used': ({ what }) => `这张照片已经登记过别的事了。请拍${what}本身的照片再发一次。`,
  'paper.line': ({ said }) =>
    `“${plain(said, 30)}”没有看懂，一张也没有登记。请写住址和投的什么，例如“3号楼2单元301 同意”。`,
  'paper.pictures': ({ papers, pictures }) =>
    `纸票有${papers}张，照片有${pictures}张：请发一张大家签了名的汇总表，或者一张票一张照片，按清单的先后。`,
  'paper.already': ({ no, paper }) =>
    `这一户在${no}号表决已有纸票${paper}。要改请先书面撤回：拍下撤回的字条，发送“撤回纸票${paper}”。`,
  'paper.unknown': ({ paper }) => `没有纸票${paper}。在私聊里发送“12号纸票清单”看有哪些。`,
  'paper.notPending': ({ paper }) => `纸票${paper}已经办过了。在私聊里发送“12号纸票清单”看它现在怎样。`,
  'paper.range': ({ paper, last }) =>
    `纸票${paper}到${last}没有一起核对：要都在同一张照片上、都等您核对，而且都一致。不符的单独说，例如发送“核对纸票${paper}不符”。`,
  'paper.samePerson': () => '登记的人不能自己核对，请另一位楼长、网格员或监管小组成员来核对。',
  'paper.none': ({ no }) => `${no}号表决没有登记过您家的纸票。私聊发送“我的票”看看您家的票。`,
  'paper.notKeyed': ({ no, said }) =>
    `您没有登记过${plain(said, 40)}在${no}号的纸票。在私聊里发送“${no}号纸票清单”看有哪些。`,
  'paper.private': () => '纸票和名单只在私聊里看：点我的头像，把这句话发给我。',
  'mandate.already': ({ no }) => `这一户在${no}号表决已经登记过委托或代表了，一户只能托一位。`,
  'mandate.unknown': ({ mandate }) => `没有等待核对的委托${mandate}。请核对编号再发一次。`,
  'mandate.none': ({ no }) => `您没有这一户在${no}号表决的有效委托。请先拍下委托书，请楼长登记，再由另一人核对。`,
  'mandate.agentUnknown': ({ agent }) =>
    `找不到唯一的“${plain(agent, 30)}”。受托人要先绑定住户，请写受托人的房号，例如：12号委托：3号楼2单元301由2号楼1单元102代投。`,
  'mandate.ownVote': ({ no }) => `${no}号这一户的委托人已经自己投了票，以本人的为准，不用再代投。`,
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
  'meeting.notListed': ({ no, said, isSigned }) =>
    isSigned
      ? `${plain(said, 30)}是自己签到的，不能替他划掉。没有改任何东西。`
      : `${no}号议事会的到场名单里没有${plain(said, 30)}。没有改任何东西。`,
  'meeting.noMinutes': () => '只有写纪要的人能补充自己公布过的纪要，例如“12号会议纪要补充：费用先走自愿认捐”。',
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
  'objection.closed': ({ no, state, isSettling }) =>
    isSettling
      ? `${no}号的决算正在公示，对账目有疑问请找社区会计；明细和凭证在公示栏，随时可以看。`
      : `${no}号现在是“${state}”。方案公示期里可以对方案提异议，结果公示期里可以对结果提异议；别的意见请找楼长或网格书记。`,
  'objection.unknown': ({ no, objection }) => `${no}号没有第${objection}条异议。发送“${no}号异议情况”看有哪些。`,
  'objection.answered': ({ no, objection }) =>
    `${no}号的第${objection}条异议已经答复过了。发送“${no}号异议情况”看答复。`,
  'poll.ownersTooEarly': ({ no, opensAt, days }) =>
    `${no}号方案公示要满${days}天，业主表决最早${momentWords(opensAt)}发起。`,
  'poll.ownersTooShort': ({ days }) => `业主表决至少要开${days}天，请说晚一些的截止时间，例如“10天后截止”。`,
  'deliver.noProof': ({ no }) =>
    `${no}号表决里，送达以后不投票的要算数，所以群聊、短信不算送达。请当面送，或者两人见证贴门、寄挂号信。`,
  'deliver.tooLate': ({ no, until }) =>
    `${no}号表决里，送达以后不投票的要算数，这样送达最迟在${momentWords(until)}，晚了来不及看，没有记。`,
  'poll.fixedEnd': ({ no, closesAt }) =>
    `${no}号是业主表决，截止时间写在票上，不能提前结束；${momentWords(closesAt)}自动截止计票。`,
  'poll.notMovable': ({ no, closesAt }) =>
    `${no}号表决的截止时间现在改不了，还是${momentWords(closesAt)}：只有发起人在发起后十分钟内、还没有人投票时能改。参加的不够数，书记可以延期一次，例如“${no}号延期10天”。`,
  'poll.notYours': ({ no }) => `${no}号表决要由发起人或网格书记来结束。`,
} satisfies Partial<Sayings>;
