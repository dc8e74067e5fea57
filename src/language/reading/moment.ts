import { onlyOne } from '../../domain/only-one.js';
import { optionsNamed } from '../../domain/poll/choices.js';
import { isNamed, isUnnamed } from '../values/people/naming.js';
import { opinionOn } from '../values/manner/opinion-said.js';
import { readSentence } from './sentence.js';
import { readVote } from './vote.js';
import type { Finding, Scene, Slots } from './scene.js';

/** What the bot knows of the moment: the same words mean different things at different moments. */
export interface Context {
  readonly openPolls: readonly { readonly no: number; readonly options?: readonly string[]; readonly many?: true }[];
  readonly openPledges: readonly number[];
  /** Projects whose plan or result is on display, where the words are against something. */
  readonly onDisplay?: readonly number[];
  /** The speaker's last standing pledge. */
  readonly ownPledge?: { readonly no: number; readonly amountFen: number };
  /** The message that was answered with a quotation. */
  readonly quoted?: string;
  readonly roles?: readonly string[];
}

export interface Extras {
  /** A pledge that stands in the place of an earlier one: 改成500, 不是300，是350. */
  readonly replaces?: true;
  readonly adds?: true;
  /** A pledge whose giver does not want to be named: 匿名. */
  readonly unnamed?: true;
  /** The household for which somebody else pledges: 替5号楼2单元301. */
  readonly beneficiary?: string;
  /** A poll of owners, by head and area: 业主表决, 业主重大事项表决. */
  readonly track?: 'owners_ordinary' | 'owners_major' | 'unanimous';
  /** A poll in which several options may be chosen: 可多选. */
  readonly many?: true;
  /** The options that were named, where an open poll takes several. */
  readonly choice?: readonly string[];
}

/** Intents whose number a quoted message can give when the words name none. */
const numbered =
  /^(?:poll\.|pledge\.|funds\.|progress\.|inspection\.|project\.|plan\.|proposal\.(?:support|show|withdraw|classify))/;

/** The slots that were said; the number may come from the quoted message. */
export function placed(best: Pick<Finding, 'intent' | 'slots'>, context: Context): Slots {
  const slots: Record<string, unknown> = {};
  for (const name in best.slots) if (best.slots[name] !== undefined) slots[name] = best.slots[name];
  if (slots.no !== undefined || context.quoted === undefined || !numbered.test(best.intent)) return slots;
  const { nos } = readSentence(context.quoted);
  return nos.length === 1 ? { ...slots, no: nos[0] } : slots;
}

/** What the moment makes of a reading: a vote wants an open poll, and 再加200 a pledge of one's own. */
export function inContext(finding: Finding, scene: Scene, context: Context): Finding {
  if (finding.intent === 'poll.vote') return voteInContext(finding, context);
  if (finding.intent === 'pledge.money' && context.ownPledge && adding.test(scene.plain)) {
    const no = finding.slots?.no ?? (context.ownPledge.no || undefined);
    return {
      ...finding,
      score: Math.max(finding.score, scene.asked ? 0 : 0.85),
      slots: { ...finding.slots, no },
      known: true,
    };
  }
  return finding;
}

export function extrasOf(intent: string, scene: Scene, context: Context): { extras?: Extras } {
  const { plain } = scene;
  if (intent === 'poll.vote') return severalNamed(scene, context);
  if (intent === 'pledge.money') return pledgeWishes(scene);
  if (intent !== 'poll.open') return {};
  const many = severalChoices.test(plain) ? { many: true as const } : {};
  if (ownersVote.test(plain))
    return { extras: { track: /重大|特别|四分之三/u.test(plain) ? 'owners_major' : 'owners_ordinary' } };
  if (everybody.test(plain)) return { extras: { track: 'unanimous' } };
  return { extras: many };
}

/** What is asked for with a pledge. */
function pledgeWishes({ plain, text, addresses: [address] }: Scene): { extras?: Extras } {
  const isFor = address !== undefined && onBehalf.test(plain);
  return {
    extras: {
      ...(replacing.test(plain) ? { replaces: true } : {}),
      ...(more.test(plain) ? { adds: true } : {}),
      ...(isUnnamed(plain) && !isNamed(plain) ? { unnamed: true } : {}),
      ...(isFor ? { beneficiary: text.slice(address.start, address.end) } : {}),
    },
  };
}

