import { plain } from '../../domain/plain-text.js';
import type { Sayings } from './sayings.js';

/** What is refused about reports and ideas, in words. */
export const reportSayings = {
  'report.unknown': ({ report }) => `没有报事${report}。发送“报事”看看都有哪些。`,
  'report.ended': ({ report, state }) => `报事${report}${state}，不用再办。又出了事请重新发送“报事：……”。`,
  'report.again': ({ report }) => `这件事您已经报过了，是报事${report}，发送“报事${report}”看办得怎样。`,
  'report.tooMany': ({ most }) => `一天最多报${most}件事，这一件没有记。急的请打12345，或者告诉楼长。`,
  'report.person': () =>
    '说到哪个人、哪一家的事我不登记。请找楼长或网格员当面调解，有人违法请打110；公共的东西坏了、脏了、有危险，再告诉我。',
  'report.emergency': ({ words }) => `${words}我没有登记，人安全了再告诉我坏了什么。`,
  'report.nobody': ({ said }) =>
    `本网格没有人担任“${plain(said, 20)}”，没有转。请写职务，例如“报事7转给物业”“报事7转给楼长”。`,
  'report.notYours': ({ report }) =>
    `报事${report}由报过这件事的邻居或者楼长、网格员转提案。您也可以自己提，例如“提案：3号楼东头装路灯”。`,
  'report.notOwn': ({ report }) =>
    `报事${report}不是您报的，补照片和撤回由报的人自己来。您也看到了，发送“报事：……”加上您的一份。`,
  'report.photos': ({ report, most, kept }) =>
    `一件报事一人最多${most}张照片，报事${report}已有您的${kept}张，这次没有收。`,
  'idea.person': ({ no }) =>
    `建议大家都看得到，只说事情怎么办，不说到人，没有记。请换个说法，例如“${no}号建议：用感应灯”。`,
  'idea.again': ({ no, idea }) => `这条建议已经有了，是${no}号建议${idea}。发送“${no}号建议”看全部。`,
  'idea.tooMany': ({ no, most }) =>
    `一件事一人最多提${most}条建议，这一条没有记。您的建议可以在议事会上接着说，${no}号的进展发送“看看${no}号”。`,
  'idea.unknown': ({ no, idea }) => `${no}号没有建议${idea}。发送“${no}号建议”看都有哪些。`,
  'idea.reason': ({ no, idea }) => `不采纳要写原因，提的人和大家都看得到。请发送“${no}号建议${idea}不采纳：……”。`,
} satisfies Partial<Sayings>;
