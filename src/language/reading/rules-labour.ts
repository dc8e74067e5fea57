import {
  asks,
  isPast,
  isQuoted,
  leadOf,
  namesOthers,
  namesSelf,
  supposes,
  tells,
  type Clause,
  withoutAddress,
} from './cues.js';
import { tidyWords } from './pieces.js';
import type { Finding, Scene, Slots } from './scene.js';
import { wordsOf } from './sentence.js';
import { duration, hoursIn } from '../values/hours.js';

/** Work that members offer to do. */
const work =
  '粉刷|刷漆|刷墙|刷|搬运|搬砖|搬东西|搬|打扫|扫|清理|清扫|清运|清|修理|维修|修|接线|接水管|接电|接|安装|装|铺|挖|种|看护|看料|看工地|看场|看|监工|监督|监理|抬|运|砌|和泥|和|拌|焊|画|写|贴|拆|卸|值班|值守|守|站岗|巡逻|发传单|发通知|登记|照相|拍照|浇水|浇|剪|锄|除草|除|擦|油漆|挂|立|扛|推|拉|开车|做饭|烧水|送水|送饭|送|量|跑腿|刮|钉|打孔|打下手|布线|布|管|带队|协调|指挥|收拾|整理|砍|锯|拔|铲|设计|算账|记账|做木工|干木工|干瓦工|出图|干|帮厨|维护|维持|教(?=[^我俺]{2})|疏通|通下水|翻土|培土|抹灰|抹|搭|喷|电焊|测量|采购|盯|跑';
const workPattern = new RegExp(`(?:${work})`, 'u');
/** Words that say labour by themselves. */
const strong =
  /出工|出力|出(?:把|点|份|膀子|一把|一份)力气?|卖把?力气|出(?:个|一个)?(?:劳力|人手|人力)|义务(?:劳动|工|监工|干|帮|修|刷|打扫|清|看|搬|维修|值|负责|巡)|做义工|当(?:个)?(?:志愿者|义工|监工|小工|帮工|壮工)|志愿(?:服务|工)|帮忙|帮把手|搭把手|搭个手|搭手|打下手|帮工|干活|做工|卖力气|出(?:\d|[一二两三半几])?(?:[.\d]*)?(?:个)?(?:天|半天|整?工|小时).{0,4}(?:工|力)|出.{1,5}工(?!资|程|具|钱)|算我一个劳力|跑腿|免费(?:修|装|刷|接|焊|设计|帮|干)|献工|投工|献劳|工日|报名(?:参加|当|做|干|去|来)/u;
const offer = new RegExp(
  `(?<head>.{0,24}?)(?<cue>来帮忙|去帮忙|过来帮忙|帮忙|帮着|帮大家|帮大伙|帮|负责|义务|参加|参与|报名|自愿|免费|过去|过来|可以|愿意|能够|能|会来|会去|来|去|出力|也)+(?<task>(?:${work}).*)$`,
  'u',
);

const idle =
  /^(?:看看|看一下|看一眼|看热闹|看过|看了|看情况|看方案|看不|看着办|写一?下|写个|写好|管理|管不|管他|送你|拉倒|推荐|说|问|算了|清楚|收到|和大家|和你|和我|和他|干啥|干什么|干嘛|干吗|跑了|立项|登记(?!人|出入)|装修|带头|接到|接受|接孩子|发现|做主|除了|看到|看见|看好|看来|修好了|装上了|换了|看|量力|协调一下?吧|跑|管|布|推|拉|送|接|整理好|运|干)$|^(?:看看|看一[下眼]|看热闹|看过|看了|干啥|干什么|干嘛|写一?下|管他|拉倒|管不|算了|接孩子|收到|登记一下|登记住|登记信|登记房|和大家|和你|和我|看情况|看方案|装修|送货|送快递|接送|开车出|立项|修好|装好|换好|拉黑|推荐|推迟|清楚)/u;

export function findLabour(scene: Scene): Finding[] {
  if (scene.noise) return [];
  const { plain } = scene;
  if (!strong.test(plain) && !workPattern.test(plain)) return [];
  const clause =
    scene.clauses.find(({ text }) => strong.test(text)) ??
    scene.clauses.find(
      ({ text }) =>
        offers(text) ||
        (/[我俺咱]/u.test(plain) && /^(?:可以|能|来|去|帮)/u.test(text) && offers(`我${text}`)) ||
        (duration.test(text) && workPattern.test(text)),
    );
  if (!clause) return [];

  const isStrong = strong.test(clause.text);
  const score = weigh(scene, clause, isStrong);
  if (score < 0.5) return score > 0.3 ? [{ intent: 'pledge.labour', score, why: 'labour:doubtful' }] : [];
  const hours = hoursIn(plain);
  return [
    {
      intent: 'pledge.labour',
      score,
      why: isStrong ? 'labour:strong' : 'labour:offer',
      slots: { hours, task: taskOf(scene, clause), no: scene.no },
    },
  ];
}