/** All the options that the words name, where the poll takes several. */
function severalNamed({ no, said }: Scene, { openPolls }: Context): { extras?: Extras } {
  const taking = openPolls.filter(poll => poll.many && (no === undefined || poll.no === no));
  const named = taking.flatMap(({ options = [] }) => options.filter(option => said.includes(option)));
  return taking.length === 1 && named.length > 1 ? { extras: { choice: named } } : {};
}

const ownersVote = /业主(?:大会|共同)?(?:普通|一般|重大|特别)?(?:事项)?(?:的)?(?:表决|投票|票决)/u;
const everybody =
  /(?:全体|全部|每户|户户|家家|所有住户)(?:都)?(?:要)?(?:一致)?同意(?:才|方|的)|一致同意(?:才|方|的)?(?:通过|算|表决|投票)/u;
const severalChoices = /多选|可以?选(?:多|几|两|三)个/u;
const replacing =
  /(?:改成|改为|改到|变成|换成|增加到|加到|涨到|减到|降到)(?:了)?₥|不是₥.{0,8}是₥|(?:更正|打错|说错|写错|报错|多打|少打).{0,12}₥/u;
const more =
  /(?:再|又|还|另外?|额外|外加)(?:给|多)?(?:我|俺|咱)?(?:们|家)*(?:加|添|追加|增加|出|捐|认捐?|掏|拿|凑|来|给|补|投)(?:上|个|点)?₥|(?:追加|增加|加上|添上|补上)₥|多(?:出|捐|认|掏|拿|给)₥/u;
const onBehalf =
  /(?:替|代|帮)(?:我|俺|咱)?(?:[爸妈爹娘爷奶哥姐弟妹叔姨舅儿女]|父母|老人|公婆|邻居|住|家|的|在|[,，])*⌂/u;
const adding = /^(?:我|俺)?(?:家)?(?:那就)?(?:再|还|又)?(?:加|添|追加|改成|改为|改到|变成|换成)(?:到|成)?₥/u;

function voteInContext(finding: Finding, context: Context): Finding {
  if (context.openPolls.length === 0) return { ...finding, score: 0.3, why: `${finding.why}:no-poll-is-open` };
  const choice = finding.slots?.choice;
  const polls = context.openPolls.filter(({ no }) => finding.slots?.no === undefined || no === finding.slots.no);
  const fitting = polls.flatMap(({ no, options = [] }) => {
    const named = typeof choice === 'string' ? optionsNamed(options, choice) : [];
    // Words that fit several options are a vote all the same: the poll refuses it and tells its options.
    return named.length === 0 ? [] : [{ no, label: onlyOne(named) ?? choice }];
  });
  const [only] = fitting;
  if (!only) return finding;
  // An option that one poll alone has names the poll.
  const no = finding.slots?.no ?? (fitting.length === 1 ? only.no || undefined : undefined);
  return {
    ...finding,
    score: Math.max(finding.score, 0.9),
    slots: { ...finding.slots, no, choice: only.label },
    known: true,
  };
}

/**
 * 树 and 随大流 name no choice of any vote that is open; a letter or a number may, and its vote tells which it has. Where it is not known which
 * votes are open (no 0 of `npm run parse`) any words may be one.
 */
export function namesNoChoice(choice: unknown, { openPolls }: Context): boolean {
  if (typeof choice !== 'string' || /^(?:agree|disagree|abstain|[A-Z\d]+|.*方案.*)$/u.test(choice)) return false;
  return (
    openPolls.length > 0 &&
    !openPolls.some(({ no, options = [] }) => no === 0 || optionsNamed(options, choice).length > 0)
  );
}

/** The bare words of an option are a vote while a poll with that option is open. */
export function namedOption(scene: Scene, context: Context): Finding[] {
  const words = scene.bare.replace(/^(?:选|投|要|支持|同意|№)+/u, '').replace(/的$/u, '');
  const isOption =
    words !== '' &&
    context.openPolls.some(({ options }) =>
      options?.some(option => option === words || option.replace(/的$/u, '') === words),
    );
  return isOption && !scene.asked
    ? [
        voteInContext(
          {
            intent: 'poll.vote',
            score: 0.9,
            why: 'vote:option-of-the-open-poll',
            slots: { no: scene.no, choice: words },
          },
          context,
        ),
      ]
    : [];
}

