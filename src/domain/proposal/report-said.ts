import { type Category, categoryOf, otherCategory } from './categories.js';

/**
 * What a report is: danger to somebody now (nothing is recorded, the number comes first), somebody's conduct (nothing is recorded
 * about a person), or something of the neighbourhood that is broken, dirty or dangerous.
 */
export type ReportSense =
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

/** What cannot wait for an answer in three workdays, and what to do first. */
const urgent: readonly (readonly [RegExp, string])[] = [
  [
    /(?:燃气|煤气|天然气).{0,6}(?:漏|泄|味|臭)|闻到.{0,4}(?:煤气|燃气)/u,
    '先关阀门、开窗，不要开关电灯，到外面打燃气公司抢修电话或119。',
  ],
  [/电梯.{0,8}(?:卡|坠|掉|停|坏|异响|焦|抖|关不上)/u, '先不要坐这部电梯，打维保电话或96333。'],
  [
    /漏电|麻手|电线.{0,6}(?:断|掉|垂|冒火|烧)|打火花|冒火(?:星|花)|配电.{0,8}(?:滋滋|响|烧|焦)|树.{0,6}压.{0,3}电线/u,
    '不要靠近，打电力抢修95598，有人受伤打120。',
  ],
  [
    /(?:水管|管道|管子|暖气管?|水).{0,4}(?:爆|喷|淌|漫|滋)|(?:水管|管道|管子|暖气管?|主管).{0,4}漏|暖气漏|淹了|跑水/u,
    '先关水阀，打供水、供热抢修或12345。',
  ],
  [/(?:消防栓|消火栓).{0,6}(?:没水|坏|漏|不出水)|消防通道.{0,10}(?:占|堵|停)/u, '遇到火情先打119。'],
  [
    /(?:墙皮|外墙|瓷砖|瓦|玻璃|保温层).{0,8}(?:掉|砸|脱落|坠)|井盖.{0,6}(?:没|丢|缺|翘|坏|碎|不见)/u,
    '先绕开走，不要站在下面，看好孩子。',
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

/** What a report is about; `names` are the people of the grid. */
export function senseOf(text: string, names: readonly string[] = []): ReportSense {
  const danger = emergencies.find(([sign]) => sign.test(text));
  if (danger) return { kind: 'emergency', words: danger[1] };
  const named = names.filter(name => [...name].length >= 2 && text.includes(name)).map(quoted);
  const people = [somebody, ...named].join('|');
  if (new RegExp(`(?:${people})[^，,。！!？?；;]{0,10}(?:${conduct})`, 'u').test(text)) return { kind: 'person' };
  const category = categoryOf(text);
  if (category.id === otherCategory && (insult.test(text) || named.length > 0)) return { kind: 'person' };
  return { kind: 'matter', category, first: urgent.find(([sign]) => sign.test(text))?.[1] ?? null };
}

function quoted(name: string): string {
  return name.replaceAll(/[\\^$.*+?()[\]{}|]/gu, '\\$&');
}