const countMeIn = new RegExp(`(?:${work})[^，。]{0,8}(?:算|加|有)(?:我|俺)(?:家)?一个`, 'u');

function offers(text: string): boolean {
  // 挖沟算俺一个.
  if (countMeIn.test(text)) return true;
  const found = offer.exec(text);
  return (
    found?.groups?.task !== undefined && !idle.test(found.groups.task) && /[我俺咱]|帮|义务|免费|报名|负责/u.test(text)
  );
}

function weigh(scene: Scene, clause: Clause, isStrong: boolean): number {
  const { text } = clause;
  const { clauses, plain } = scene;
  if (isQuoted(plain, clause.start, clause.end)) return 0;
  if (
    clause.asked ||
    /(?:吗|么|呢|不|没)$/u.test(text) ||
    supposes(text) ||
    /谁|咋|怎么|怎样|啥时候|什么时候|多少|几点|哪|有没有|能不能|要不要|需不需要|能否/u.test(text)
  )
    return 0;
  if (
    /隔壁|小伙子|不(?:能|想|会|出|愿|去|来|参加|干|帮|方便)|没(?:空|时间|去|帮|出|法)|别|凭啥|去不|来不|出不了|干不|帮不|甭|懒得|招聘|工资|报酬|多少钱|一天\d|钱一天|雇|请(?:个|几个|人|师傅|工人|物业|大家|各位|你|您|你们)|麻烦(?:物业|大家|各位|你|您)|辛苦|感谢|谢谢(?:大家|各位|你|老|小|他|师傅|帮)|大家|快来|都来|欢迎|找(?:人|几个|谁)|₥一天|一天₥|需要(?:人|志愿|帮)|缺人|招募|招人|收到|支出|报销/u.test(
      text,
    )
  )
    return 0.2;
  const cueAt = text.search(strong) >= 0 ? text.search(strong) : text.search(workPattern);
  const before = withoutAddress(text.slice(0, Math.max(0, cueAt)));
  const lead = leadOf(
    before.replace(
      /(?:来|去|负责|可以|能|会|愿意|过去|过来|有空|没事|闲着|退休了?|在家|周[一二三四五六日末天]|星期.|[今明后]天|[上下]午|晚上|早上|一早|休息|放假|专门|随时|义务|帮|免费)+/gu,
      '',
    ),
  );
  if (lead !== 'clear' && (namesOthers(before) || tells(before)) && !(lead === 'topic' && !tells(before))) return 0.2;
  if (
    isPast(before) ||
    (/(?:了|过)(?:[一二两三四五六七八九十几半\d]|好几)*(?:天|个?小时|上午|下午|半天)?$/u.test(text) &&
      !/报名|我来|算/u.test(text))
  )
    return 0.25;
  const owns = namesSelf(plain) || /^(?:№)?(?:出工|出力|报名|义务|认捐)/u.test(text);
  const base = isStrong
    ? owns
      ? 0.93
      : duration.test(text)
        ? 0.86
        : 0.62
    : /[我俺咱](?:家)?(?:们)?(?:也|就|可以|能|愿意|会|都|周.|明天|后天|有空|负责)*(?:来|去|帮|负责|义务|免费|参加)/u.test(
          text,
        )
      ? 0.88
      : duration.test(plain) && owns
        ? 0.84
        : 0.66;
  const others = clauses.filter(other => other !== clause);
  const doubt = others.some(
    ({ text: other, start, asked }) =>
      (start > clause.start &&
        (/前提|除非|只要|的话|才行|给钱|管饭吗|算工钱|给多少/u.test(other) || (asked && other.length < 9))) ||
      (start < clause.start && (supposes(other) || /[说喊问]$/u.test(other) || (asks(other) && /谁|凭/u.test(other)))),
  );
  return Math.min(base, lead === 'unknown' ? 0.8 : 1, doubt || scene.jested ? 0.4 : 1);
}