/** 我不服, 这个价我不认: against something, in words that are no choice of a poll. */
export const protests =
  /(?:我|俺|咱)(?:们)?(?:家)?(?:就|都|可|坚决|绝)?(?:不服气?|不认可?(?![识得捐筹为账])|不接受|不答应|接受不了)(?<why>[^]*)$/u;
/** What stands before a protest that says nothing by itself. */
const onlyNamed = /^(?:第?\d+号)?(?:项目|方案|的|这个|那个|这|那|对|[，,\s])*$/u;

/** 14号我不服 报价太高, 14号这个价我不认: the reason as it was said. */
function protested({ said }: Scene): { readonly text?: string } | undefined {
  const found = protests.exec(said);
  if (!found) return undefined;
  const why = found.groups?.['why']?.replace(/^[啊呀了的，,。；;：:！!\s]+/u, '') ?? '';
  if (!onlyNamed.test(said.slice(0, found.index))) return { text: said };
  return why.length > 1 ? { text: why } : {};
}

export const objects = /(?<!没|没得)有(?:点|些|个|很大的?|不同)?(?:意见|异议)/u;

/** 我不同意装在那里，能不能换个地方: what sounds like a matter of its own, and begins against another. */
const beginsAgainst = /^(?:我|俺|咱)?(?:们|家)?(?:坚决)?(?:不同意|反对|不赞成|有意见|有异议)/u;

const wantsOtherwise = /[，,。；;\s](?:能不能|能否|可不可以|可否|要不)/u;

/** 这方案我不服: what is on display, in so many words. */
const ofPlan = /^(?:对)?(?:这|那)?(?:个|份)?(?:方案|公示|报价|预算|价格?)/u;

/** 我不同意4号 and 我有意见 while 4号 is on display and no vote on it is open: an objection, which is read back. */
export function objection(best: string, scene: Scene, context: Context): Finding | undefined {
  const { onDisplay = [], openPolls } = context;
  const no = scene.no ?? onlyOne(onDisplay);
  if (no === undefined ? onDisplay.length === 0 : !onDisplay.includes(no)) return undefined;
  if ((best === 'proposal.open' || wantsOtherwise.test(scene.said)) && beginsAgainst.test(scene.said))
    return against(no, scene.said);
  if (no === undefined) return undefined;
  if (openPolls.some(poll => scene.no === undefined || poll.no === no)) return undefined;
  const protest = scene.no === undefined && !ofPlan.test(scene.said) ? undefined : protested(scene);
  const isAgainst = readVote('', scene) === 'disagree' || objects.test(scene.said);
  if (!protest && (best !== 'poll.vote' || scene.asked || !isAgainst)) return undefined;
  return against(no, protest ? protest.text : reasonSaid(scene.said));
}

const reason = /(?:同意|反对|赞成|意见|异议)[^，,。；;：:]{0,6}[，,。；;：:\s]+(?<why>[^]{2,})$/u;
const reasonGlued =
  /(?<!没|没得)有(?:点|些|个|很大的?|不同)?(?:意见|异议)(?![的了吗吧啊呀呢嘛没不怎咋找跟向和给]|可以|能|要|想|就|请|谁|哪)(?<why>[^，,。；;：:\s]{4,})$/u;

const reasonBefore =
  /^(?<why>[^]{3,}?)[，,。；;\s]+[^，,。；;]{0,12}(?:反对|不(?:同意|赞成|支持|认可)|有(?:意见|异议))(?:[这那]个?)?(?:方案|项目)?[了的啊呀吧]*[。.!！]*$/u;

/** The reason that stands behind 有意见, with a stop between or without one (我有意见装在东头晃我家窗户). */
export function reasonSaid(text: string): string | undefined {
  const behind = (reason.exec(text) ?? reasonGlued.exec(text))?.groups?.['why'];
  if (behind !== undefined) return behind;
  // 三千五太贵了，还没比价，下水道我反对.
  const before = reasonBefore.exec(text)?.groups?.['why'];
  return before === undefined || opinionOn(before) === '' ? undefined : opinionOn(before);
}

function against(no: number | undefined, text: string | undefined): Finding {
  return { intent: 'objection.raise', score: 0.7, why: againstDisplayed, slots: { no, text } };
}

/** Why a reading was taken that goes by what is on display. */
export const againstDisplayed = 'against what is on display';
