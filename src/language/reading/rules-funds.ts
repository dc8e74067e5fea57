import { chooseAmount, type AmountMention } from '../values/amounts.js';
import { asks, isQuoted, supposes } from './cues.js';
import { tidyWords } from './pieces.js';
import type { Finding, Scene, Slots } from './scene.js';
import { wordsOf } from './sentence.js';

/** The kinds of money, by the words that name them. The first that fits counts. */
const sources: readonly (readonly [string, RegExp])[] = [
  ['public_revenue', /公共(?:区域)?收益|公共收入|广告(?:费|收入|位)|公共部位/u],
  ['market_share', /公益市场|市场(?:收益)?(?:分成|分红|收益)|收益分成|摊位(?:费|收入|分成)|集市|市集|分成款/u],
  ['welfare', /福彩|公益金|福利彩票|体彩|公益资金|彩票/u],
  ['charity_fund', /慈善|爱心基金|社区基金/u],
  [
    'subsidy',
    /奖补|补助|补贴|财政|专项(?:资金|款)|政府(?:拨|资金|支持)|上级(?:拨|资金)|街道(?:拨|资金|下拨)|以奖代补|政策/u,
  ],
  [
    'residents',
    /居民(?:自筹|众筹|集资|捐款|筹款|筹资|自愿|缴|交)|自筹(?:款|资金)?|众筹款|住户(?:集资|自筹|众筹)|业主(?:集资|自筹|众筹)|群众自筹/u,
  ],
];

/** The kind of money that a text names. */
export function sourceOf(text: string): string | undefined {
  return sources.find(([, words]) => words.test(text.replace(/物业费/gu, '')))?.[0];
}

const receiving =
  /收到|收讫|收款|收入|入账|入库|到账|进账|拨款|拨付|下拨|拨来|到位|实收|已收|代收|今收|现收|收现|收(?=[^，。]{0,12}₥)|交来|缴来|打来|转来|汇来|送来(?=₥)|打款|汇入|转入|打到账/u;
const spending =
  /支出|支付|付款|付给|付了|付(?=[^，。]{0,12}₥)|花费|花了|花掉|花去|花(?=₥)|开支|出账|报销|报账|结算|结清|结了|结(?=.{0,8}₥)|付讫|付清|采购|购买|购置|购入|购(?=.{1,10}₥)|买了|用了|用去|使用|支(?=.{0,10}₥)|转给(?=.{0,10}₥)|打给/u;
const bookish =
  /记账|入账|出账|支出|记一笔|记上|记个账|登账|报账|报销|上账|支付|付款|付给|开支|票据|发票|收据|经手|做账|下账|走账|№/u;
const personal =
  /的[^，。]{0,6}(?:鞋|衣|手机|菜|票|裤|包)|外卖|打车|买菜|网购|淘宝|拼多多|美容|理发|看病|挂号|加油|充话费|话费|孩子.{0,4}(?:补课|学费)|聚餐|吃饭/u;
const past = /以前|去年|前年|上次|上回|从前|那年|当年|上一?届|往年|老早|早年/u;

export function findFunds(scene: Scene): Finding[] {
  if (!scene.plain.includes('₥')) return findShow(scene);
  const money = [findReceipt(scene), findSpending(scene)].filter(finding => finding !== null);
  return [...money, ...findShow(scene)];
}

function moodOf({ plain, asked, jested, noise, clauses }: Scene): number {
  if (noise || jested) return 0.4;
  if (
    asked &&
    (clauses.some(({ asked: mark }) => mark) || /吗|么$|谁|咋|怎么|多少|哪|啥|是不是|有没有|几/u.test(plain))
  )
    return 0.3;
  if (supposes(plain) || past.test(plain)) return 0.3;
  if (
    /没(?:有)?(?:收到|到账|支付|付|入账)|未(?:到账|收到|支付|付)|不(?:能|让|该|应|同意|付|收)|别(?:付|收|花)|听说|据说|说是|应该|打算|准备|计划|等.{0,8}(?:到账|再)|将要?|预计|预算|催|凭啥|凭什么|还没|才收|要收|要付|要花|得花|得付|该付|想收|乱收|可以收/u.test(
      plain,
    )
  )
    return 0.4;
  return 1;
}

