import { hasMood, readMood } from '../manner/mood.js';
import { titled } from './people.js';
import { foldWidth } from '../width.js';

/** Another household than the speaker's, of which a sentence tells. */
export interface Others {
  /** The words that name it: an address, a person, or 他. */
  readonly of: string;
  /** True where the speaker gives for it (替3号楼2单元301认捐200元); false where it gives itself and the speaker only says so. */
  readonly isGift: boolean;
}

const doing = '出|捐|认|掏|拿|凑|交|投|同意|不同意|反对|弃权|赞成|支持|附议|报名|打\\d分';
/** Who lives with the speaker speaks for the same household. */
const athome =
  /^(?:我|俺|咱)?(?:们|家)?(?:那)?(?:老伴儿?|老公|老婆|媳妇儿?|爱人|对象|那口子|口子|先生|太太|家里人?|家里头?|屋里人?|家属)$/u;
const who =
  '(?<who>[^，,。；;：:！!？?\\s我俺咱]{0,14}?)(?:他|她)?(?:刚才?|昨天|今天|早上|上午|下午|晚上|电话里|特意|专门|还|也)*';
const tells = '(?:说|讲|带|捎|转|传|报|记|登|告诉|回|通知|问)';
/** 孙大爷托我说一声; 402的老太太让我给报个数; 让我给她认八十; 替3号楼2单元101说一声: the speaker only passes it on. */
const passing: readonly RegExp[] = [
  new RegExp(`${who}(?:托|拜托|委托|嘱咐)(?:了|过)?(?:我|俺|咱)`, 'u'),
  new RegExp(
    `${who}(?:让|叫|请|喊|要|找)(?:了|过)?(?:我|俺|咱)(?:们)?(?:来|过来|帮忙|帮|给|跟|替|在群里)*(?:他|她)?(?:家)?(?:你们?|您|大家|大伙儿?|群里)?(?:${tells}|(?<=[给跟帮替代](?:他|她)(?:家)?)(?:也|先|再)?(?:${doing}))`,
    'u',
  ),
  // 3号楼1单元201打电话来说路灯出50.
  new RegExp(
    `${who}(?:打(?:了|过|来)?(?:一?个)?电话|来(?:了)?(?:一?个)?电话|来电|发(?:了|来)?(?:一?[个条])?(?:微信|短信|消息|语音)|[捎带](?:了|来)?(?:一?个|句)?[话信口])(?:来|过来|给我|跟我|到我这儿?)*[，,\\s]*(?:说|讲|告诉)`,
    'u',
  ),
  new RegExp(`(?:替|帮|给|代)(?<who>(?!我|俺|咱|你|大家)[^，,。\\s]{1,14}?)${tells}(?:一)?(?:声|句|个|下|达|话)`, 'u'),
];
/** 他出一百, 老人家也同意: whoever is spoken of does it. */
const they = new RegExp(
  `(?:^|[^其吉])(?:他|她)(?:们|家|老人家|本人|自己)*(?:也|要|想|愿意|说|就|都|先|打算|准备){0,3}(?:给[^，,。]{1,6}|第?\\d{1,4}号)?(?:${doing})`,
  'u',
);
const lead = '(?:也|就|要|想|愿意|先|再|来|都)*';
const own = new RegExp(
  `(?:我|俺|咱|本户)(?:们)?(?:家|自己|本人|这边)*${lead}(?:(?:给(?!他|她|人家)[^，,。]{1,6}|\\d{1,4}号)${lead}){0,2}(?:${doing})`,
  'u',
);

/** 我给他出一百: the speaker pays, where nobody asked the speaker to say it (让我给她认八十). */
const givesThem = /(?<![让叫请托要])(?:我|俺|咱)(?:们|家|来|也|想|愿意)*给(?:他|她|人家)/u;

/** The other household of which the sentence tells; null where the speaker speaks for the own one. `isOwn` knows the speaker's names. */
export function othersIn(text: string, isOwn: (words: string) => boolean): Others | null {
  const plain = foldWidth(text);
  for (const pattern of passing) {
    const of = pattern.exec(plain)?.groups?.['who'];
    if (of !== undefined && !athome.test(of) && !(of === '' && athome.test(plain.slice(0, 4))))
      return { of: named(of), isGift: false };
  }
  const span = readMood(plain).find(
    ({ kind, of }) => kind === 'onBehalf' && of !== undefined && !athome.test(of) && !isOwn(of),
  );
  if (span?.of === undefined)
    return they.test(plain) && !own.test(plain) ? { of: '他', isGift: givesThem.test(plain) } : null;
  const isGift = /^(?:代表|替|代|帮)/u.test(plain.slice(span.start)) && !they.test(plain);
  return { of: named(span.of), isGift };
}

const kin =
  '(?:我|俺|咱)(?:们)?(?:家)?(?:[爸妈爹娘爷奶哥姐弟妹叔姨舅姑伯婶]{1,2}|老?[父母]亲|爷爷|奶奶|姥姥|姥爷|外公|外婆|公公|婆婆|岳父|岳母|丈人|丈母娘|儿子|女儿|闺女|邻居|对门|隔壁|楼上|楼下)|他们?家?|她们?家?|人家|老人|老爷子|老太太|邻居|对门|隔壁|楼上|楼下';
const family = new RegExp(
  '(?:我|俺|咱)(?:们)?(?:家)?(?:[爸妈爹娘爷奶]{1,2}|老?[父母]亲|爷爷|奶奶|公公|婆婆|岳父|岳母|丈母娘|儿子|儿媳妇?|女儿|闺女|孩子|老公|老婆|老伴儿?|媳妇儿?|爱人|老人|老爷子|老太太)',
  'u',
);

