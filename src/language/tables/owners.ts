/** Surnames of one sign that take part in telling two names from one; 和 and 与 are none of them. */
const surnames =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫房缪解应宗丁宣邓郁单杭洪包诸左石崔吉龚程邢裴陆荣翁荀甄封储靳段巫乌焦巴牧车侯全班仰秋仲伊宫宁仇甘厉祖武符刘景詹束龙叶司黎薄印宿白怀蒲从索赖卓屠池乔翟谭姬申冉雍桑桂牛边燕冀尚温庄晏柴瞿阎慕连习艾鱼容向古易戈廖庾居衡步都耿满弘匡国文寇广欧沃利越隆师巩聂晁敖冷辛那简饶曾沙丰关相查荆红游权盖益桓公肖付闫仝代';
const doubles = [
  '欧阳',
  '司马',
  '上官',
  '诸葛',
  '夏侯',
  '东方',
  '皇甫',
  '尉迟',
  '公孙',
  '令狐',
  '宇文',
  '长孙',
  '慕容',
  '司徒',
  '端木',
  '南宫',
  '独孤',
  '轩辕',
];

/** Marks behind a name that the rules know, kept with it: 已故 holds the unit's vote back. */
const kept = /^(?:已?故|已去世|去世)$/u;
/** Marks behind a name that say nothing of who owns. */
const idle =
  /^(?:业主|户主|产权人|房主|本人|共有|共有人|共同共有|按份共有|夫妻|夫妻共有|夫|妻|父|母|子|女|儿子|女儿|父亲|母亲|配偶|丈夫|妻子|男|女士|先生|主|代|\d{1,2}|1[3-9]\d{9})$/u;
/** An organisation bears brackets and 和 in its one name. */
const organisation =
  /公司|集团|银行|委员会|居委会|村委会|合作社|学校|医院|中心|协会|商会|事务所|开发商|建设单位|政府|管理局|财政局|厂$|局$|店$|院$/u;

interface Owners {
  readonly names: readonly string[];
  /** Shares in ten-thousandths where the roster tells them, one a name. */
  readonly shares: readonly number[] | null;
}

/**
 * The owners of a unit in all usual writings: 王小明/李小红, 王小明 李小红, on two lines, 王小明和李小红, 王小明（李小红）,
 * 王小明50% 李小红50%. What is no name for certain stays in one piece; nobody becomes an owner by a guess.
 */
