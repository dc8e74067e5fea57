import { remembered } from './remembered.js';

/** What an office says of a thing that waits: that it passes, agrees, is done or paid. */
const verdict =
  '通过|合格|达标|过关|批准?|核(?:对|实|准|过|完|下来|好)?|付(?!款方)|放(?:行|款)?|验(?:收|过)?|销号|签(?:字)?|认(?:可|定)|采纳|同意|成立|属实|一致|相符|复工|到账|收到|到位|完(?:成|工)|[弄做改修补办干搞装返](?:完|好)|[补配]齐|确认|结清|算(?!钱|账)|属于|列[为入]|定[为成]';
const denies = new RegExp(
  [
    `(?:不(?:予以?|给|能|可以|应该?|准|想|肯|敢|够)?(?:算|再|去|是)?|没(?:有|能|法|办法)?(?:给|去|算|再)?|未(?:能|予|曾|经)?|无法|难以|拒绝|暂不|[先再]?别(?:给|再|先)?|甭|莫)(?:${verdict})(?![^，,。；;\\s]{0,8}的(?=\\p{Script=Han}))`,
    '(?:(?<=\\p{Script=Han})不(?:予|能|给)?|没(?:有)?|未(?:能)?)过(?=了?(?:$|[，,。；;！!\\s]))',
    '(?:批|核对?|付|过|验收?|签|通过|放行?|弄|改|修|补|做|办|完)不(?:了|成|下来|下去|出来|完|上|好)',
    '不行',
  ].join('|'),
  'u',
);
/** 没有不合格的, 没什么没办完: it is all there. 付不付 asks. */
const undenied =
  /(?:没(?:有)?|无)(?:啥|什么|任何|一个|一处|哪个|谁)*(?:不|没|未)\p{Script=Han}{1,3}|不(?:仅|但|光|错|差)|差不多|([\p{Script=Han}])不\1/gu;
const affirms =
  /通过|合格|达标|过关|过了|[完好齐]了|批了|准了|付了|放了|放行|核过|核实|确认|对上了|属实|无误|没问题|没毛病|(?:算|是|定为|列为|归为?)[^，,。]{0,6}类|就定/u;

const clausesOf = (text: string): string[] => text.split(/[，,。；;！!\s]+/u);

/** 不予通过, 没核过, 批不了, 还没弄完. Of the clauses that judge the last one counts: 上次没过，这回过了 says yes. */
export const saysNo = remembered((text: string): boolean => {
  const judged = clausesOf(text.replaceAll(undenied, '')).flatMap(clause =>
    denies.test(clause) ? [true] : affirms.test(clause) ? [false] : [],
  );
  return judged.at(-1) ?? false;
});

const supposed =
  /可能|也许|估计|大概是|大概[会能要算]|说不定|说不准|没准|应该(?=能|会|可以|算|是|差不多)|差不多(?=能|快|要)|争取|力争|尽量|预计|预期|(?<![按照])计划|打算|准备(?!好)|(?<!不)快(?:要)?(?:[好完]|弄|改|修|补)|马上(?:就|能|要)?[好完]|听说|据说|传言|听人(?:说|讲)/u;
const todo = '(?:再|才|能|会|要|就|去|来|给|[补弄改修验查付批核放签办转打]|开始|开工|动工|进场)';
const later = new RegExp(
  `(?:[明后]天|今晚|明[早晚]|下个?(?:周|月|星期|礼拜)[一二三四五六日天末]?|月底|月初|过(?:[两几]|一两|些)天|回头|晚点|一会儿?|改天|到时候?)(?![这那])[^，,。；;]{0,8}${todo}`,
  'u',
);
/** 周五付, 上午验: ahead, unless it is told that it was done. */
const onDay =
  /(?:(?:这|本)?个?(?:周|星期|礼拜)[一二三四五六日天末]|\d{1,2}月\d{1,2}[号日]|[上下]午|晚上)[^，,。；;]{0,6}[补弄改修验查付批核放签办](?![^，,。；;]{0,6}(?:了|过|的|[齐毕]|合格|无误|一致|没问题|属实))/u;
const conditional =
  /要是|如果|假如|(?<![一二两三四五六七八九十百千几\d])万一|只要|除非|等[^，,。；;]{1,12}(?:再|才|就)|^[^，,。；;]{2,12}才(?:能|行|会|可以|好)/u;
const asked =
  /(?:吗|(?<![什那这怎])么|了没|没有|是不是|行不行)[啊呀呢]?[?？\s]*$|[?？]\s*$|([付批核放验签算是补修改办收])不\1(?:了|啊|呀|呢)?$/u;
const notBegun =
  /(?:没|未)(?:有)?(?:来得及|顾[上得]|去(?!掉)|看(?!出|到|见)|查(?!出|到)|轮到|到现场|空(?!鼓)|时间|工夫|动手?|开始)(?!的|问题)/u;

/** 复查我还没去呢: whoever would judge has not looked yet. */
export const isNotBegun = remembered((text: string): boolean => notBegun.test(text));

const yet = [supposed, later, onDay, notBegun, conditional, asked];

/** 我周五付, 争取后天完成, 可能算品质提升, 等票补齐再付, 付不付: it is not so yet, or nobody says that it is, and nothing beside it is told as so. */
export const isYetToBe = remembered((text: string): boolean => {
  const clauses = clausesOf(text).map(clause => ({ clause, isYet: yet.some(words => words.test(clause)) }));
  return clauses.some(({ isYet }) => isYet) && !clauses.some(({ clause, isYet }) => !isYet && affirms.test(clause));
});