function findReceipt(scene: Scene): Finding | null {
  const { plain, no } = scene;
  const cue = receiving.exec(plain);
  if (!cue || isQuoted(plain, cue.index, cue.index + cue[0].length)) return null;
  if (/收(?:工|尾|拾|据|费|藏|礼|红包|快递|件)|收了工/u.test(plain) && !/收到|入账|到账|收款/u.test(plain)) return null;
  const amount = receivedIn(scene);
  if (amount?.kind !== 'exact') return null;
  if (/支出|出账|报销|付给/u.test(plain) && !/收到|入账|到账/u.test(plain)) return null;
  const strong = /收到|入账|到账|收款|进账|拨款|拨付|下拨|实收|已收|今收|代收|收讫|交来|收入|转入|汇入/u.test(cue[0]);
  // 我收到200, 物业收了200: whoever else took money is told about, not booked.
  const who = plain.slice(Math.max(0, cue.index - 10), cue.index);
  const told =
    /(?:物业|他|她|书记|施工队|谁|你们?|人家|开发商|居委会|停车场)(?:们)?(?:又|也|就|都|乱|那边)?$/u.test(who) ||
    /收过|收了.{0,6}(?:也|又|还|都|却)|红包|工资|退休金|快递|租金|房租|还我|退我|退给我|我的钱/u.test(plain);
  const chatty = /^(?:也|又|还|却|可|结果|怎么|就|都)/u.test(scene.clauses.at(-1)?.text ?? '');
  const score = Math.min(strong ? 0.96 : 0.82, moodOf(scene), told ? 0.35 : 1, chatty ? 0.6 : 1);
  const kind = sourceOf(plain);
  const payer = payerOf(scene, amount, kind);
  // 众筹款 with a name is that neighbour's money, and no kind of its own.
  const source =
    kind === 'residents' && payer !== undefined && !/居民|业主|住户|群众|自筹/u.test(plain) ? undefined : kind;
  return { intent: 'funds.receive', score, why: `receive:${cue[0]}`, slots: { amount: amount.fen, payer, source, no } };
}

/** 应收3000，实收2800: what was really received counts. */
function receivedIn(scene: Scene): AmountMention | undefined {
  const real = scene.amounts.find(({ start }) =>
    /(?:实收|实到|已收|收到)[^，。,]{0,6}$/u.test(scene.text.slice(Math.max(0, start - 10), start)),
  );
  return scene.amounts.length > 1 && real ? real : chooseAmount(scene.text, scene.amounts);
}

const payerNoise =
  /收到了?|收讫|收款|收入|入账|入库|到账|进账|拨款|拨付|下拨|已?到位|实收|已收|代收|今收|现收|提醒|通知|播报|今日|今天|刚刚|刚(?=收|到|入)|上午|下午|现金|微信|支付宝|转账|银行|转来|交来|缴来|打来|汇来|送来|打款|汇入|转入|打到账|记一?下账?|记账|记上|登记|记一笔|记|捐赠款?|捐助款?|捐款|认捐款?|认筹款?|集资款?|众筹款?|爱心款|善款|赞助款?|交的|捐的|给的|缴的|交了|缴纳|缴款|款项|一笔|款|共计|合计|计|共|人民币|№|₥|项目|的|(?<![老小])钱|了|来|收|:|元|整|账上|账户|已经?|是|为|给|到|我这|我这里|这边|通过|那边|这边|公户|户头|麻烦|请|小助手|把|入|一下|帮|上|们|已|于|我|从|交|捐|缴|付/gu;