const leftToMe =
  /(?:的活儿?|的事)?(?:就|都)?(?:留给|交给|算|算上|包给)?(?:我|俺)(?:去|来|上|报名|能顶|包了|负责|干|搭把手)?$/u;

/** The hours and the work, for who already knows that work is offered. */
export function labourSlots(scene: Scene): Slots {
  const clause = scene.clauses.find(({ text }) => workPattern.test(text)) ?? scene.clauses[0];
  const task = clause && taskOf(scene, clause)?.replace(leftToMe, '');
  return { hours: hoursIn(scene.plain), task: task && task.length >= 2 ? task : undefined, no: scene.no };
}

const taskLead =
  /^(?:来|去|帮忙|帮着|帮大家|帮大伙|帮|负责|义务|参加|参与|报名|可以|能够|能|会|愿意|过去|过来|出力|出工|也|干|做|一起|给|跟着|用于|用来|免费|自愿|我|俺|咱|就|在)+/u;
const taskTail =
  /(?:[一两二三四五\d]个?(?:晚上|上午|下午|早上|早晨|周末|夜)|(?:的活)?(?:我|俺)(?:来)?包了|包在我身上|交给我|没问题|都行|都可以|也行|就行|算我一个|算我|行|可以|随叫随到|什么的|啥的|的活儿?|的活|这活|活儿|的志愿者|一下|的工作|的事儿?|呗|这块|不要钱|管够)+$/u;

const doing = new RegExp(`帮|负责|来|去|能|可以|会|干|义务|^(?:${work})`, 'u');

/** The piece that names the work: what follows 帮忙, 负责, 来 and the like, or the hours. */
function taskOf(scene: Scene, clause: Clause): string | undefined {
  const own = taskIn(scene, clause);
  if (own !== undefined) return own;
  for (const other of scene.clauses) {
    if (other === clause || !workPattern.test(other.text) || asks(other.text)) continue;
    if (!doing.test(other.text)) continue;
    const task = taskIn(scene, other);
    if (task !== undefined) return task;
  }
  return undefined;
}

function taskIn(scene: Scene, { text, start }: Clause): string | undefined {
  const plain = text.replace(duration, span => '␀'.repeat(span.length));
  const found = offer.exec(plain);
  let at = found?.groups?.task === undefined ? -1 : plain.length - found.groups.task.length;
  const counted = countMeIn.exec(plain);
  if (counted) {
    // 挖沟算俺一个: the work stands before.
    const before = wordsOf(scene, start, start + counted.index + counted[0].length).replace(
      /(?:的话)?(?:也)?(?:算|加|有)(?:我|俺)(?:家)?一个$/u,
      '',
    );
    const named = new RegExp(`(?:${work})[^，。]{0,8}$`, 'u').exec(before)?.[0];
    if (named !== undefined && named.length >= 2) return tidyWords(named);
  }
  if (at < 0) {
    const named =
      /(?:负责|义务|帮忙|帮着|出工|当|做|报名|监督|干|工|参加)(?<task>[^␀№，。\s]{2,14})$/u.exec(plain) ??
      /␀(?:的)?(?:工|活|力)?(?:去|来|帮忙|帮着|负责|干)?(?<task>[^␀№，。\s]{2,14})$/u.exec(plain) ??
      /(?:[我俺]|№)(?:来|去|可以|能|愿意|义务|免费)*(?<task>[^␀№，。\s]{2,8})␀/u.exec(plain) ??
      /^(?:№|[我俺](?:会|懂|能))(?<task>[^␀№，。\s]{2,10})$/u.exec(plain);
    const task = named?.groups?.task;
    if (task === undefined || !workPattern.test(task)) {
      const simple = new RegExp(`^(?:${work})[^␀№]{0,10}$`, 'u').exec(plain);
      if (!simple) return undefined;
      at = 0;
    } else {
      at = plain.lastIndexOf(task, (named?.index ?? 0) + (named?.[0].length ?? 0));
    }
  }
  const stop = plain.slice(at).search(/[␀№₥]/u);
  const words = wordsOf(scene, start + at, start + (stop < 0 ? plain.length : at + stop));
  const task = tidyWords(words.replace(taskLead, '')).replace(taskTail, '');
  const short = tidyWords(task.replace(/(?:一|半|两)?(?:天|小时)$/u, ''));
  return short.length >= 2 && !/^(?:活|工|忙|的|一下|两天|几天)$/u.test(short) && !idle.test(short) ? short : undefined;
}
