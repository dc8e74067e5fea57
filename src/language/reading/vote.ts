import { readMood } from '../values/manner/mood.js';
import type { Scene } from './scene.js';

const disagree =
  /[不唔冇](?:太)?(?:同意|赞成|支持|赞同|愿意|认可|行|可以|好|中|成|要|通过)|反对|反队|否决|投否|(?:^|[^A-Z])(?:DISAGREE|NO(?![.\s]*\d))(?![A-Z])/u;
const abstain = /弃权|起权|弃|不表态|ABSTAIN/u;
const agree =
  /同意|同义|同异|赞成|赞同|支持|没(?:有|啥|什么)?(?:意见|异议|问题|二话)|通过|认可|愿意|乐意|情愿|(?:^|[^A-Z])(?:AGREE|YES|OK)(?![A-Z])|👍|^(?:行|可以|好|中|成|是|赞|要得)/u;
/** An option by its letter or as 方案二: named, it is the choice, whatever word of agreeing stands beside it. */
const labelForm = '(?:方案[一二三四五六七八九十\\dA-Ha-h]|[A-Ha-h]方案|[A-Ha-h](?![A-Za-z\\d]))';
const labelled = new RegExp(`(?<![A-Za-z])${labelForm}`, 'gu');
/** 我要B: what is wanted of several that are named. */
const wanted = new RegExp(`(?:选|投|要|定|支持|同意|赞成|赞同)(?:了|给)?(?<label>${labelForm})`, 'u');
const changed =
  /(?:改|换|变)(?:成|为|投|到|作)?(?:投|成)?(?<to>.{1,8})$|(?:改|换|变)(?:成|为|投)(?:投)?(?<kind>(?:不)?(?:同意|赞成|支持)|反对|弃权)/u;

/** 俺选米黄的, and no more. */
const plainly =
  /^(?:№?)(?:我|俺|咱)?(?:们)?(?:家)?(?:就|也)?选(?<label>[^，,。！!？?\s]{1,8}?)(?:的|吧|了|啊|哈)*[。！!]?$/u;

/** 选我选我 calls for a person, not an option. */
const nobodyElse = /[我你他她选投]/u;

/** 按成同意了，我要投反对; 同意？不，我投反对: the later word takes back the earlier. */
const insteadOf =
  /(?:[按点打写说投]成|手滑|误|[?？][，,]?不)[^]{0,60}?(?:投|是|要|该|改)(?:的|投)*(?<to>(?:不)?(?:同意|赞成|支持)|反对|弃权)[^同反弃赞支]*$/u;

/** 没法不同意, 不得不同意 says neither plainly. */
const twice = /(?:不(?:能|会|得|是|可能|敢)|没法|没有?理由)不(?:同意|赞成|支持|反对)/u;
/** 不能同意, 不会支持: the word of agreeing alone would say the contrary. */
const refused = /[不没唔冇](?:太|大|能|会|想|肯|愿意?|可能|打算|准备|法)(?:再)?(?:同意|赞成|支持|赞同|认可)/u;

/** What a vote says: for, against, abstaining, or the label of an option. The last word counts: 从同意改成反对, 不弃权了，我反对. */
export function readVote(words: string, { text }: Scene): string | undefined {
  if (twice.test(text)) return undefined;
  const instead = insteadOf.exec(text)?.groups?.['to'];
  if (instead !== undefined) return kindOf(instead);
  const { to, kind: named } = changed.exec(text.replace(/(?<![\s，,。.!！])[\s，,。.!！]+$/u, ''))?.groups ?? {};
  const turned = to ?? named;
  const whole = turned === undefined ? undefined : kindOf(turned);
  if (whole) return whole;
  const label = wanted.exec(text) ?? [...words.matchAll(labelled)].at(-1);
  if (label) return label.groups?.['label'] ?? label[0];
  const chosen = plainly.exec(text)?.groups?.['label'];
  if (chosen !== undefined) return kindOf(chosen) ?? (nobodyElse.test(chosen) ? undefined : chosen);
  const said = withoutDenied(words);
  const kind = kindOf(said);
  if (kind === 'agree' && refused.test(text)) return 'disagree';
  if (kind) return kind;
  const elsewhere = kindOf(withoutDenied(text));
  if (said.trim() === '' || elsewhere) return elsewhere;
  const choice = words
    .trim()
    .replace(/^(?:我)?(?:就|还是|要|也)?(?:选|投|给|要|支持)*(?:给|的)?/u, '')
    .replace(/(?<=\S)[\s，,。！!]+\S[^]*$/u, '')
    .replace(/(?<![吧啊呀哈了的。，！!\s])[吧啊呀哈了的。，！!\s]+$/u, '');
  return choice === '' ||
    choice === '票' ||
    [...choice].length > 20 ||
    /[我你他她它选投]|吗|谁|啥|什么|怎么|咋|多少|哪/u.test(choice)
    ? undefined
    : choice;
}

/** What the speaker says beside what somebody else says or does (俺老伴同意电梯 俺不同意); undefined where all of it is somebody else's. */
export function ownVote(scene: Scene): string | undefined {
  const others = readMood(scene.text).filter(({ kind }) => kind === 'reported');
  const signs = scene.text.split('');
  for (const { start, end } of others) signs.fill(' ', start, end);
  const text = signs.join('').trim();
  return text === '' ? undefined : readVote('', { ...scene, text });
}

/** 不弃权, 不反对 and 不是同意 are no votes by themselves. */
function withoutDenied(words: string): string {
  return words.toUpperCase().replace(/不是(?:投)?(?:同意|赞成|反对|弃权)|(?:不|别)(?:再)?(?:弃权|反对)了?/gu, '');
}

function kindOf(said: string): 'agree' | 'disagree' | 'abstain' | undefined {
  if (disagree.test(said)) return 'disagree';
  if (abstain.test(said)) return 'abstain';
  return agree.test(said) ? 'agree' : undefined;
}
