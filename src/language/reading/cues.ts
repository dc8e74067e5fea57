/**
 * The words around the deed that decide whether it is one: who speaks, whether it is asked, supposed, told, past, or
 * meant in jest. A promise counts only when the speaker makes it, here and now; everything in this file serves that.
 *
 * In the patterns № is a project's number, ₥ an exact sum, ¿ a vague one, ⌂ an address (see `sentence.ts`).
 */

/** A stretch between punctuation marks or pauses, in places of `plain`. */
export interface Clause {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** True when a question mark ends it. */
  readonly asked: boolean;
}

/** Clauses; a pause counts, because members type spaces for commas. */
export function clausesOf(plain: string): Clause[] {
  const clauses: Clause[] = [];
  for (const found of plain.matchAll(/[^\s，,。!！?？;；、\n~…:“”"「」]+/gu)) {
    const end = found.index + found[0].length;
    clauses.push({
      text: found[0],
      start: found.index,
      end,
      asked: /^["”」]?\s*[?？]/u.test(plain.slice(end, end + 3)),
    });
  }
  return clauses;
}

const kin =
  '老伴儿?|老公|老婆|媳妇儿?|对象|爱人|先生|太太|老头子?|老婆子|闺女|儿子|孩子|爸妈?|妈|父母|婆婆|公公|两口子|老两口|小两口|对门|邻居|全家';
/** The speaker, or a household the speaker stands for. */
const self = `(?:(?:我|俺|咱|偶|阿拉|本人|我本人|我自己|自家|本户|我户|鄙人)(?:们)?(?:这|自|个)?(?:家里?|户|屋里|这里|这边|这儿|边|人|自己|公司|单位|店里?|小店|饭店|超市|药店|工作室|企业|厂里?|支部|党员|单元|楼|栋|楼栋|这栋楼|这个单元|几个|几户|几家|俩|仨|哥俩|姐俩|爷俩|娘俩|一家子?|一大家子|全家|老两口|两口子|小两口|老头子?|老太太?|老汉|老人|退休党员|老党员|个人)?(?:(?:和|跟|同|与)(?:我|俺)?(?:${kin})(?:商量(?:了|好了|过了|着)?(?:一?下)?)?)?(?:[两二三四五六七八九十几\\d]{1,2}[家户口人个](?:人|子)?)?(?:这[里边儿]|一共|合起来|合计|凑|总共)?|家里|全家|一家(?:子)?|本店|小店|本公司)`;

const isSelf = new RegExp(self, 'u');

export function namesSelf(text: string): boolean {
  return isSelf.test(text);
}

/** Somebody else is the one who does it. */
const others = new RegExp(
  [
    '(?:^|[^其])[他她它](?:们|家|爸|妈|说)?',
    '人家|别人|旁人|有人|有些人|某些?人?|某家|谁|别家|哪家|哪位|哪个|大家(?!好)|大伙(?!好)|大伙儿|大多数|多数|每家|每户|家家|户户|各家|各户|每人(?!一)|人人|一户|一家(?=出|一|₥)|每',
    `(?:老|小)[赵钱孙李周吴郑王冯陈卫蒋沈韩杨朱秦许何吕张孔曹严金魏陶姜谢邹章苏潘葛范彭鲁马方任袁柳唐罗薛贺倪汤殷毕郝常于傅康余顾孟黄萧尹姚邵汪毛戴宋庞熊纪舒屈项董梁杜阮贾江郭梅林刁钟徐邱高夏蔡田樊胡霍万卢莫丁邓洪石崔吉龚程陆翁甄曲封段侯武刘龙叶黎白蒲乔谭申牛边温庄柴阎习向易廖耿关肖付闫](?![家单])`,
    '[赵钱孙李周吴郑王冯陈韩杨朱许何吕张孔曹魏姜谢苏潘范彭鲁马方袁柳唐罗薛贺毕郝于傅康余顾孟黄姚邵汪毛戴宋熊纪项董梁杜贾江郭林钟徐高夏蔡田胡卢丁邓石崔程陆侯刘叶乔谭白](?:大爷|大妈|大姐|大哥|阿姨|叔叔?|婶子?|奶奶|爷爷|哥|姐|师傅|老师|书记|主任|经理|总|工|会计)(?!好)',
    `(?:我|俺|咱)(?:家)?(?:那口子|${kin.replace('|全家', '').replace('|两口子|老两口|小两口', '')})(?!商量)(?:说|也|都|就|想|要|不|出|捐|同意|反对|认|投|觉得|嫌)`,
    '(?:楼上|楼下|隔壁|对门|对面|东边|西边|前楼|后楼|邻居)(?:那|的|家|也|都|说|出|捐|同意|反对|认|都)',
    '你(?:们|家|俩)?(?!好|们好)|您(?!好)|物业|居委会?|社区(?!慈善|基金|公共)|街道|开发商|政府|领导|上面|公家|业委会|施工队|包工头|那谁|那几个|那些|这些人|有的人|几个人|年轻人|租户|房东|老板',
  ].join('|'),
  'u',
);

/** True when these words name somebody else as the one who does it. */
export function namesOthers(text: string): boolean {
  return others.test(text);
}

const telling =
  /说|讲|喊|嚷|问|听|据|传|让|叫|劝|逼|催|求|凭|谁|哪|怪|怕|以为|觉得(?!行|可以|中|挺好)|认为|好像|似乎|估计|可能|怀疑|记得|想起|看见|看到|知道|忘了|笑|骂/u;
const supposing =
  /(?:清楚|明白|好|完|齐|公示|公开)了?(?:我|俺|咱)?(?:才|再)(?=[出掏捐交认拿])|(?:以内|以下|到位)(?:我|俺|咱)?就|除非|要是|如果|如若|假如|假设|假使|(?<![一二两三四五六七八九十百千几\d])万一(?![千百十\d])|倘若|若是|若(?!干)|的话|只要|除非|不然|否则|哪怕|就算|即使|即便|等(?!等|级|会).{0,12}(?:再|就|才)|先(?!出|捐|认|拿|垫|交|给|来|报).{1,10}再|(?:得|要|应该|必须)先|但得|再说(?!一遍)|(?<![刚方])才(?!能报|看到|知道|想|发现)|要不是|早知道|当初|本来(?!就该)|假定|设想|谁.{0,8}谁|真要|真的要是|能.{1,8}我就|都.{1,8}我(?:家)?(?:就|也|才)|.就.{0,3}(?:跟|跟着)/u;
const past =
  /(?:^|[^不])(?:上次|上回|上个月|上月|上周|去年|前年|往年|前几年|那年|以前|从前|当年|早先|头年|昨天|昨儿|前天|刚才|早就|早已|已经|一直|向来|原来|曾经|当时|那时|那会儿?|上一?届|年前)|(?:出|捐|认|投|交|报|认捐|认筹|打|付|选|评)过/u;
const jest =
  /笑死|开玩笑|逗你|逗.{0,2}玩|闹着玩|瞎说|吹牛|吹吹|做梦|梦里|才怪|骗你|说着玩|哈哈|嘿嘿|呵呵|嘻嘻|(?<![一-龥])切(?=$|[，。,!！~\s])|拉倒|下辈子|发财了?就|中了?(?:彩票|大奖|五百万)|彩票|太阳.{0,4}西|猴年马月|你出钱|白日|想得美|扯淡|扯犊子|天上掉|我是马云|首富|冥币|欢乐豆|Q币|游戏币|红包雨|算命|打麻将|斗地主/u;
const asking =
  /[吗嘛么](?:[啊呀哈呢哦]|$|(?=[^\u4e00-\u9fa5]))|[?？]|谁|啥|什么|多少|咋|怎|如何|哪|为何|为啥|凭啥|是不是|是否|能不能|能否|可不可以|可否|要不要|有没有|行不行|成不成|中不中|对不对|会不会|该不该|好不好|够不够|算不算|值不值|同不同意|出不出|捐不捐|投不投|几[个票户天点号家分人次]|[了]?没(?:有)?$|不(?:啊|呀)?$|呢$|咩|不成$|是不$/u;
export function supposes(text: string): boolean {
  return supposing.test(text);
}
export function tells(text: string): boolean {
  return telling.test(text);
}
export function isPast(text: string): boolean {
  return past.test(text);
}
export function jests(text: string): boolean {
  return jest.test(text);
}
export function asks(text: string): boolean {
  // 没啥意见 asks nothing.
  return asking.test(/没[啥什多谁]/u.test(text) ? text.replace(/没(?:啥|什么|多少|谁)/gu, '') : text);
}