/** Who paid: what is left of the words round the sum. A kind of money is no payer. */
function payerOf(scene: Scene, amount: AmountMention, source: string | undefined): string | undefined {
  for (const { text, start } of scene.clauses) {
    const sum = text.indexOf('₥');
    const hasCue = receiving.test(text);
    if (sum < 0 && !hasCue) continue;
    if (sum >= 0 && placeIs(scene, start + sum) !== amount.start && !hasCue) continue;
    const own = payerIn(text, scene, start, source);
    if (own !== undefined && !(source !== undefined && sources.some(([, kind]) => kind.test(own)))) return own;
  }
  if (source !== undefined) return undefined;
  // 收到200元，王强: the name stands alone.
  const alone = scene.clauses.find(
    ({ text }) =>
      /^(?:付款人|交款人|缴款人|捐款人|来自|来源)?[:：]?(?:⌂$|(?:⌂)?(?:[一-龥]{2,4}|[一-龥]{2,12}(?:公司|超市|饭店|商店|药店|银行|物业))(?:交的|给的|捐的|交)?)$/u.test(
        text,
      ) &&
      !receiving.test(text) &&
      !/^(?:谢谢|记账|入账|登记|记上|辛苦|收到|麻烦|已入账|现金|微信|转账|请|元整|公示|记一下|大家|感谢|更新|小助手|众筹款|备注|特此|已)/u.test(
        text,
      ),
  );
  if (!alone) return undefined;
  return wordsOf(scene, alone.start, alone.end).replace(
    /^(?:付款人|交款人|缴款人|捐款人|来自|来源)[:：]?|(?:交的|给的|捐的|交)$/gu,
    '',
  );
}

function placeIs(scene: Scene, index: number): number {
  return scene.places[index] ?? index;
}

function payerIn(text: string, scene: Scene, start: number, source: string | undefined): string | undefined {
  // The longest run of signs that no word of bookkeeping covers.
  const kinds =
    source === undefined
      ? text
      : sources.reduce(
          (rest, [, kind]) =>
            rest.replace(new RegExp(`(?:${kind.source})(?:基金会?|总会|资金|款项?|分成款?|会|金|站)?`, 'gu'), found =>
              '␀'.repeat(found.length),
            ),
          text.replace(/街道|上级|政府|财政局?|民政局?|[区县市镇乡省]里|镇上|社区|办事处/gu, found =>
            '␀'.repeat(found.length),
          ),
        );
  const blank = kinds.replace(payerNoise, found => '␀'.repeat(found.length));
  const runs = [...blank.matchAll(/[^␀]+/gu)]
    .filter(([run]) => /[一-龥⌂]/u.test(run))
    .toSorted((a, b) => b[0].length - a[0].length);
  const run = runs[0];
  if (!run || (run[0].length < 2 && run[0] !== '⌂')) return undefined;
  const from = start + run.index;
  const piece = tidyWords(wordsOf(scene, from, from + run[0].length).replace(/^(?:来自|由|和|跟|向|在)/u, ''));
  return piece.length >= 2 ? piece : undefined;
}

function findSpending(scene: Scene): Finding | null {
  const { plain, no } = scene;
  const cue = spending.exec(plain);
  if (!cue || isQuoted(plain, cue.index, cue.index + cue[0].length)) return null;
  const amount = chooseAmount(scene.text, scene.amounts);
  if (amount?.kind !== 'exact') return null;
  if (/收到|到账|进账/u.test(plain) && !/支出|付|花/u.test(plain)) return null;
  const strong = /支出|支付|付款|付给|出账|报销|报账|开支|付讫|付清|结清|结算|购置|花费/u.test(cue[0]);
  const booked = bookish.test(plain);
  const owns = /(?:我|俺|我家|俺家)(?:自己)?(?:昨天|刚|刚刚|上个?月)?(?:花|买|付|用)/u.test(plain) && !booked;
  const told =
    /(?:物业|他家?|她|书记|施工队|谁|你们?|人家|开发商|别的小区|隔壁)(?:们)?(?:又|也|就|都|那边|上次)?(?:花|付|买|支|用)/u.test(
      plain,
    );
  const isTale =
    personal.test(plain) ||
    owns ||
    told ||
    /₥(?:买的|换的|的)|也没|才|就|结果|白花|冤枉|太贵|贵了|便宜|值|不值|居然|竟然/u.test(
      plain.replace(/才能|就是/gu, ''),
    );
  const purpose = purposeOf(scene);
  const base = strong ? 0.95 : booked ? 0.9 : purpose !== undefined && material.test(purpose) ? 0.82 : 0.5;
  const score = Math.min(
    base,
    moodOf(scene),
    isTale && !/记账|支出|出账|报销/u.test(plain) ? 0.35 : 1,
    purpose === undefined ? 0.82 : 1,
  );
  return { intent: 'funds.spend', score, why: `spend:${cue[0]}`, slots: { amount: amount.fen, purpose, no } };
}

