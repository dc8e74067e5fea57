/** Names of people and of who speaks in a chat. A name is never guessed from a word that only looks like one. */

/** The surnames that nine in ten bear; a rarer one is not known by its sign, as most of those are words too. */
export const surnames =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华魏陶姜谢邹章苏潘葛范彭鲁马方任袁柳唐费薛雷贺倪汤罗毕郝邬常于傅康余顾孟黄萧尹姚邵汪毛戴宋庞熊纪舒屈项祝董梁杜阮蓝贾路江童颜郭梅林刁钟徐邱骆高夏蔡田樊胡凌霍万卢莫丁邓洪石崔吉龚程邢裴陆翁甄曲封段侯武刘龙叶黎白蒲乔谭申牛边温庄柴阎习向易廖耿关肖付闫';

const titles =
  '大爷|大妈|大姐|大哥|大娘|大叔|大伯|大嫂|阿姨|阿婆|阿伯|叔叔|伯伯|婶子|婶婶|奶奶|爷爷|师傅|老师|书记|主任|经理|会计|出纳|楼长|网格员|医生|先生|女士|同志|家|叔|婶|姨|哥|姐|嫂|伯|爷|奶|总|工';

/** Words that begin like a name and are none, mostly the heads of a form: 方案：, 时间：, 项目：. */
const notNames =
  /^(?:方案|项目|时间|时限|预算|高层|高空|石材|石板|路灯|路口|路面|温馨|温度|华夏|和平|安全|万元|江苏|白天|白色|黄色|蓝色|关于|关键|关门|向大家|常见|常住|易拉|程序|马上|马路|牛奶|田园|石头|水泥|金额|方便|方法|方式|方向|张贴|严重|严禁|施工|章程|费用|许可|何时|何人|任务|任何|毛病|汤圆|项链|梅花|林木|高度|高处|夏天|胡同|万一|洪水|封闭|段落|武装|叶子|龙头|申请|申诉|申报|边上|边角|习惯|付款|付清|余额|余款|康复|项下|祝|顾客|童车|蓝天|江边|童装|倪|凌晨|封顶|白墙|莫名|丁字|高清|吉祥|程度|关闭|付给|石子|公示|方块|曲线|和|严|纪念|纪委|纪律|成立|成员|贺|任意|武|万|谢谢|多谢)/u;

const nameSource = `(?:[老小阿][${surnames}]|[${surnames}](?:${titles})|[${surnames}][\\u4e00-\\u9fa5]{1,2}(?:${titles})?)`;

/** 老王, 王大爷, 张阿姨: known for certain, wherever it stands. The source of an expression. */
export const titled = `(?:[老小][${surnames}](?![家户单板区店]|[\\u4e00-\\u9fa5]?区)|[${surnames}](?:${titles.replace('|家', '').replace('|总|工', '')})(?!好))`;

/** Everybody who is called so in a text. */
export const everyTitled = new RegExp(titled, 'gu');

const name = new RegExp(
  `^(?:${nameSource}|[\\u4e00-\\u9fa5]{1,6}(?:${titles.replace('|家|', '|').replace('|爷|奶|总|工', '')}))(?:[（(][^）)\\n]{1,12}[）)])?$`,
  'u',
);

/** True when the words before a colon, or above a line, name a person: 王姐, 李建国, 3号楼王大爷. */
export function isSpeaker(words: string): boolean {
  const bare = words.trim().replace(/^[@＠]/u, '');
  if (bare.length < 2 || bare.length > 14 || notNames.test(bare)) return false;
  return name.test(bare.replace(/^\d{1,3}[-号栋楼#]?[楼栋]?(?:\d{1,4}(?:单元|室)?[-]?)*/u, ''));
}
