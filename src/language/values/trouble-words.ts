/** Things that are broken, as people tell it. What must not wait stands in the list below. */
const broken =
  /漏[水电气了]|水管|爆[了裂管]|堵[了住]|坏[了掉]|停[水电]|没[水电]|跳闸|断了|不亮|脱落|开裂|倒灌|冒[水烟]/u;

/** Any word of something that is not as it should be: without one a report is asked about before anybody is called out. */
const amiss =
  /坏|漏|渗|堵|爆|断|裂|掉|塌|倒|翘|晃|松|脱|锈|碎|破|缺|丢|没(?:水|电|气|亮|有?人|盖|关|锁)|不(?:亮|通|动|响|出|走|灵|制冷|热|凉|转|关|开|锁|稳|平|见|了)|[打开关锁刷推拉修冲合][不没][开上住了动出好]|臭|味|脏|霉|垃圾|积水|水[坑洼]|坑|绊|滑|滴|溢|喷|冒|[着起失]火|烧|焦|糊|吵|响|噪|占|挡|堆|满|虫|鼠|蟑|蚊|狗|猫|粪|屎|尿|污|乱|扰|危险|吓人|安全|故障|失灵|异常|毛病|停(?:了|着|电|水|运)|黑|暗|闪|咔|嗡|磨|卡|歪|斜|弯|烂|冻|冰/u;

/** What cannot wait for an answer in three workdays, and what to do first. */
export const urgent: readonly (readonly [RegExp, string])[] = [
  [
    /(?:燃气|煤气|天然气).{0,6}(?:漏|泄|味|臭)|闻到.{0,4}(?:煤气|燃气)/u,
    '先关阀门、开窗，不要开关电灯，到外面打燃气公司抢修电话或119。',
  ],
  [/电梯.{0,8}(?:卡|坠|掉|停|坏|异响|焦|抖|关不上)/u, '先不要坐这部电梯，打维保电话或96333。'],
  [
    /漏电|麻手|电线.{0,6}(?:断|掉|垂|耷拉|冒火|烧)|打火花|冒火(?:星|花)|配电.{0,8}(?:滋滋|响|烧|焦)|树.{0,6}压.{0,3}电线/u,
    '不要靠近，打电力抢修95598，有人受伤打120。',
  ],
  [
    /(?:水管|管道|管子|暖气管?|水).{0,4}(?:爆|喷|淌|漫|滋)|(?:水管|管道|管子|暖气管?|主管).{0,4}漏|暖气漏|淹了|跑水|楼上.{0,6}(?:漏|渗|淌|滴)水|漏水.{0,4}(?:我家|屋里|家里)|(?:天花板|吊顶|顶棚).{0,4}(?:漏|渗|滴|淌)水/u,
    '先关水阀，打供水、供热抢修或12345。',
  ],
  [/(?:消防栓|消火栓).{0,6}(?:没水|坏|漏|不出水)|消防通道.{0,10}(?:占|堵|停)/u, '遇到火情先打119。'],
  [
    /(?:墙皮|外墙|瓷砖|瓦|玻璃|保温层|广告牌|招牌|空调外机|雨棚|树枝).{0,8}(?:掉|砸|脱落|坠)|(?:杆子?|树|墙|棚子?|架子?|柱子?|牌子?|塔).{0,10}(?:[要快]倒|倒(?:了|下)|[要快]?塌)|井盖.{0,6}(?:没|丢|缺|翘|松|坏|碎|不见)/u,
    '先绕开走，不要站在下面，看好孩子。',
  ],
];

/** True where the words tell that something of the neighbourhood is broken or dangerous. */
export function tellsOfTrouble(said: string): boolean {
  return broken.test(said) || cannotWait(said);
}

/** True where any word of the message may tell of trouble. */
export function soundsBroken(said: string): boolean {
  return amiss.test(said) || tellsOfTrouble(said);
}

/** True where what the words tell must not wait for an answer. */
export function cannotWait(said: string): boolean {
  return urgent.some(([sign]) => sign.test(said));
}
