import { buildingWords } from '../../domain/label.js';
import { placeWords } from '../../domain/masking.js';
import { momentWords } from '../../domain/calendar.js';
import { plain } from '../../domain/plain-text.js';
import { type Sayings } from './sayings.js';

/** What is refused about members, in words. */
export const peopleSayings = {
  'grid.unbound': () =>
    '本群还没有绑定网格。请在网格里有职务的成员在群里@我发送“绑定网格 六位绑定码”，绑定码由管理员用 grid code 命令取得。',
  'grid.wrongCode': () => '绑定码不对或已经用过了。请向管理员要一个新的绑定码，再发送“绑定网格 六位绑定码”。',
  'grid.otherBound': ({ grid }) => `本群已经绑定了“${grid}”，一个群只能属于一个网格。要更换请联系管理员。`,
  'member.unbound': () => '请先绑定您家，再办这件事。发送例如：我是5号楼2单元301的周桂兰。',
  'member.noHousehold': ({ building, unit, room }) =>
    `花名册里没有${placeWords({ building, unit, room })}。请核对楼号、单元和房号再发一次，或请楼长帮您登记。`,
  'member.whichHousehold': ({ building, candidates }) =>
    `${buildingWords(building)}有${candidates}户，请说全单元、房号和姓名，例如：我是${buildingWords(building)}2单元301的周桂兰。`,
  'member.alreadyBound': ({ place }) => `您已经绑定${place}了。要换房号，请找楼长或网格员办理。`,
  'member.tooManyTries': () => '试的次数太多了，这一条没有记。请过一小时再发，或当面请楼长帮您登记。',
  'member.confirmsSelf': () => '自己和自己家的绑定不能由自己确认。请本楼楼长或网格书记核对后确认。',
  'member.notOfHousehold': () => '您家没有绑定这个账号，不用办。要看您家的情况，请发送“我的数据”。',
  'member.objectionLate': ({ userid }) =>
    `账号${userid}的绑定不能这样取消：要在绑定后一天内、由先绑定的家里人提出。请找楼长或网格书记办理。`,
  'member.notBound': ({ userid }) => `账号${userid}没有绑定住户，不用解除。请核对账号再发。`,
  'role.membersOnly': () => '这位居民没有企业微信账号，不能担任职务。请先请他加入企业微信，再办这件事。',
  'roster.private': () => '花名册上有各家的姓名电话，只在私聊里办：点我的头像，在私聊里再发一遍。',
  'roster.gone': ({ roster }) =>
    `没有等您确认的花名册${roster}：可能已经导入，或者过了一天。请把文件在私聊里再发一次。`,
  'roster.undo': ({ why }) =>
    ({
      none: '没有可以撤回的导入，什么也没有改。要改，请把花名册改好，再发一次文件。',
      late: '最近一次导入已经超过一天，不能撤回。请把花名册改好，再发一次文件。',
      used: '这次导入新增的住户里已经有人投票、认捐或附议，不能整份撤回。请把花名册改好，再发一次文件。',
      own: '这次导入动到您自己家，不能由您撤回。请另一位书记发送“撤回名册导入”。',
    })[why],
  'identity.twoHomes': () =>
    '您在两边绑定的不是同一户，没有合并。请先在其中一边发送“解除我的绑定”，或请楼长核对后再来。',
  'member.noCode': () =>
    '这一户没有印过绑定卡，或已经作废了，什么也没有改。要新卡请重印这一栋的，发送例如“打印2号楼绑定卡”。',
  'member.notAsked': () => '这位成员没有等待确认的绑定申请。请本人先发送例如：我是5号楼2单元301的周桂兰。',
  'permission.missing': ({ deed, roles, people = [] }) =>
    `${deed}要由${roles.join('、')}来办。${people.length > 0 ? `请找${people.join('、')}办理` : '您可以在群里请他们办理'}，发送“帮助”看看您能办什么。`,
  'permission.otherBuilding': ({ building }) =>
    `${buildingWords(building)}的住户要由${buildingWords(building)}的楼长确认。`,
  'adviser.unknown': () => '这一户没有找到这个人。他要先在机器人里绑定住户，请核对姓名再发。',
  'adviser.unclear': () => '这一户有几位同姓的，请写全名再发。',
  'adviser.already': () => '他已经是社区治理顾问了，不用再聘。',
  'card.none': () => '您还没有写承诺。请先发送“我承诺：……”，例如“我承诺：有事随叫随到”。',
  'list.unread': ({ example }) => `没看懂这个清单，没有记。请每项写一个名称和一个金额，用逗号隔开，例如“${example}”。`,
  'notice.unknown': ({ notice }) => `没有第${notice}号公示。公示的编号在群里那条公示的最后一行，请核对后再发。`,
  'notice.posted': ({ notice, at }) =>
    `第${notice}号公示${momentWords(at)}已经登记张贴过了。内容要改，请重新发布，旧的一版仍可查。`,
  'notice.notSent': ({ no, notice }) =>
    `${no}号方案的第${notice}号公示还没有发到群里，群的推送断了。接通、发出以后才能表决，请联系管理员。`,
  'notice.notPosted': ({ no, notice }) =>
    `${no}号方案只在群里公示了，公示栏还没有照片，期限没有起算。请打印张贴后在私聊里发照片，再发送“第${notice}号公示已张贴”。`,
  'data.none': () => '我这里没有保存关于您的内容。要参加议事，请先发送例如：我是5号楼2单元301的周桂兰。',
  'data.hasRole': () => '您在网格里还有职务，要先请管理员免去，再发送“删除我的数据”。',
  'member.unknown': ({ said }) =>
    `没有找到已绑定的“${plain(said, 20)}”。请写全名或住址，例如“周桂兰”或“5号楼2单元301”。`,
  'member.several': ({ said, count }) =>
    `“${plain(said, 20)}”有${count}位，分不清是哪一位。请写住址，例如“5号楼2单元301”。`,
  'overview.notYours': ({ roles }) =>
    `看板由${roles.join('、')}查看。本网格的方案、资金、进度大家都能看，发送“项目列表”就有链接。`,
  'text.tooLong': ({ most }) => `这段话太长了，请写在${most}个字以内再发一次。`,
} satisfies Partial<Sayings>;
