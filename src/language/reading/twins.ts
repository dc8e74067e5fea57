import { findAddresses } from '../values/people/household.js';
import { thingNames, things } from '../lexicon/thing-names.js';
import { keywords } from '../lexicon/segment.js';
import { foldWidth } from '../values/width.js';

/** An open proposal that a new one may repeat. */
interface Candidate {
  readonly no: number;
  readonly title: string;
  readonly place?: string;
}

/** Alike enough to be offered; the table in `tests/language/reading/twins.test.ts` decided it. */
const alike = 0.5;

/** The open proposal that says the same as a new one, or null. The most alike counts, the older of two equals. */
export function findTwin(title: string, place: string | undefined, candidates: readonly Candidate[]): Candidate | null {
  const wanted = senseOf(title, place);
  const short = shortThing.exec(foldWidth(title).trim())?.groups?.['thing'];
  let best: Candidate | null = null;
  let most = 0;
  for (const candidate of candidates) {
    const sense = senseOf(candidate.title, candidate.place);
    const isSaidShort = short !== undefined && endsThing(foldWidth(candidate.title), short);
    const likeness = Math.max(compare(wanted, sense), isSaidShort && !apart(wanted.where, sense.where) ? alike : 0);
    if (likeness >= alike && likeness > most) {
      best = candidate;
      most = likeness;
    }
  }
  return best;
}

/** 装灯, 修个门: a thing in one sign. */
const shortThing =
  /^(?:我|俺|咱)?(?:们)?(?:想|要|给|来|提案[:：]?|建议|提议)*(?:加装|安装|更换|维修|装|换|修|安|弄|搞|建|加)(?:一?[个盏扇台些下])?(?<thing>\p{Script=Han})[吧啊呗呀。.!！\s]*$/u;

/** 灯 is said of 路灯改造 and 楼道灯: a name of a thing in that title ends with it. */
function endsThing(title: string, sign: string): boolean {
  return thingNames.some(name => name.endsWith(sign) && name.length > 1 && title.includes(name));
}

/** What a proposal is about: its things, its other words with their weights, where, and what is to happen. */
interface Sense {
  readonly things: ReadonlySet<string>;
  readonly words: ReadonlyMap<string, number>;
  readonly where: readonly string[];
  readonly deed: string;
}

function senseOf(title: string, place = ''): Sense {
  const text = foldWidth(`${title} ${place}`);
  const found = new Set<string>();
  let rest = withoutLandmark(foldWidth(title));
  for (const name of thingNames) {
    if (!rest.includes(name)) continue;
    found.add(things.get(name) ?? name);
    rest = rest.replaceAll(name, ' ');
  }
  const words = new Map(
    keywords(rest, 8)
      .filter(({ word }) => !empty.test(word))
      .map(({ word, weight }) => [word, weight]),
  );
  return { things: found, words, where: placesIn(text), deed: deedOf(rest) };
}

/** 楼道装扶手 is about the handrail, 围墙根底下弄晾衣架 about the rack: what stands before the deed only says where. */
function withoutLandmark(title: string): string {
  const found =
    /^(?:给|把|在)?(?<landmark>.{1,8}?(?:旁边?|根|底下|边上?|里面?|上|前面?|后面?|门口|东头|西头|附近|那儿?)?)(?:加装|安装|增设|装|添|弄|放|建|修(?=.{2})|增加|增|加个|加|搞|铺)(?<rest>.+)$/u.exec(
      title,
    );
  const { landmark = '', rest = '' } = found?.groups ?? {};
  const namesThing = thingNames.some(name => landmark.includes(name));
  return namesThing && /[一-龥]{2}/u.test(rest) && !/^(?:缮|理|剪|整|补|高|宽|好|新|修)/u.test(rest) ? rest : title;
}

const empty =
  /^(?:小区|咱们?|我们|大家|希望|建议|提议|提案|申请|安装|加装|装|修|换|更换|更新|增设|新建|建|建设|重新|一个|一些|改造|解决|处理|问题|维修|整修|修缮|清理|清运|治理|里|的|处|能|能不能|给|把|整治|购置|购买|设置|增加|门口|旁边|附近|东头|西头|北边|南边|东侧|西侧|空地|号楼|单元|老化|破损|损坏|坏)$/u;

/** Places that keep two matters apart: buildings by their number, gates and halves by their side. */
function placesIn(text: string): string[] {
  const addresses = findAddresses(text).map(({ building, unit }) => `楼${building ?? ''}-${unit ?? ''}`);
  const sides =
    text.match(
      /[东西南北](?=门|区|院|大门|广场)|[一二三]期|[东西南北](?=头|侧|边|墙)|小广场|活动室|停车场|地下室|操场|凉亭|花园|车棚|驿站/gu,
    ) ?? [];
  return [...addresses, ...sides];
}

function deedOf(text: string): string {
  if (/拆|砍|清理|清运|取缔|移走|去掉/u.test(text)) return 'away';
  return /修|换|更新|补|疏通|翻新|维修|重新|坏|破|漏|堵|老化/u.test(text) ? 'mend' : 'make';
}

function compare(one: Sense, other: Sense): number {
  if (apart(one.where, other.where)) return 0;
  const shared = [...one.things].filter(thing => other.things.has(thing)).length;
  const all = new Set([...one.things, ...other.things]).size;
  const byThing = all === 0 ? 0 : shared / all;
  const byWord = overlap(one.words, other.words);
  // Where both name their things, the things decide; the other words only tilt.
  const likeness = all > 0 ? byThing * 0.8 + byWord * 0.2 : byWord;
  const partly =
    shared > 0 && (shared === one.things.size || shared === other.things.size) ? Math.max(likeness, 0.6) : likeness;
  const nearer = one.where.some(place => other.where.includes(place)) ? 0.1 : 0;
  return (one.deed === 'away') === (other.deed === 'away') ? partly + (partly > 0 ? nearer : 0) : partly * 0.5;
}

/** Two matters that name different places of the same kind are two matters. */
function apart(one: readonly string[], other: readonly string[]): boolean {
  const kindOf = (place: string): string =>
    place.startsWith('楼') ? 'building' : /^[东西南北]$/u.test(place) ? 'side' : 'spot';
  for (const kind of ['building', 'side', 'spot']) {
    const here = one.filter(place => kindOf(place) === kind);
    const there = other.filter(place => kindOf(place) === kind);
    if (
      here.length > 0 &&
      there.length > 0 &&
      !here.some(place => there.some(each => each === place || (kind === 'building' && sameBuilding(each, place))))
    )
      return true;
  }
  return false;
}

/** 3号楼 holds 3号楼2单元; two units of one building are two places. */
function sameBuilding(one: string, other: string): boolean {
  const [building, unit] = one.split('-');
  const [otherBuilding, otherUnit] = other.split('-');
  return building === otherBuilding && (unit === '' || otherUnit === '' || unit === otherUnit);
}

function overlap(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  let shared = 0;
  let all = 0;
  for (const [word, weight] of one) {
    all += weight;
    if (other.has(word)) shared += weight;
  }
  for (const [word, weight] of other) if (!one.has(word)) all += weight;
  return all === 0 ? 0 : shared / all;
}
