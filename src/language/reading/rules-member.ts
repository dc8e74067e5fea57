import { asks, isPast, supposes } from './cues.js';
import { readHousehold } from '../values/household.js';
import type { Finding, Scene } from './scene.js';

export function findMembers(scene: Scene): Finding[] {
  if (scene.noise) return [];
  return [...findBind(scene), ...findHelp(scene)];
}

const binding =
  /绑定|绑上|绑一?下|绑个|绑|登记|认证|实名|注册|录入|录一下|录上|加进|加上我|住户信息|房号|报到|入册|备案|认领房|填一下|住址|户号|更正|门牌/u;
const living =
  /(?:我|俺|咱|我家|俺家|我们家|家)(?:们)?(?:是|住|在|住在|的?房号|的?门牌|的?地址|家住|住的是|家在)+|住户|业主|户主|房主|姓名|我叫|俺叫|家住|家住在|本人住|住址/u;
const other =
  /₥|停水|停电|停车|漏|坏|堵|灯|电梯|管|维修|快递|噪音|吵|施工|装修|租|卖|转让|出租|捡|丢|同意|反对|弃权|投|选|捐|认|出(?!生|租)|附议|提议|提案|建议|积分|兑换|换|巡查|验收|进度|钱|账|项目|方案|反映|想问|请问|问一下|怎么|咋|狗|猫|垃圾|喊|叫(?!做|我|王|李|张|刘|陈|孙)|敲门|帮忙|谁|没人|吗|开会|通知|集合|那边|楼下|楼上|门口|前面|后面|东头|西头|旁|说|觉得|同学|朋友|亲戚|搬走|搬来|搬家|搬到|邻居|欠|修|跳舞|聚|晒|要是|如果|报修|拿|送|收到|花|买|支付|支出|支持|赞成/u;

function findBind(scene: Scene): Finding[] {
  const { plain, addresses, clauses, jested } = scene;
  const binds = binding.test(plain);
  if (addresses.length === 0 && !binds) return [];
  const household = readHousehold(scene.text);
  const hasBuilding = household?.building !== undefined;
  if (!household && !binds) return [];
  if (
    clauses.some(({ asked }) => asked) ||
    supposes(plain) ||
    (asks(plain) && /吗|怎么|咋|啥|谁|哪|几|什么|没$/u.test(plain))
  )
    return [];
  if (
    /积分|投票|巡查|进度|支出|入账|提案|项目|№|认捐|附议|兑换|解绑|取消绑定|发票|车/u.test(plain) ||
    (isPast(plain) && !/现在|更正/u.test(plain))
  )
    return [];
  if (!hasBuilding && !(binds && household?.room !== undefined)) {
    const wish =
      /^(?:我|俺)?(?:想|要|来)?(?:绑定|登记|认证|绑)(?:一下)?(?:住户|房号|房屋|我家|身份|信息|家庭|户)?$/u.test(
        scene.bare,
      );
    return wish ? [{ intent: 'member.bind', score: 0.8, why: 'bind:wish', slots: {} }] : [];
  }
  const talk = other.test(plain.replace(/叫[\u4e00-\u9fa5]{2,3}|门牌|姓名|印刷厂|宿舍|管理|房管/gu, ''));
  const full = household?.room !== undefined || household?.name !== undefined || household?.unit !== undefined;
  const isOnly = plain.replace(/[⌂\s，,。:：]/gu, '').length <= 8;
  const score = jested
    ? 0.4
    : binds && !talk
      ? 0.95
      : binds
        ? 0.84
        : talk
          ? 0.35
          : living.test(plain) && (full || plain.length <= 12)
            ? 0.9
            : isOnly && full
              ? 0.85
              : 0.45;
  return [{ intent: 'member.bind', score, why: binds ? 'bind:asked' : 'bind:lives', slots: { ...household } }];
}

const botDeeds =
  '投票|投|表决|附议|认捐|认筹|捐款|捐|提案|提议|提建议|发起|绑定|绑|登记|认证|兑换|兑|换积分|查|查询|查账|查积分|看账|看进度|看|撤回|撤销|撤|取消|弃权|改票|改投|评分|评价|打分|操作|弄|整|搞|使|使用|用|玩|说|问|发|输|写|打|报名|参加|参与|填|回复|答|验收|巡查|上报|录入|记账|发布|公示|开|表态|选';
