import { asks, isQuoted, namesOthers, supposes } from './cues.js';
import { chineseNumerals, readWhole } from '../values/numbers.js';
import { tidyWords } from './pieces.js';
import { measures } from '../values/quantity.js';
import type { Finding, Scene } from './scene.js';
import { wordsOf } from './sentence.js';

const credit = '(?:信用)?(?:积分|信用分|信用值|分值|志愿分|公益分)';
const ranking = new RegExp(
  `(?:${credit}|信用).{0,6}(?:榜|排行|排名|排第|名次|前三|前十|最高|最多|第一)|(?:排行榜|排名榜|光荣榜|榜单|红黑榜|排行|排名|名次)|谁(?:家)?(?:的)?(?:${credit}|分)(?:数)?(?:最|比较)?(?:高|多)|(?:我|俺|咱)?(?:家)?(?:现在|目前)?(?:积分)?(?:排|能排)(?:在|到)?第?(?:几|多少|老几)(?:名|位)?|(?:前三名|前十名|第一名)(?:是谁|都有谁|有谁)|分(?:最|数最)高的`,
  'u',
);
const catalog = new RegExp(
  `(?:能|可以|可)(?:不能|不可以)?用(?:${credit})(?:换|兑换?|抵|买).{1,12}(?:吗|么|不|没)|(?:能|可以|可|都能|都可以|能够|够|会|用来)?(?:用)?(?:${credit})?(?:能|可以|可|都能|够)?(?:换|兑|兑换|换购|抵|抵扣|领)(?:点|些|到|取|成|个)?(?:啥|什么|哪些|哪|多少|几)|(?:啥|什么|哪些|哪)(?:东西|礼品|奖品|商品|物品|玩意|好东西|好货)?(?:能|可以|可|是能|是可以)?(?:用)?(?:${credit})?(?:能|可以|来|可)?(?:换|兑|抵)|兑换(?:的)?(?:清单|目录|列表|单子|表|商品|物品|礼品|奖品|品|东西|规则|标准|比例|项目|菜单|价目|内容)|(?:${credit})(?:商城|超市|商店|商品|货品|礼物|兑换(?:清单|目录|商品|表|列表|东西|物品|品|点|处|内容)|目录|清单|货架|礼品|奖品|兑换都|用途)|(?:都)?有(?:啥|什么|哪些)(?:东西|礼品|奖品|商品|物品|好东西|可以|能)?.{0,6}(?:可以|能|可|来)?(?:用)?(?:${credit})?(?:换|兑)|(?:${credit}|这些?分|分).{0,8}(?:能|可以|可|够)(?:不能|不可以)?(?:换|兑换?|抵扣?|当|买).{1,12}(?:吗|么|不|没|嘛)|(?:${credit}|这些?分|分)(?:有|是|能|可以)?(?:干|有|做)?(?:啥|什么|哪些)(?:用|用处|用途|作用|好处)|(?:${credit}|分).{0,3}(?:怎么|咋|如何)(?:用|花)|能(?:不能)?(?:兑|换).{1,12}(?:吗|么|不)|(?:\\d+|多少|几)(?:个)?(?:积)?分(?:能|可以)?(?:换|兑)|能兑换的|可兑换|可以兑换的|能换的(?:东西|礼品|奖品)|够(?:不够)?(?:换|兑)|礼品(?:都)?有|(?:都)?有(?:啥|什么|哪些|哪几样)(?:礼品|奖品|好礼)`,
  'u',
);
const balance = new RegExp(
  `(?:我|俺|咱|本人|自己|我家|俺家|家里|账户)(?:们)?(?:家)?(?:里)?(?:的)?(?:这|那)?(?:个|点)?(?:现在|目前|到底|一共|总共|当前|现有|账户|有|还有|还剩|户上)*(?:的)?(?:${credit})|(?:${credit})(?:余额|还有多少|还剩多少|有多少|多少|剩多少|还剩|是多少|几分|明细|查询|情况|结余|总数|总额|够|剩余|还有几|有几|到账|攒了|现在多少|现在有|账户|记录|个数|数)|(?:查|看|问|瞅|瞧|查询|看看|查查|查看|显示)(?:一?下|看|个)?(?:我|俺|咱|自己|我家|俺家)?(?:家)?(?:的|有多少|还有多少|还剩多少|剩多少)?(?:${credit})|(?:攒|有|剩|存|得|挣|积)(?:了|下|着|到)?(?:多少|几)(?:个)?(?:积)?分|(?:多少|几)(?:个)?(?:${credit})|(?:我|俺)(?:家)?(?:还|现在|一共|总共)?(?:有|剩)?(?:多少|几)分`,
  'u',
);