const material =
  /水泥|沙|石|砖|漆|涂料|灯|椅|管|线|电缆|钉|螺丝|锁|门|材料|人工|工钱|工费|施工|运费|吊车|租|打印|复印|横幅|标识|牌|设备|配件|工具|维修|安装|设计|监控|水泵|梯|玻璃|垃圾|清运|水电|花|树苗|草|充电桩|检测|质保金|工程款|尾款|首付|预付/u;
const spendNoise =
  /^(?:给[^，。₥]{1,5}(?:结清|付清|支付|发|付|结)(?:了)?|今日|今天|昨天|上午|下午|刚刚?|又|共|合计|共计|支出了?|支付了?|付款|付给|付了|付|花费了?|花了|花掉|花去|开支|出账|报销|报账|结算|结清|记一笔|记账|记个账|记上|记一下|记|一笔|用于|用来|用在|用途是?|用了|用去|使用|为|是|给|的|了|:|：|,|，|\s|、|№|₥|项目|钱|共|资金|款项|款|支|经费|费用(?=[:：])|麻烦|请|小助手|账上|从账上|把|元整|由|已|已经|咱们?|我|去|来|计|人民币|现金|登记|打款|入账|备注|明细|采购(?=:))+/u;
const spendTail =
  /(?:花了|花去|花费|支出|支付|付了|付|用了|共计|合计|共|一共|总共|计|用去|是|花|已付|付清|结清|已支付|付讫|记账|记上|已经?|的钱|元|了|出账|,|，|\s|:|：|№|₥|请记账|记一?下)+$/u;

/** What the money went for: the clause or the piece of it that is left without the words of bookkeeping. */
function purposeOf(scene: Scene): string | undefined {
  const pieces: { readonly words: string; readonly near: boolean }[] = [];
  for (const [index, { text, start }] of scene.clauses.entries()) {
    if (
      /^(?:记账|记上|请记账|谢谢|麻烦|入账|登记|记一下|已付|票据|有发票|发票|收据|公示|经手|特此|报告|大家|请大家|小助手)(?![:：])/u.test(
        text,
      )
    )
      continue;
    for (const run of text.matchAll(/[^₥№¿]+/gu)) {
      const isLast = run.index + run[0].length === text.length;
      const end = isLast ? listEnd(scene, index) : start + run.index + run[0].length;
      const words = wordsOf(scene, start + run.index, end);
      const short = tidyWords(words.replace(spendNoise, '').replace(spendTail, ''));
      if (short.length >= 2) pieces.push({ words: short, near: text.includes('₥') || spending.test(text) });
    }
  }
  // 转给恒达建材，钢管尾款: what it was for says more than to whom.
  const named = pieces.find(({ words }) => /(?:款|费|工钱|工资|租金|押金)$/u.test(words));
  return named?.words ?? pieces.find(({ near }) => near)?.words ?? pieces[0]?.words;
}

/** Where a list ends that begins in a clause: 电缆、材料和人工 is one purpose. */
function listEnd(scene: Scene, index: number): number {
  const { clauses, plain } = scene;
  const { end = 0 } = clauses[index] ?? {};
  const next = clauses[index + 1];
  const isList = plain[end] === '、' && next?.start === end + 1 && !/[₥№¿]/u.test(next.text);
  return isList ? listEnd(scene, index + 1) : end;
}