const help = new RegExp(
  [
    `(?:怎么|咋|咋个|怎样|如何|咋样)(?:才能|去|来|可以|能|给|样|着|个|在这|在群里|在这里|用你|跟你|@你|样才能)*(?:${botDeeds})`,
    '使用(?:说明|方法|教程|手册|指南|帮助|步骤)|说明书|操作(?:指南|说明|手册|步骤|方法|流程)|(?:功能|命令|指令)(?:介绍|列表|菜单|说明|清单|有哪些|都有啥|表)?|用法|教程|帮助|HELP|菜单',
    '(?:你|小助手|机器人|助手|这(?:个)?(?:东西|玩意儿?|群|软件|程序|助手|机器人))?(?:都|还|到底)?(?:能|会|可以|可)(?:帮我|帮俺|帮大家|给我|给咱|替我)?(?:们)?(?:干|做|办|弄|整|查|提供|帮)(?:点|些)?(?:啥|什么|哪些|嘛|么|吗事)',
    '(?:你|小助手|机器人|助手)(?:都|还)?(?:有|是)?(?:啥|什么|哪些)(?:功能|用|用处|本事|作用|能耐)|有(?:啥|什么|哪些)(?:功能|用处|指令|命令|口令|本事)|(?:是)?干(?:啥|什么|嘛)(?:用)?的',
    '(?:教|指导|告诉)(?:教|一?下|一教)?(?:我|俺|咱|大家)(?:们)?(?:一下)?(?:怎么|咋|如何|用|操作|弄|使)|教教|教一下|教我|教俺',
    '(?:不会|不懂|不知道(?:怎么|咋|如何)|搞不懂|弄不明白|整不明白|不明白(?:怎么|咋))(?:弄|用|使|操作|整|玩|搞|投|发|打|捐|报|填|这个)',
    `(?:发|输入|打|输|回复|回|说|写|填)(?:个|点|些)?(?:什么|啥|哪个|哪几个|几)(?:字|话|指令|口令|命令|内容|数字|词)?(?:才能|能|可以|就能|就|呢|啊|$|来)?`,
    '(?:啥叫|什么叫|什么是|啥是|咋叫)(?:附议|认捐|认筹|弃权|提案|表决|绑定|积分)|(?:附议|认捐|认筹|绑定|表决)是(?:啥|什么|干啥|干什么)(?:意思|东西)?',
    '(?:投票|认捐|附议|提案|绑定|兑换|捐款|登记|撤回|改票)(?:的)?(?:方法|步骤|流程|格式|教程|指南|怎么|咋|操作)',
    '(?:从哪|在哪|去哪|哪里|哪儿)(?:里|儿|边)?(?:可以|能|来)?(?:投票|认捐|附议|提案|绑定|兑换|登记|查|看积分|操作|投|点)',
  ].join('|'),
  'iu',
);

function findHelp(scene: Scene): Finding[] {
  const { plain, bare, jested, clauses } = scene;
  const cue = help.exec(plain);
  if (!cue) return [];
  const isBot = /小助手|机器人|助手|你|这个群|群里/u.test(plain);
  const strong =
    /使用|操作|功能|指令|命令|帮助|教|用法|菜单|HELP|不会(?:弄|用|使|操作|整)|怎么用|咋用|如何使用|怎么投|咋投|如何投|怎么(?:附议|认捐|绑|兑|提案)|咋(?:附议|认捐|绑|兑|提案|弄|使|整)|说明/u.test(
      cue[0],
    );
  // Somebody's conduct is asked about, not the bot's use.
  const offers = /[我俺](?:们)?(?:愿意|可以|来|能|会)*(?:义务)?教/u.test(plain);
  const chatty =
    offers ||
    (/怎么(?:说呢|看待|弄的|搞的|整的|看的|写的|回事|发现)|咋(?:弄的|搞的|整的|说呢|回事)|谁(?:说|弄)|你(?:们)?(?:怎么|咋)(?:看|说|投|选|弄|搞|打)|大家(?:怎么|咋)(?:看|投|选|说)|(?:怎么|咋)(?:看不|查不|用不|打不|还不|都不|没|又|这么|那么|老|总|投票的人|投了|弄成|搞成|弄得|搞得|改票了|说话|开会|开门|开车)|灯|水|门|管|电|路|钱|退款|发票|收据|退费|交费|缴费|他|她|老公|帮助(?:他|她|老|困难|邻|别人|大)|互相|功能(?:坏|厅|不)|要是|如果|凭啥|楼|施工|装修|漏|堵|修/u.test(
      plain.replace(/水平|电话|门口|提案|投票结果/gu, ''),
    ) &&
      !/小助手|机器人/u.test(plain));
  const long = plain.length > 40 || clauses.length > 4;
  const isMoney = /₥/u.test(plain);
  const score =
    jested || isMoney ? 0.45 : chatty ? 0.4 : long ? 0.6 : strong ? 0.94 : isBot || bare.length <= 10 ? 0.86 : 0.62;
  return [{ intent: 'help', score, why: `help:${cue[0]}` }];
}