export function findCredit(scene: Scene): Finding[] {
  const { plain } = scene;
  if (scene.noise || !/分|兑|换|榜|排|信用|礼品|领/u.test(plain)) return [];
  const redeem = findRedeem(scene);
  const asked = findAsked(scene);
  // 把我的积分换成券 names the points, and asks for no balance.
  return redeem ? [redeem, ...asked.filter(({ intent }) => intent !== 'credit.balance' || redeem.score < 0.8)] : asked;
}

function findAsked({ plain, bare, clauses, jested, supposed }: Scene): Finding[] {
  const found: Finding[] = [];
  const long = plain.length > 36 || clauses.length > 4;
  const talk =
    jested ||
    supposed ||
    /凭啥|为啥|为什么|怎么(?:扣|少|没|还没|不|加|算|才|得|攒|挣|来|获得|赚)|咋(?:扣|少|没|不|加|算|才|得|攒|挣|来|赚)|扣|加分|过期|清零|啥时候|什么时候|转给|送给|作弊|不公平|公平|没啥用|不在乎|不稀罕|规则怎么|骗/u.test(
      plain,
    );
  const add = (intent: string, cue: RegExpExecArray | null, score: number): void => {
    if (cue && !isQuoted(plain, cue.index, cue.index + cue[0].length))
      found.push({
        intent,
        score: talk ? Math.min(0.45, score) : long ? Math.min(0.6, score) : score,
        why: `${intent}:${cue[0]}`,
      });
  };
  const about = /积分|信用|分|榜/u.test(plain);
  if (about && !/投票|得票|项目排|提案排|工期/u.test(plain))
    add('credit.ranking', ranking.exec(plain), /积分|信用|分|榜/u.test(plain) ? 0.94 : 0.8);
  if (/积分|信用|兑|分能|分可|礼品|奖品|换/u.test(plain))
    add('credit.catalog', catalog.exec(plain), /积分|信用|兑/u.test(plain) ? 0.93 : 0.72);
  const others = namesOthers(plain) && !/大伙|大家|你给|你帮|你查/u.test(plain) && !/[我俺咱]/u.test(plain);
  if (found.length === 0 && about) add('credit.balance', balance.exec(plain), others ? 0.5 : 0.93);
  if (found.length === 0 && new RegExp(`^(?:我|俺)?(?:的)?${credit}$`, 'u').test(bare))
    add('credit.balance', /.+/u.exec(bare), 0.88);
  return found;
}

const n = `(?:\\d{1,4}|[${chineseNumerals}]{1,4})`;
const unit = `(?:${measures}|次|回|份|小时|个小时|个月|度|枚|对|提|听|组|元|块)`;
const redeemVerb = '兑换|换购(?!物)|换取|兑一?下|兑|换领|领取|换成|换个|换点|换一?下|换|领|抵扣|抵';
const countFirst = new RegExp(
  `(?:${redeemVerb})(?:成|了|个|:|：|一下|点|些|\\s)*(?<count>${n})(?<unit>${unit})(?:的)?(?<item>[^，。,.!！?？;；、\\s№₥¿⌂]{1,16})`,
  'u',
);
const itemFirst = new RegExp(
  `(?:${redeemVerb})(?:成|:|：|一下|点|些|个|我|俺|\\s)*(?<item>[^，。,.!！?？;；、\\s№₥¿⌂]{1,16}?)[\\s,，xX*×]*(?<count>${n})(?<unit>${unit})(?:吧|呗|哈|啊|谢谢|了)*(?:$|[，,。\\s!！])`,
  'u',
);
const plainItem = new RegExp(
  `(?:${redeemVerb})(?:成|:|：|一下|点|些|个|\\s)*(?<item>[^，。,.!！?？;；、\\s№₥¿⌂]{2,16})`,
  'u',
);
const turned = new RegExp(
  `(?:把|用)?(?<item>[^，。,.!！?？;；、\\s№]{2,12}?)(?:给我|帮我|我|俺)?(?:要)?(?:兑换?|换)(?:一下)?(?<count>${n})(?<unit>${unit})(?:吧|呗|哈|啊|谢谢)*$`,
  'u',
);
const goods =
  /抽纸|纸巾|卫生纸|纸|洗衣[粉液]|洗洁精|肥皂|香皂|牙膏|牙刷|毛巾|大米|小米|面粉|食用油|花生油|油|鸡蛋|盐|酱油|醋|牛奶|券|卡|票|优惠|话费|电费|水费|暖气费|物业费|停车|理发|家政|保洁|体检|义诊|洗车|雨伞|水杯|杯|锅|盆|桶|拖把|扫帚|垃圾袋|台灯|风扇|礼品|奖品|茶叶|月饼|粽子|春联|对联|福字|洗发|沐浴|洗手液|口罩|手套|书|本|笔|书包|图书|米|面|奶|被|毯|枕|服务|充电|电池|插排|手电|血压计|体温计|创可贴|药|维修|开锁|保险|门票|电影|饮料|矿泉水|糖|饼干|水果|蔬菜|菜|花|绿植|盆栽|购物|袋|消毒/u;

