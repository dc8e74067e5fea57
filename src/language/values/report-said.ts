import { type Category, categoryOf, otherCategory } from '../../domain/proposal/categories.js';
import { urgent } from './trouble-words.js';

/**
 * What a report is: danger to somebody now (nothing is recorded, the number comes first), somebody's conduct (nothing is recorded
 * about a person), or something of the neighbourhood that is broken, dirty or dangerous.
 */
type ReportSense =
  | { readonly kind: 'emergency'; readonly words: string }
  | { readonly kind: 'person' }
  | {
      readonly kind: 'matter';
      readonly category: Category;
      /** What to do at once, for what cannot wait three workdays; null where it can. */
      readonly first: string | null;
    };

/** Somebody is in danger now: numbers that hold all over the country. */
const emergencies: readonly (readonly [RegExp, string])[] = [
  [/着(?:了)?火|起火|失火|火灾|烧起来|冒(?:着)?(?:黑|浓)?烟/u, '先离开，打119。'],
  [
    /(?<!贫)困(?:了|住|着)?(?:人|在|老|孩|我|\d|一|两)|被困|困住|出不来/u,
    '先打119或96333；告诉里面的人按报警按钮、不要扒门，再给物业打电话。',
  ],
  [
    /晕倒|昏迷|昏过去|昏倒|流血|喘不上气|没气了|抽搐|中毒|救命|触电了|被电(?:倒|晕|着)|摔(?:伤|断|得)|心(?:脏病|梗)/u,
    '先打120，说清几号楼几单元。有人触电，先拉闸，不要用手拉人。',
  ],
  [
    /小偷|贼|偷(?!懒)|抢(?:劫|包|手机|钱)|打架|打起来|打人|家暴|持刀|拿(?:着)?刀|砍人|跳楼|诈骗|撬(?:门|锁)|入室|猥亵|吸毒|赌博/u,
    '先打110报警，人离远一点。',
  ],
];

/** Of people: where the words speak of what one of them does, it is no matter of the neighbourhood's things. */
const somebody =
  '他|她|他们|这个?人|那个?人|这家|那家|这户|那户|(?:楼上|楼下|隔壁|对门)(?:邻居|那家|那户|人家|住户|的|家)?|邻居|保安|保洁|门卫|师傅|' +
  '[一-龥]{1,2}(?:大爷|大妈|大娘|阿姨|叔叔?|婶子?|大哥|大姐|嫂子?|老师|书记|主任|楼长|单元长|网格员|会计|出纳|经理|先生|女士)|' +
  '老(?![旧化坏人远年是师小楼树路])\\p{Script=Han}' +
  '|\\d{3,4}(?:室|户|那家|家|的)?(?:人|住户|业主)?';
const conduct =
  '骂|偷|打(?!不开|扫|孔|不着|火)|吵|闹|贪|赌|嫖|出轨|小三|欠(?:债|钱|费)|赖|睡觉|懒|黑心|态度|撒泼|不是东西|不是人|不要脸|坏蛋|混蛋|神经病|装修|唱|弹|抽烟|乱?扔|乱?倒(?!了)|泼|堆(?!着雪)|养|占(?:了)?(?:我|车)|收黑|吃回扣|拿回扣|乱搞|耍流氓|缺德|讨厌';
const insult =
  /傻[逼比叉缺子Xx]|[操肏]你|他妈|妈的|王八|畜生|混蛋|滚(?:蛋|出)|不要脸|贱人|狗东西|废物|脑残|死全家|神经病|不是东西|不是人/u;

const doing = new RegExp(`(?:${somebody})[^，,。！!？?；;]{0,10}(?:${conduct})`, 'u');
const done = new RegExp(`^[^，,。！!？?；;]{0,10}(?:${conduct})`, 'u');

/** 怕着火, 万一摔断腿: what may come of it, and is not there yet. */
const feared =
  /(?:怕|担心|万一|容易|易|小心|当心|要是|防|以防|免得|省得|可能|早晚|迟早|哪天|会不会|别)(?:得|会|再|又|给|引(?:起|发)|造成|出|有|谁|人|老人|孩子|小孩|大家|不小心|把|了|是|它|都){0,6}(?:着火|起火|失火|火灾|烧起来|触电|被电(?:着|到)|摔(?:伤|断|倒|着)|砸(?:伤|着))/gu;

/** What a report is about; `names` are the people of the grid. */
export function senseOf(text: string, names: readonly string[] = []): ReportSense {
  const there = text.replaceAll(feared, '');
  const danger = emergencies.find(([sign]) => sign.test(there));
  if (danger) return { kind: 'emergency', words: danger[1] };
  const named = names.filter(name => [...name].length >= 2 && text.includes(name));
  if (doing.test(text) || named.some(name => isDoing(name, text))) return { kind: 'person' };
  const category = categoryOf(text);
  if (category.id === otherCategory && (insult.test(text) || named.length > 0)) return { kind: 'person' };
  return { kind: 'matter', category, first: urgent.find(([sign]) => sign.test(text))?.[1] ?? null };
}

/** 王大爷家装灯: somebody is meant, whatever the name. */
const addressed = /(?:大爷|大妈|大娘|阿姨|叔叔|婶子|大哥|大姐|嫂子|先生|女士|师傅|老师)|[一-龥](?:叔|婶|嫂|姨|伯)家/u;

/** True for words that name nobody of the grid, tell of nobody's conduct and hold no room. */
export function isOfNobody(text: string, names: readonly string[]): boolean {
  const speaksOfSomebody = names.some(name => [...name].length >= 2 && text.includes(name));
  return (
    !speaksOfSomebody &&
    !addressed.test(text) &&
    !/\d{3,}(?:室|户|家|号房)|\d{7,}|单元\d{3,4}|-\d{3,4}/u.test(text) &&
    senseOf(text).kind === 'matter'
  );
}

/** True where somebody of that name does it, in one of the places where the name stands. */
function isDoing(name: string, text: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
    if (done.test(text.slice(at + name.length))) return true;
  return false;
}
