import { onlyOne } from '../../domain/only-one.js';
import type { PayerAnswer } from '../../domain/plan/payer-check.js';

/** Words that name each answer in a sentence, said of who has to pay. */
const words: Readonly<Record<PayerAnswer, RegExp>> = {
  builder: /保修期?[内里]|还在(?:保修|质保)|没(?:有)?过(?:保修|质保)|质保期?[内里]|开发商|建设单位/u,
  utility:
    /(?:供热|供暖|热力|供电|电力|供水|自来水|水务|燃气|煤气|天然气|通信|电信|移动|联通|广电|国网)(?:有限)?(?:公司|单位|集团|局|站|厂|部门|方)?(?:[^，,。]{0,8}(?:管|负责|出|担|归|修|产权)|$)|专业(?:经营)?单位/u,
  culprit: /(?:撞|弄|砸|挖|压|碰|蹭|刮|钻|损)(?:坏|断|破|烂|穿)|肇事|责任人|赔/u,
  property: /物业(?:公司|服务)?[^，,。]{0,8}(?:合同|包含|该|负责|出|管|担|掏|修|配|付)|(?:归|该|由|属于?)物业/u,
  renewal: /老旧小区改造|列入[^，,。]{0,6}改造|改造(?:项目|资金|计划)/u,
  owners:
    /(?:业主|居民|住户|各户|大家|大伙儿?)[^，,。]{0,8}(?:出|担|摊|凑|掏|共有|共用)|(?:过了|出了|已过|超过|早过|(?<![没有未不])过)(?:了)?(?:保修|质保)/u,
  emergency:
    /应急维修|爆裂|爆管|屋面[^，,。]{0,6}漏|外墙[^，,。]{0,6}漏|消防[^，,。]{0,8}(?:坏|失灵|故障|瘫|没水|不出水)/u,
};
/** 不归物业管: a clause that says who does not pay names nobody. */
const notTheirs =
  /(?:跑|去|找|问|联系|咨询)(?:了|过)(?:一?趟|一下|一?次)?[^，,。]{0,10}(?:公司|单位|局|站|物业|部门)$|不归|不是|不属|不在|不该|不包含|没包含|不用|不能让|找不到|没有/u;
/** 该物业出钱, 归业主共有: a clause that says who pays, and not only what was looked at. */
const says = /(?:归|该|应当?|由|得|属于?)[^，,。]{2,14}|[出担掏付管]钱|承担|分担|共担|负责|共有|买单/u;
const aside =
  /^(?:对|是|嗯|好|行|那个?|就这样|就这些|没别的|没有别的|别的没了|没了|就是这样)(?:的|了|吧|啊)*[，,。；;！!\s]*$/u;
/** A clause that could be looked up: a paper, a day, what was seen. */
const grounds =
  /合同|协议|[\d〇一二三四五六七八九十百](?:条|款|年|月)|复函|函|文件|规定|规划|图纸|竣工|记录|报告|现场|查|问过|回复|答复|证|票|照片|监控/u;

/** 扶手那个责任查了, 3号责任核查: that it was checked is no part of what was found. */
const checked =
  /^(?:登记)?\d{1,7}号(?:项目)?的?责任方?核查[，,。；;：:\s]+|^[^，,。；;\s]{0,12}?(?:责任方?|谁(?:该|来)?出(?:的)?钱?)(?:这个|这事|的事)?(?:我|俺)?(?:也|都)?(?:核查|查)(?:过|完|清楚?)*了?[，,。；;：:\s]+(?=\S{4})/u;

/**
 * Who has to pay, as a whole sentence tells it (供热合同第八条写的主管道归供热公司管，该他们出), with the sentence as its evidence where it
 * names any. What says who pays tells it before what was only looked at (消防箱写在物业合同第九条，该物业出). Null where it names nobody, or more
 * than one: nothing is guessed.
 */
export function payerSaid(whole: string): { readonly answer: PayerAnswer; readonly evidence?: string } | null {
  const said = whole.replace(checked, '');
  const kept = said.split(/[，,。；;！!\n]/u).filter(clause => !notTheirs.test(clause));
  const told = kept.filter(clause => !/依据/u.test(clause));
  const found = [told.filter(clause => says.test(clause)), told, kept].map(namedIn).find(({ length }) => length > 0);
  const answer = onlyOne(found ?? []);
  if (answer === undefined || /[?？]|[吗呢]$|是不是|该谁|谁该|可能|大概|好像|应该是吧/u.test(said)) return null;
  if (!grounds.test(whole)) return { answer };
  // 依据是民法典283条 says which it is; else the sentence is, without the yes before it and 没别的了 behind it.
  const named = /依据(?:就)?(?:是|为|有)?[:：\s]*(?<what>[^。；;\n]{3,})$/u.exec(said.trim())?.groups?.['what'];
  const clauses = (named ?? said).trim().split(/(?<=[，,。；;！!\n])/u);
  const evidence = clauses.filter(clause => !aside.test(clause)).join('');
  return { answer, evidence: evidence.replace(/(?<![，,。；;\s])[，,。；;\s]+$/u, '') };
}

function namedIn(clauses: readonly string[]): readonly PayerAnswer[] {
  return (Object.keys(words) as PayerAnswer[]).filter(answer => clauses.some(clause => words[answer].test(clause)));
}
