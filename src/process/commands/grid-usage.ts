import { roles } from '../../domain/permissions.js';
import type { Said } from './tongue.js';

const names = Object.entries(roles);

export const usage: Said = {
  en: `npm run --silent grid -- COMMAND
  create CODE --name NAME --community NAME [--subdistrict NAME]
                                             a grid; CODE is lower-case letters, digits and "-"
  county FILE.xlsx                           all grids of a county from one workbook: the sheets 网格, 住户 and 角色;
                                             the same file twice changes nothing; ends with the list of what is missing
  missing                                    which grids lack what: roster, secretary, group, webhook, key project …
  split CODE NEWCODE --name NAME --buildings 3,4
                                             cuts buildings off into a new grid; what they decided and paid stays
  merge CODE INTO [--renumber 1=11,2=12]     joins a grid to another and closes it; its board can still be read
  roster CODE FILE [--preview]               imports households from CSV, XLSX or XLS as one; with --preview only says what
                                             would be added, changed and refused
  roster CODE --undo                         undoes the last import as one, within a day
  roster CODE --out FILE                     writes the roster into a .xlsx or .csv that can be imported again
  role CODE USERID ROLE [--building N]       gives a WeCom user a role, by its id or by its Chinese name
  role CODE USERID ROLE [--building N] --end takes it back
  bind CODE CHATID                           binds a group chat to the grid
  code CODE                                  prints a one-time code; a member with a role types 绑定网格 123456 in the group
  webhook CODE KEY                           the 消息推送 webhook key of the grid's group
  account CODE HOLDER 1234                   the account that money is paid into, named when a collection begins
  rules CODE FILE [--silence POLICY] [--record-mode MODE]
                                             what the owners' assembly has adopted about silent votes (not_counted,
                                             deemed_abstain, follow_majority) and ballots of record (chat_plus_paper,
                                             paper_of_record); FILE is the adopted article as plain text
  poll CODE NO                               prints the count sheet of a closed poll, for npm run --silent recount
  paper CODE FOLDER                          prints the residents' manual in large type, and the forms of every building for a
                                             day without the bot, a PDF each
  precedents URL                             prints the ended matters as a file for another county
  learn FILE CODE                            takes such a file in, with the code that its county tells
  contest EDITION                            prints a contest's whole file, for npm run --silent contest
  show CODE                                  the grid, its roster counts, roles, bindings
Roles: ${names.map(([id]) => id).join(', ')}`,
  zh: `npm run --silent grid -- 命令
  create 代码 --name 名称 --community 社区 [--subdistrict 街道]
                                             新建网格；代码用小写字母、数字和“-”
  county 文件.xlsx                           一个工作簿导入全县：网格、住户、角色三张表；
                                             同一个文件再导一次不会改动；最后列出还缺什么
  missing                                    哪些网格还缺什么
  split 代码 新代码 --name 名称 --buildings 3,4
                                             把几栋楼分成新网格；已经定的事和钱留在原处
  merge 代码 并入的代码 [--renumber 1=11,2=12]
                                             并入另一个网格并关闭；公示栏仍可查看
  roster 代码 文件 [--preview]               导入名册（CSV、XLSX、XLS），整份一起生效；
                                             加 --preview 只看会新增、改动、拒绝哪些行
  roster 代码 --undo                         一天内整份撤销最近一次导入
  roster 代码 --out 文件                     把现在的名册写成 .xlsx 或 .csv，可以再导入
  role 代码 账号 角色 [--building 楼]        给企业微信账号一个角色，写角色的代号或中文名
  role 代码 账号 角色 [--building 楼] --end  收回这个角色
  bind 代码 群聊ID                           把群绑定到网格
  code 代码                                  生成一次性绑定码；有职务的成员在群里发“绑定网格 123456”
  webhook 代码 KEY                           群的消息推送 webhook key
  account 代码 户名 1234                     收款账户的户名和账号最后四位，开始收款时公示
  rules 代码 文件 [--silence 规则] [--record-mode 方式]
                                             业主大会通过的规则：未表态票（not_counted、deemed_abstain、
                                             follow_majority）和记录方式（chat_plus_paper、paper_of_record）；
                                             文件是通过的条文，纯文本
  poll 代码 号                               打印已截止表决的计票表，供 npm run --silent recount 核对
  paper 代码 文件夹                          打印大字的居民手册，和没有机器人的一天要用的纸质表，每栋楼一个PDF
  precedents 网址                            导出本县办成的事，给别的县参考
  learn 文件 校验码                          收进别的县导出的案例，校验码打电话问对方
  contest 届次                               打印擂台赛的全部数据，供 npm run --silent contest 核对
  show 代码                                  看网格的住户数、角色和绑定
角色：${names.map(([id, name]) => `${name}（${id}）`).join('、')}`,
};
