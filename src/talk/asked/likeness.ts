/** How near a question is to the wordings of each topic. */
export interface Near {
  readonly topic: number;
  /** From 0 to 1: how like the nearest three of its wordings. */
  readonly likeness: number;
}

/** A run, and the wordings that have it. */
interface Postings {
  readonly weight: number;
  readonly wordings: Int32Array;
  readonly weights: Float64Array;
}

interface Posting {
  readonly wording: number;
  readonly weight: number;
}

/** Runs of so many signs are compared. */
const longestRun = 3;
/** How much the nearest wording of a topic counts, and the next two. */
const shares = [0.5, 0.3, 0.2];

/** Different words for the same, each kind as one sign, and what asks nothing by itself. The order matters. */
const folded: readonly (readonly [RegExp, string])[] = [
  [/[^\p{Script=Han}\da-z]+/gu, ''],
  [/第?\d{1,7}号(?!楼|院|之前|前|以前|截止)(?:项目|申请|报事|表决|方案|的)*/gu, ''],
  [/\d+号楼?\d*单元?\d*(?:室|户)?|\d{3,4}(?![元块\d])|邻居|隔壁|对门|楼[上下]|老王/gu, '邻'],
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
  [/扣分|罚款|处罚|被罚|罚|穿小鞋|后果|影响|得罪|针对|报复/gu, '罚'],
  [/多少|几多|几百|几块|几个?户?|好多/gu, '几'],
  [/租[户客房]|租的房子?|房[东主]|业主|租/gu, '租'],
  [/手机|微信|智能机|不会按|不识字/gu, '机'],
  [/[我俺][妈爸娘]|老人|婆婆|公公|爷爷|奶奶|老头子?|老太太|[我俺]?儿子/gu, '老'],
  [/老公|媳妇|老婆|夫妻俩?|两口子|家里人|我俩|一家人|老伴/gu, '俩'],
  [/请问|问一下|想问|麻烦|[那这]个|[那这]么|到底|究竟|就是|一下|其实|现在|目前|都|还是|来着|[诶哎唉哦噢嗯]/gu, ''],
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
 * Compares a question with wordings by the runs of one to three signs that they share, each weighed by how rare it is among the wordings
 * and among the topics (cosine). The topics come nearest first. `without` leaves one wording out, to measure with.
 */
export function likenessTo(
  topics: readonly { readonly said: readonly string[] }[],
): (text: string, without?: string) => Near[] {
  const wordings = topics.flatMap(({ said }, topic) =>
    said.map(text => ({ topic, text, runs: runsOf(foldQuestion(text)) })),
  );
  const counts = new Map<string, number>();
  const spread = new Map<string, Set<number>>();
  for (const { runs, topic } of wordings)
    for (const run of runs) {
      counts.set(run, (counts.get(run) ?? 0) + 1);
      spread.set(run, (spread.get(run) ?? new Set()).add(topic));
    }
  const weigh = (run: string): number =>
    Math.log(1 + wordings.length / (counts.get(run) ?? 1)) * Math.log(1 + topics.length / (spread.get(run)?.size ?? 1));
  const postings = new Map<string, Postings>();
  const listed = new Map<string, Posting[]>();
  wordings.forEach(({ runs }, wording) => {
    const length = Math.hypot(...[...runs].map(weigh));
    for (const run of runs) listed.set(run, [...(listed.get(run) ?? []), { wording, weight: weigh(run) / length }]);
  });
  for (const [run, list] of listed)
    postings.set(run, {
      weight: weigh(run),
      wordings: Int32Array.from(list, ({ wording }) => wording),
      weights: Float64Array.from(list, ({ weight }) => weight),
    });
  const unknown = weigh('');
  const sums = new Float64Array(wordings.length);
  const best = new Float64Array(topics.length * shares.length);
  return (text, without) => {
    sums.fill(0);
    best.fill(0);
    let square = 0;
    for (const run of runsOf(foldQuestion(text))) {
      const found = postings.get(run);
      const weight = found?.weight ?? unknown;
      square += weight * weight;
      if (!found) continue;
      const { wordings: of, weights } = found;
      for (let at = 0; at < of.length; at++) sums[of[at]!]! += weight * weights[at]!;
    }
    for (const [wording, { topic, text: said }] of wordings.entries())
      if (sums[wording]! > 0 && said !== without) keepBest(best, topic, sums[wording]!);
    const all: Near[] = [];
    for (let topic = 0; topic < topics.length; topic++) {
      let likeness = 0;
      for (const [at, share] of shares.entries()) likeness += share * best[topic * shares.length + at]!;
      if (likeness > 0) all.push({ topic, likeness: likeness / Math.sqrt(square) });
    }
    return all.toSorted((a, b) => b.likeness - a.likeness);
  };
}

/** Puts a wording's likeness among the best of its topic. */
function keepBest(best: Float64Array, topic: number, likeness: number): void {
  const first = topic * shares.length;
  let at = first + shares.length - 1;
  if (likeness <= best[at]!) return;
  for (; at > first && best[at - 1]! < likeness; at--) best[at] = best[at - 1]!;
  best[at] = likeness;
}
