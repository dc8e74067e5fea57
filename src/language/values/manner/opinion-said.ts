/** What somebody says to have an opinion by, and the opinion without the words that only announce it. */
interface OpinionSaid {
  /** `against` is an objection or a refusal, `idea` a suggestion. */
  readonly kind: 'against' | 'idea';
  /** Undefined where the words announce an opinion and tell none. */
  readonly words: string | undefined;
}

const self = '(?:我|俺|额|咱|本人)(?:们|家)?';
const also = '(?:也|还|就|可|要|想|得|再|正式|先|来|必须|坚决|绝对|个人)*';
const much = '(?:那么|这么|[一两几点些条个]|不同的?|很大的?|大|小)*';
const matter = `(?:${self})?(?:(?:对|关于|给)[^，,]{0,12}?)?(?:第?[#＃]?\\d{1,7}号?|第[一二三四五六七八九十]+号)?(?:项目|提案|这|那|个|份|条|次|件|回|的|方案|公示|报价|预算|事儿?|结果)*`;
/** 我有一条意见, 12号我提个异议, 提点建议: the matter and the speaker, and nothing of the opinion. */
const announces = new RegExp(
  `^(?<before>.*?)(?<who>${self})?${also}(?<!没|没得|没什么|没啥)(?:有|提出?)${much}(?<what>意见|异议|看法|建议|主意|点子|想法)(?<behind>.*)$`,
  'u',
);
const refuses = new RegExp(
  `^(?:第?\\d{1,7}号[^，,]{0,4}?)?${self}${also}(?:不(?:太|大|怎么|能)?(?:赞成|同意|支持|认可|接受)|反对)(?![的啊呀吧了]*$).+$`,
  'u',
);
const matterOnly = new RegExp(`^${matter}$`, 'u');
/** 我有意见怎么提, 有意见可以说: of opinions, and none. */
const ofOpinions = /^(?:的?话|可以|能|会|怎|咋|找|跟|向|往|吗|么|没|不|谁|哪|该|被|箱|簿)/u;
const sayOn = /^(?:的|了|啊|呀|吧|哈|噻|咯|呢|要提?|想提?|要说|想说|得说|哦|就是|是)*/u;
/** Said to whoever writes it down and to the neighbours, or of the opinion itself: 请予以登记, 侬记下来, 这是异议哈, 您别往心里去. */
const asides: readonly RegExp[] = [
  /^.{0,8}(?:异议|易议|意见|建议|主意|点子|想法).{0,8}$/u,
  /^.{0,6}(?:记下来?|登记|记录?上?|记入|写[进给](?:方案|\d+号|里)+)(?:一下|好|在案|里|去|吧|了|伐|啊|哈)*$/u,
  /^(?:请|望|烦请|麻烦|恳请|要求|要)(?:给|予以?|书记|组织上?|大家|尽快|按时|书面)*(?:个|看|一|下|考虑|说法|交代|答复|回复|复核|公布)+[的啊吧]*$/u,
  /^(?:不是|不想)我?(?:找茬|抬杠|捣乱|为难.{0,2}|针对谁?)$|往心里去|评评理|^谢|^辛苦|正式的$|^\d+\.?$|不说了?$|^(?:算了|再说)$/u,
  /^(?:同志们?|大姐|大哥|师傅|书记|主任|楼长|网格员|各位.{0,4}|大家好|你好|您好|小助手)$/u,
];

const pieces = /(?<words>[^，,。；;：:！!?？\s]+)(?<mark>[，,。；;：:！!?？\s]*)/gu;

/** 我有一条意见：老人得有门卡: the opinion in the speaker's own words, behind what announces it. Null where none is announced. */
export function opinionSaid(said: string): OpinionSaid | null {
  for (const { index, 0: piece, groups } of said.matchAll(pieces)) {
    const { kind, words } = announced(groups?.['words'] ?? '') ?? {};
    if (!kind || words === undefined) continue;
    const rest = opinionOn(said.slice(index + piece.length));
    const whole = words === '' || rest === '' ? words + rest : `${words}，${rest}`;
    // 预算实在太高了，我有意见: it was said before.
    const before = said.slice(0, index);
    const all = whole === '' ? opinionOn(before) : [opinionBefore(before, whole), whole].filter(Boolean).join('，');
    return { kind, words: [...all].length < leastWords ? undefined : all };
  }
  return null;
}

/** What goes on with an opinion that was begun, without the announcement of it and what is said to whoever writes it down. */
export function opinionOn(rest: string): string {
  const kept = [...rest.matchAll(pieces)]
    .map(({ groups }) => ({ words: groups?.['words'] ?? '', mark: groups?.['mark']?.trim() || '，' }))
    .filter(
      ({ words }) =>
        [...words].length >= leastSaid && !matterOnly.test(words) && !asides.some(aside => aside.test(words)),
    );
  return kept.map(({ words, mark }, at) => words + (at < kept.length - 1 ? mark : '')).join('');
}

const onlyRefuses = new RegExp(
  `^(?:${self})?${also}(?:不(?:太|大|怎么|能)?(?:赞成|同意|支持|认可|接受)|反对)(?:[这那]个?)?(?:方案|项目|提案|报价|做法|安排|预算)?[的啊呀吧了]*$`,
  'u',
);

/** 6号太贵了，我不同意这个方案: why stands before words that only refuse; empty where they say it themselves. */
export function opinionBefore(before: string, words: string): string {
  const why = onlyRefuses.test(words) ? opinionOn(before.replace(numberFirst, '')) : '';
  return [...why].length < leastSaid ? '' : why;
}

const leastWords = 3;
const leastSaid = 2;

/** Nobody announces an opinion in more signs than these. */
const longestClause = 60;

function announced(clause: string): { readonly kind: OpinionSaid['kind']; readonly words: string } | null {
  if (clause.length > longestClause) return null;
  const refused = refuses.exec(clause);
  // 我不赞成画线 is the opinion itself.
  if (refused && !/[吗么?？]$/u.test(clause)) return { kind: 'against', words: clause.replace(numberFirst, '') };
  const { before = '', who, what = '', behind = '' } = announces.exec(clause)?.groups ?? {};
  if (what === '' || ofOpinions.test(behind) || (who === undefined && !matterOnly.test(before))) return null;
  const rest = behind.replace(sayOn, '');
  // 停车线我提个建议 names the matter; 预算实在太高我有意见 says something of it.
  const ahead = before.replace(numberFirst, '').replace(ofMatter, '').replace(named, '');
  const words = `${[...ahead].length < leastAhead ? '' : ahead}${[...rest].length < leastWords ? '' : rest}`;
  return { kind: /意见|异议|看法/u.test(what) ? 'against' : 'idea', words };
}

const leastAhead = 5;
const ofMatter = new RegExp(`^(?:${self})?(?:对|关于|给).{0,14}$`, 'u');
const named = /(?:这|那)?(?:个|份|条)?(?:项目|提案|方案|公示|报价|预算|事儿?)?的?$/u;
const numberFirst = /^(?:对|给)?第?\d{1,7}号(?!楼)(?:项目|提案|的|这个|那个)*/u;
