const marks = /[^\p{Script=Han}\da-z]/giu;

/** How many signs a text has; marks are not counted (没问题？). */
export function signsIn(text: string): number {
  return [...text.replaceAll(marks, '')].length;
}

/** How near a question is to a topic. */
export interface Near {
  readonly topic: number;
  /** Above 0 the words are likelier asked of this topic than of anything at all; longer and rarer words tell more. */
  readonly likeness: number;
}

/** A run, the topics that have it, and by how much it speaks for each of them. */
interface Postings {
  readonly topics: Int32Array;
  readonly gains: Float64Array;
}

/** Runs of so many signs are compared. */
const longestRun = 2;
/** How much is believed of a run before a topic's wordings are looked at: as if so many more were like all wordings together. */
const doubt = 3;

/** Different words for the same, each kind as one sign, and what asks nothing by itself. The order matters. */
const folded: readonly (readonly [RegExp, string])[] = [
  [/[^\p{Script=Han}\da-z]+/gu, ''],
  [/第?\d{1,7}号(?!楼|院|之前|前|以前|截止)(?:项目|申请|报事|表决|方案|的)*/gu, ''],
  [
    /\d+号楼?\d*单元?\d*(?:室|户)?|\d{3,4}(?![元块\d])|邻居|隔壁|对门|楼[上下]|老[王李张刘陈杨赵黄周吴徐孙朱马胡郭林何高罗郑梁谢宋唐许邓韩冯曹彭曾萧田董袁潘蒋蔡余杜叶程魏苏吕丁任沈姚卢姜崔钟谭陆汪范石廖贾韦付方邹熊孟秦白江阎薛尹段雷侯史陶贺顾毛郝龚邵万钱严武戴莫孔向汤]/gu,
    '邻',
  ],
  [/(?:\d+(?:\.\d+)?|[一二两三四五六七八九十几]?[百千万]+[一二三四五六七八九十百千]*)(?:块钱?|元钱?)?/gu, '钱'],
  [/俺们?|咱们?|我们|偶|阿拉/gu, '我'],
  [/您们?|你们?/gu, '你'],
  [/他们|她们?|人家/gu, '他'],
  [/为[啥何]|凭啥|凭什么|为什么|咋就|干[嘛啥]|怎么就|原因|理由/gu, '故'],
  [/多会儿?|多咱|啥时候?|什么时[候间]|几时|何时|哪一?天|几号|什么日子|几点/gu, '何时'],
  [/最晚|期限|截止|到期/gu, '截'],
  [/多长时间|多长|几天|多少天|几个工作日|多久/gu, '多久'],
  [/咋样|咋个样|怎样|怎么样|如何|咋[办弄整搞]|怎么[办弄整搞]|怎么处理|咋个?|怎么/gu, '怎'],
  [/[啥嘛]|什么|哪些/gu, '什'],
  [/行不行|能行不|行[不吗]|中不中|中不|成不成|成不|可不可以|可以[吗不]|能不能够?|能否|可否|可以|能够/gu, '能'],
  [/是不是|是否/gu, '是'],
  [/会不会|会否/gu, '会'],
  [/要不要|用不用|需不需要|需要|非得|非要|必须得?|一定[要得]|强制|自愿|摊派/gu, '必'],
  [/谁家|哪家|哪个人|哪一个|哪位|何人|哪几家|哪户/gu, '谁'],
  [/掏|认捐|认筹|集资|众筹|[捐凑拿出]钱|捐款|捐|认/gu, '捐'],
  [/缴|交纳|[交付给打]钱|交款|打款|转账|转/gu, '交'],
  [/款项?|费用|现金|资金|钱/gu, '钱'],
  [/要是|如果|万一|假如|假设|倘若|若是|的话/gu, '若'],
  [/投票|表决|票|投/gu, '票'],
  [/同意|反对|弃权|赞成/gu, '票意'],
  [/看得?见|看得?到|知道|晓得|发现|看得着/gu, '知'],
  [/公布|公开|公示|贴出来|点名|名单|上榜|光荣榜|显示|写名字?|名字|匿名|记名|保密/gu, '名'],
  [/撤[回销]|撤|退出|反悔|后悔|取消|改主意|变卦|收回/gu, '悔'],
  [/[攒挣赚涨]分|得分|拿分/gu, '得分'],
  [/扣分|罚款|处罚|被罚|罚|穿小鞋|后果|影响|得罪|针对|报复/gu, '罚'],
  [/多少|几多|几百|几块|几个?户?|好多/gu, '几'],
  [/租[户客房]|租的房子?|房[东主]|业主|租/gu, '租'],
  [/手机|微信|智能机|不会按|不识字/gu, '机'],
  [/[我俺][妈爸娘]|老人|婆婆|公公|爷爷|奶奶|老头子?|老太太|[我俺]?儿子/gu, '老'],
  [/老公|媳妇|老婆|夫妻俩?|两口子|家里人|我俩|一家人|老伴/gu, '俩'],
  [/请问|问一下|想问|麻烦|[那这][个些]|[那这]么|到底|究竟|就是|一下|其实|现在|目前|都|还是|来着|[诶哎唉哦噢嗯]/gu, ''],
  [/[的了啊呀呢哈嘞哩么吗吧呗喽啦]+/gu, ''],
  [/(?:没有|没|不)$/u, ''],
];

