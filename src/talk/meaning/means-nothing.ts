import type { AnyIntent } from '../intent.js';

/** 差点投成反对: what nearly was. */
const nearly = /差(?:一)?点儿?(?:就|没|又|给)?(?:我|俺)?(?:投|按|点|打|选|说|写|记|捐|出|认|附议)/u;
/** 他要是来说出一百我就记: what somebody else may do. */
const othersMay =
  /(?:他|她|人家|那户|那家|谁)(?:们|家)?(?:要是|如果|若是|万一|真要)|(?:要是|如果|假如|若是|万一)(?:他|她|人家|那户|那家|谁)/u;
/** 等发了工资再捐两百, 年底有钱了再说出多少: what is to come first. When a promise is paid is another thing: 出一百，等发了低保再给. */
const later =
  /^(?:我|俺|咱)?(?:们|家)*(?:得|要|想|先|就)?(?:等|待|要等)(?:到|我|俺|咱|们|家|他|她|孩子|老伴)*[^，,。；;]{1,14}(?:再|才|(?<=(?:好|完|手|来|后|成|发)了?)(?:我|俺|咱))[^，,。；;]{0,8}[捐出认掏投]/u;
/** 我对路灯方案没有异议, 没意见: nothing is said against it. */
const nothingAgainst =
  /(?:没|没有|没得|没啥|没什么|并无|无)(?:任何|啥|什么|别的|其他)?(?:意见|异议)(?!能|可|不|吗|没)/u;
const against = /但是?|不过|就是|只是|除了|可是/u;

/** 她还说想再加五十 is told of somebody whom only a pronoun names: nothing of the speaker's own home. */
const othersSay =
  /^[那，,\s]*(?:她|他)(?:们|家|老人家)?(?:也|又|还)*(?:说|讲|问)(?![得的]?(?:真|很)?(?:对|好|有))(?!.*[我俺咱])/u;

/** 昨天老李还说他家要出两百，今天又没影了: what somebody else promised and does not stand by. 我答应过，现在不出了 takes back. */
export const cameToNothing =
  /(?<!(?<![跟和给对向同])[我俺咱](?:们|家)?[^，,。；;\s他她]{0,4})(?:说|讲|答应|应承)[^，,。；;\s]{0,30}[，,。；;\s][^，,。；;]{0,30}(?:没影|没信儿?|没下文|没动静|没音|反悔|变卦|又不[出捐认给]|不[出捐认给]了|不吭声|不提了)/u;

/** 电视上说外地充电棚着火了 happened elsewhere. */
const ofElsewhere =
  /(?:电视|新闻|抖音|快手|视频|朋友圈|网|手机)(?:上|里)(?:都|又|还|有人)?(?:说|讲|看|报|刷)|(?:^|[，,\s])(?:外地|外省|别的小区|人家小区|隔壁小区|有个小区)/u;

/** What has the words of a deed and says that it was not, or is not yet, done. Only what reads as just that deed is asked. */
export function meansNothing(intents: ReadonlyMap<string, AnyIntent>, intent: string, text: string): boolean {
  if (intent === 'objection.raise') return nothingAgainst.test(text) && !against.test(text);
  if (intent === 'report.open') return ofElsewhere.test(text);
  // 花坛没人浇水，谁来认领一下 calls for others.
  if (intent === 'task.claim') return /谁(?:来|去|能|有空|愿意|给|认领)/u.test(text);
  const isPledge = intent.startsWith('pledge.');
  if (isPledge && (othersMay.test(text) || cameToNothing.test(text) || othersSay.test(text) || later.test(text)))
    return true;
  return (isPledge || intents.get(intent)?.says !== undefined) && nearly.test(text);
}