function findRedeem(scene: Scene): Finding | null {
  const { plain, jested } = scene;
  const text = plain;
  if (!new RegExp(redeemVerb, 'u').test(text)) return null;
  const hasCredit = /积分|信用分|兑/u.test(text);
  const clause = scene.clauses.find(({ text: each }) => new RegExp(redeemVerb, 'u').test(each));
  if (!clause || isQuoted(plain, clause.start, clause.end)) return null;
  const first = countFirst.exec(text) ?? itemFirst.exec(text) ?? turned.exec(text) ?? plainItem.exec(text);
  const named = first?.groups?.item;
  if (!first || named === undefined) return null;
  const from = first.index + first[0].lastIndexOf(named);
  const item = itemOf(wordsOf(scene, from, from + named.length));
  if (
    item === '' ||
    /^(?:清单|目录|列表|规则|标准|表|商城|一下$|啥|什么|哪)/u.test(item) ||
    (!hasCredit && !goods.test(item))
  )
    return null;
  const asked =
    scene.clauses.some(each => each.asked) ||
    /吗|么$|没$|多少|啥|什么|哪|怎么|咋|如何|几[分个]|能不能|可不可以|够不够|谁|行不|可以不/u.test(plain) ||
    (asks(plain) && !/帮我|给我|给俺|帮俺|我要|俺要/u.test(plain)) ||
    /[?？]|不$|够不/u.test(plain);
  const tale =
    /(?:换|兑|兑换|领)(?:的|了|过|到|来的|回来|完|不了|不到|走|掉)|换成了|上次|上回|去年|昨天|以前|之前换|没(?:换|兑|领)|不(?:换|兑|想换|领|够换)|别换|已经|要是|如果|等.{0,8}(?:再|就)|攒够|凑够|够了(?:再|就)|打算|想着|准备|听说|说(?:要|是|能)|啥时候|什么时候|建议|应该|希望|都(?:换|兑)/u.test(
      plain,
    ) && !/(?:换|兑换?|领)了吧$|给我换|帮我换|给我兑|帮我兑|我要(?:换|兑)/u.test(plain);
  const told = namesOthers(plain) && !/小助手|麻烦|帮|你给/u.test(plain);
  const isWork =
    !hasCredit &&
    /灯泡|水管|门锁|管道|电梯|更换|换成|换届|换人|交换|替换|换新|换个?(?:地方|时间|话题|思路)/u.test(plain);
  const base = hasCredit ? 0.94 : /帮我|给我|给俺|我要|我想|俺要|我换|俺换/u.test(plain) ? 0.82 : 0.6;
  const { count, unit: measure } = first.groups ?? {};
  const isPrice = /元|块/u.test(measure ?? '');
  const quantity = count === undefined || isPrice ? undefined : (readWhole(count) ?? undefined);
  const score = Math.min(
    base,
    asked || tale ? 0.35 : 1,
    told ? 0.4 : 1,
    isWork ? 0.3 : 1,
    jested || supposes(plain) ? 0.4 : 1,
    plain.length > 60 ? 0.6 : 1,
  );
  return { intent: 'credit.redeem', score, why: 'redeem', slots: { item, quantity } };
}

function itemOf(words: string): string {
  return tidyWords(
    words
      .replace(/^(?:的|成|个|一下|点|些|给我|给俺)/u, '')
      .replace(/(?:给我|给俺|谢谢|可以|行|就行|就好|一下|吧|哈|呗|了|用).{0,4}$/u, found =>
        /^(?:给|谢|可以|行|就|一下|吧|哈|呗|了)/u.test(found) ? '' : found,
      ),
  );
}