/** A question without what people say differently: 俺非得掏钱不 and 我一定要捐吗 are one. */
function foldQuestion(text: string): string {
  let plain = text.normalize('NFKC').toLowerCase();
  for (const [pattern, to] of folded) plain = plain.replace(pattern, to);
  return plain;
}

function runsOf(text: string): Set<string> {
  const signs = [...`^${text}$`];
  const runs = new Set<string>();
  for (let length = 1; length <= longestRun; length++)
    for (let at = 0; at + length <= signs.length; at++) runs.add(signs.slice(at, at + length).join(''));
  runs.delete('^');
  runs.delete('$');
  return runs;
}

/**
 * Compares a question with the wordings of each topic (naive Bayes): every run of one or two signs speaks for the topics that have it
 * more often than all together, and against those that have it not; what no wording has speaks against all. The nearest come first.
 */
export function likenessTo(topics: readonly { readonly said: readonly string[] }[]): (text: string) => Near[] {
  const postings = postingsOf(topics);
  const absent = topics.map(({ said }) => Math.log(doubt / (said.length + doubt)));
  return text => {
    const runs = runsOf(foldQuestion(text));
    const sums = new Map<number, number>();
    for (const run of runs) {
      const found = postings.get(run);
      if (!found) continue;
      for (const [at, topic] of found.topics.entries())
        sums.set(topic, (sums.get(topic) ?? absent[topic]! * runs.size) + found.gains[at]!);
    }
    return [...sums]
      .map(([topic, sum]) => ({ topic, likeness: sum / Math.sqrt(runs.size) }))
      .toSorted((a, b) => b.likeness - a.likeness);
  };
}

function postingsOf(topics: readonly { readonly said: readonly string[] }[]): Map<string, Postings> {
  const counts = new Map<string, Map<number, number>>();
  let wordings = 0;
  for (const [topic, { said }] of topics.entries())
    for (const wording of said) {
      wordings++;
      for (const run of runsOf(foldQuestion(wording))) {
        const of = counts.get(run) ?? new Map<number, number>();
        counts.set(run, of.set(topic, (of.get(topic) ?? 0) + 1));
      }
    }
  const postings = new Map<string, Postings>();
  for (const [run, of] of counts) {
    const share = [...of.values()].reduce((sum, count) => sum + count, 0) / wordings;
    postings.set(run, {
      topics: Int32Array.from(of.keys()),
      gains: Float64Array.from(of.values(), count => Math.log(1 + count / (doubt * share))),
    });
  }
  return postings;
}