/** True where somebody of the speaker's family is spoken of: my neighbours are none of it. */
export function saysKin(text: string): boolean {
  return family.test(foldWidth(text));
}

const kinOfOwn =
  '(?:我|俺|咱)(?:们)?(?:家)?(?:[爸妈爹娘爷奶]{1,2}|老?[父母]亲|爷爷|奶奶|姥姥|姥爷|外公|外婆|公公|婆婆|岳父|岳母|丈人|丈母娘|儿子|女儿|闺女|[哥姐弟妹叔姨舅姑伯婶]{1,2})';
const otherHome = new RegExp(kinOfOwn, 'u');
/** 我给我妈出一百: for their home. */
const givesKin = new RegExp(`给(?<of>${kinOfOwn})(?:们|家|那[边屋户]|自己)*(?:也|再|先|来)*(?:出|捐|认|掏)`, 'u');
const ownGives =
  /(?:我|俺|咱)(?:们)?家(?:里|自己|这边|也|就|要|想|愿意|先|再|来|都|一共|第?\d{1,4}号)*(?:给(?![^，,。]{0,6}[他她我俺咱])[^，,。]{1,6}?)?(?:出|捐|认|掏|拿|凑)/u;

/** Kin who may well live in a home of their own: 俺爹, 我闺女, and no 老伴. In 我妈说我家出两百 the own home gives. */
export function kinSaid(text: string): string | undefined {
  const said = foldWidth(text);
  return ownGives.test(said) ? undefined : otherHome.exec(said)?.[0];
}

/** The kin for whose home the speaker gives, by the words for them. */
export function kinGivenFor(text: string): string | undefined {
  return givesKin.exec(foldWidth(text))?.groups?.['of'];
}

const votingFor = new RegExp(`(?:替|帮|代)(?:${kin}|${titled})(?:的)?(?:把|也|去|在|对|给)*[^，,。]{0,10}?投`, 'u');

/** 帮我奶奶把快递柜那票投反对: a vote of another household, however it is put. */
export function votesForOthers(text: string): boolean {
  return votingFor.test(foldWidth(text));
}

const neighbour = `(?:(?:我|俺|咱)?(?:家)?(?:隔壁|对门|楼上|楼下|邻居)(?:的)?(?:老[\\p{Script=Han}]|${titled})?|${titled})`;
const tellingVote = new RegExp(
  `${neighbour}[^，,。]{0,4}(?:说|讲)(?:他|她)?(?:们)?(?:家)?(?:也|都|就|还是)*(?:要|想)?(?:投)?(?:不?同意|不?赞成|不?支持|反对|弃权)(?:的|了|票)*[。.!！]*$`,
  'u',
);

/** 我隔壁老李说他也同意: what a neighbour says of the own vote. */
export function tellsOthersVote(text: string): boolean {
  return tellingVote.test(foldWidth(text).trim());
}

/** 替我妈投一票: somebody is to be voted for, whoever that is, without a word of how. */
const votingForAnybody =
  /(?:替|帮|代|给)(?!(?:我|俺|咱)(?:们)?(?:自己)?家?(?:投|把))[^，,。\s]{1,8}?(?:投上?(?:一?[张个]|一)?票|把票投)/u;

/** A vote of another household, or words that may ask for one (给3号楼301投票), where nothing else was understood. */
export function mayVoteForOthers(text: string): boolean {
  return votesForOthers(text) || votingForAnybody.test(text);
}

/** True where somebody else's promise is passed on with its sum: 孙大爷没手机，路灯他想出一百. What they did give is talk. */
export function passesSum(text: string, isOwn: (words: string) => boolean): boolean {
  const others = othersIn(text, isOwn);
  const plain = foldWidth(text);
  return (
    others !== null &&
    !others.isGift &&
    /(?:出|捐|认)(?![了过])[^，,。]{0,3}[\d一二两三四五六七八九十百千]/u.test(plain) &&
    (they.test(plain) || passing.some(pattern => pattern.test(plain))) &&
    !hasMood(plain, 'forwarded', 'asked', 'joking', 'denied', 'conditional')
  );
}

const person = new RegExp(`${titled}$`, 'u');
/** An address has so many signs at most, a person fewer. */
const longestName = 14;

/** How it is called in an answer: 孙大爷 of 路灯的事孙大爷, an address as it stands, else 他. */
function named(words: string): string {
  const bare = words.replace(/^(?:刚才?|那个|这个|就是|是|对了|哎|还有)+|(?:家|也|都|的)+$/gu, '');
  const called = person.exec(bare)?.[0] ?? bare;
  return called === '' || /^[他她]/u.test(called) || [...called].length > longestName ? '他' : called;
}

/** A clause that begins with 他 or tells who says it: it adds to what is told of others. */
const besideThem = /^(?:他|她|人家|老人家)|(?:他|她)(?:们)?(?:说|讲)|说的|意思[。.!！]*$/u;

const isDoing = new RegExp(doing, 'u');

/**
 * The clauses in which the speaker speaks for the own household, where another clause tells what others do: 12号同意，楼下孙大爷也同意
 * has 12号同意. What stands behind the others is the speaker's only where it says 我.
 */
export function ownWords(text: string, isOwn: (words: string) => boolean): string | null {
  const clauses = text.split(/(?<=[，,。；;！!\n])/u);
  const isTold = clauses.map(clause => othersIn(clause, isOwn) !== null || besideThem.test(clause));
  const first = isTold.indexOf(true);
  const kept = clauses.filter((clause, index) => !isTold[index] && (index < first || own.test(clause)));
  const told = clauses.filter((_, index) => isTold[index]).join('');
  return kept.length > 0 && isDoing.test(told) ? kept.join('').replace(/[，,。；;\s]+$/u, '') : null;
}