const account =
  /账目|账本|账单|流水|收支|余额|财务|结余|明细账?|资金(?:情况|使用|公开|明细|公示|去向|动向)?|经费|开支|花销|花费情况|(?:的|查|看|对|晒|公布|公开|亮|下|个|一下)账|账(?:上|面|户|呢|咋|怎|目|款|$)|钱(?:都)?(?:花|用|去|到|使)(?:到|在|哪)|(?:还|总共|一共|现在|目前|已经|到底)?(?:差|剩|缺|欠|筹|募|收|花|用|攒|存|凑|捐|进|有|结余|支出|余)(?:了|到|下)?(?:多少|几)(?:钱|块|元|万|款)?(?!分|个分|票|户|积分|人)|筹(?:款|资|集)(?:进度|情况|进展|了|到)|众筹(?:进度|情况|了|到|进展)|花(?:哪|到哪|在哪)|钱够(?:了|不够|吗)|够不够|筹够|筹齐|收齐|钱.{0,3}齐了|凑够|凑齐|到账(?:多少|情况|了没|了吗)|多少钱|捐款(?:情况|明细|名单|统计)|认捐(?:情况|进度|总额|统计|金额|明细|名单|了多少)|收支公示/u;
const viewing =
  /看|查|瞅|瞧|瞄|发|公开|公布|公示|亮|晒|报|列|多少|哪|啥|吗|没|剩|差|缺|情况|明细|咋|怎么|如何|几|给|问|了解|知道|说说|念|对一?下|有数|看看|调|打开|显示|出|要|汇总|拉|$/u;

function findShow({ plain, bare, no, noise, clauses, jested }: Scene): Finding[] {
  const cue = account.exec(plain);
  if (!cue || noise) return [];
  if (/投|票|反对|同意|赞成/u.test(plain) && !/钱|账|款|资金|收支/u.test(plain)) return [];
  if (
    /积分|信用分|兑换|票数|几票|工资|低保|物业费|停车费|电费(?!券)|水费(?!券)|电梯费|每户|每家|一户|我(?:家)?(?:要)?(?:出|交|捐|认)(?:了)?多少|别人|人家|股票|房价|装修|发票|房租|一斤|卖/u.test(
      plain,
    )
  )
    return [];
  if (/^(?:支出|收入|花费|记账|入账|出账)/u.test(bare) && /₥/u.test(plain)) return [];
  if (/多少钱/u.test(cue[0]) && !/还|剩|差|缺|筹|花|账|收|№|现在|一共|总共/u.test(plain)) return [];
  if (/记(?:一笔|个)?账|入账|出账|记一下账|谁(?:管|记)账/u.test(plain) && !/看|查|公开|多少/u.test(plain)) return [];
  if (
    /应该|凭|不(?:公开|透明|清楚|明不白|对|给看)|才是|假账|做账|乱|糊涂|一本|烂账|买账|算账|账号|账户名|要是|如果|先看|得看|看了账|放心|清清楚楚|明明白白|啥时候|什么时候|下个月|每个?月/u.test(
      plain,
    )
  )
    return [{ intent: 'funds.show', score: 0.45, why: 'funds:complaint', slots: { no } }];
  const isShort = bare.length <= 14;
  const wants = viewing.test(bare);
  const score = jested ? 0.5 : wants && plain.length <= 40 && clauses.length <= 4 ? 0.93 : isShort ? 0.85 : 0.6;
  return [
    {
      intent: 'funds.show',
      score: plain.includes('₥') ? Math.min(score, 0.45) : score,
      why: `funds:${cue[0]}`,
      slots: { no },
    },
  ];
}

/** For those who only want to know whether a text asks after money. */
export function asksAfterMoney(plain: string): boolean {
  return account.test(plain) && asks(plain);
}

/** Sum, payer and kind of money, for who already knows that money came in. */
export function receiptSlots(scene: Scene): Slots {
  const amount = receivedIn(scene);
  if (amount?.kind !== 'exact') return { no: scene.no };
  const source = sourceOf(scene.plain);
  return { amount: amount.fen, payer: payerOf(scene, amount, source), source, no: scene.no };
}

/** Sum and purpose, for who already knows that money went out. */
export function spendingSlots(scene: Scene): Slots {
  const amount = chooseAmount(scene.text, scene.amounts);
  return { amount: amount?.kind === 'exact' ? amount.fen : undefined, purpose: purposeOf(scene), no: scene.no };
}