export function readOwners(text: string, isNothing: (part: string) => boolean): Owners | string {
  if (isNothing(text)) return { names: [], shares: null };
  const parts = text
    .split(/[;；、,，|\\&＆+\r\n]+|(?<!\d)\/|\/(?!\d)/u)
    .flatMap(part => apart(part.trim()))
    .map(part => part.trim())
    .filter(part => !isNothing(part));
  const names: string[] = [];
  const shares: (number | null)[] = [];
  for (const part of parts) {
    const { name, share } = sharedOf(part);
    if (/["“”'‘’=<>{}[\]?？*]/u.test(name)) return `业主“${text.slice(0, 30)}”里有引号或别的记号，请只写姓名`;
    if (/^\d+$|\d{7}/u.test(name)) return `业主“${text.slice(0, 30)}”里有数字，请只写姓名`;
    if ([...name].length > 30) return '业主姓名太长，几个人请用分号隔开';
    if (name === '' || names.includes(name)) continue;
    names.push(name);
    shares.push(share);
  }
  return { names, shares: sharesOf(shares) };
}

function sharesOf(shares: readonly (number | null)[]): number[] | null {
  const known = shares.flatMap(share => share ?? []);
  return known.length > 0 && known.length === shares.length ? known : null;
}

/** One part of a list of owners: by brackets, by 和, by a space between whole names. */
function apart(part: string): string[] {
  if (organisation.test(part)) return [part];
  const inside: string[] = [];
  const outside = part.replaceAll(/[(（](?<word>[^)）]{0,60})[)）]/gu, (_, word: string) => {
    const plain = word.trim();
    if (kept.test(plain)) return `(${plain})`;
    if (/%|\/|分之/u.test(plain) && /\d|[一二三四]/u.test(plain)) return ` ${plain}`;
    if (!idle.test(plain)) inside.push(plain);
    return '';
  });
  return [outside, ...inside].flatMap(one => joined(one.trim()));
}

function joined(text: string): string[] {
  for (const sign of ['和', '与', '及', '跟'])
    for (let at = text.indexOf(sign); at !== -1; at = text.indexOf(sign, at + 1)) {
      const [before, after] = [text.slice(0, at).trim(), text.slice(at + 1).trim()];
      if (isName(before) && joined(after).every(isName)) return [before, ...joined(after)];
    }
  const words = text.split(/\s+/u).filter(word => word !== '');
  if (words.length < 2) return [text];
  // 王 明 is one name written wide; 王小明 李小红 are two.
  if (words.every(word => /^\p{Script=Han}$/u.test(word))) return [words.join('')];
  const bare = words.filter(word => !/^[\d.]+%?$|^\d+\/\d+$/u.test(word));
  if (
    bare.length > 1 &&
    bare.every(word => isName(word.replace(/(?<![\d.])[\d.]+%$/u, '').replace(/\((?:已?故|已?去世)\)$/u, '')))
  )
    return withShares(words);
  return [text];
}

/** A share that stands by itself belongs to the name before it. */
function withShares(words: readonly string[]): string[] {
  const parts: string[] = [];
  for (const word of words) {
    const last = parts.length - 1;
    if (/^[\d.]+%?$|^\d+\/\d+$/u.test(word) && last >= 0) parts[last] = `${parts[last]} ${word}`;
    else parts.push(word);
  }
  return parts;
}

/** True for a Chinese name of two to four signs that begins with a surname. */
function isName(text: string): boolean {
  if (!/^\p{Script=Han}{2,4}$/u.test(text)) return false;
  return surnames.includes(text[0] ?? '') || doubles.some(double => text.startsWith(double) && text.length > 2);
}

/** 王小明50%, 王小明 1/2 and 王小明 二分之一 as a name and ten-thousandths. */
function sharedOf(part: string): { name: string; share: number | null } {
  const found =
    /^(?<name>.*?)(?<![\s:：])[\s:：]*(?:(?:占|份额)[\s:：]*)?(?:(?<percent>\d{1,3}(?:\.\d{1,2})?)%|(?<top>\d{1,2})\/(?<under>\d{1,2}))$/u.exec(
      part,
    )?.groups;
  if (!found) return { name: part, share: null };
  const { name = '', percent, top, under } = found;
  const share =
    percent === undefined ? Math.round((Number(top) / Number(under)) * 10_000) : Math.round(Number(percent) * 100);
  return { name: name.trim(), share };
}

/**
 * The owners' shares in ten-thousandths: from beside their names, else from a column of their own, which says one for each or one
 * for all. Null where none is told: 共同共有, a blank.
 */
export function readShares(text: string, { names, shares: beside }: Owners): number[] | null | string {
  if (beside) return [...beside];
  const parts = text.split(/[;；、,，|\s]+|和/u).filter(part => part !== '');
  const read = parts.map(part => sharedOf(part.replace(/^各(?:占|自)?/u, '')));
  const said = read.flatMap(({ name, share }) => (name === '' && share !== null ? [share] : []));
  if (said.length === 0 || said.length !== read.length) return null;
  const [only = 0] = said;
  if (said.length === names.length) return said;
  // 100% of a unit of two says nothing of either; 各50% says it of both.
  if (said.length === 1 && only === 10_000) return null;
  if (said.length === 1 && Math.abs(only * names.length - 10_000) <= names.length) return names.map(() => only);
  return `份额写了${said.length}个，业主有${names.length}位，请每位写一个`;
}
