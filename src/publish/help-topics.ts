import { may, type Permission, type RoleId } from '../domain/permissions.js';
import { type Help, helpHead } from './help-line.js';
import type { MemberView } from '../store/people/members.js';

const headings = ['提案', '表决', '认捐', '资金', '进度与验收', '积分', '我'] as const;

export type Heading = (typeof headings)[number];

/** The subjects of the help, as they stand on its buttons. */
export const subjects: readonly string[] = headings;

/** What the help needs to know of a deed. */
interface HelpedDeed {
  readonly group: string;
  readonly help?: Help;
  readonly permission: Permission;
}

export interface HelpEntry {
  readonly title: string;
  readonly say: string;
  readonly more: string;
  readonly intent: string;
  readonly definition: HelpedDeed;
}

/** Every deed with its title, its sentence and what else there is to know. */
export function helpEntries(intents: ReadonlyMap<string, HelpedDeed>): HelpEntry[] {
  return [...intents].flatMap(([intent, definition]) => {
    const { help } = definition;
    return help ? [{ title: helpHead(help), say: help.say, more: help.more ?? '', intent, definition }] : [];
  });
}

/** True where a list of what somebody may do holds the deed. */
export function isListed({ help, permission }: Pick<HelpedDeed, 'help' | 'permission'>, member: MemberView): boolean {
  return help !== undefined && may(help.forOffices ? { ...member, householdId: null } : member, permission);
}

/** The deeds of a subject that this member may do. */
export function entriesOf(intents: ReadonlyMap<string, HelpedDeed>, subject: string, member: MemberView): HelpEntry[] {
  return helpEntries(intents)
    .filter(({ definition }) => definition.group === subject && isListed(definition, member))
    .toSorted((a, b) => rankOf(a.intent) - rankOf(b.intent));
}

/** What an office may do that no resident may, what is done most often first. */
export function dutiesOf(intents: ReadonlyMap<string, HelpedDeed>, role: RoleId): HelpEntry[] {
  const holds = { householdId: null, roles: [{ role, building: null }] };
  return helpEntries(intents)
    .filter(
      ({ definition: { permission } }) => may(holds, permission) && !may({ householdId: 1, roles: [] }, permission),
    )
    .toSorted((a, b) => rankOf(a.intent) - rankOf(b.intent));
}

/** What is done most often comes first: by offices, then by neighbours; the rest follows as it is filed. */
const often =
  'proposal.classify plan.publish poll.open pledge.round funds.receive spend.check spend.approve spend.hold spend.ask progress.report inspection.report project.accept member.confirm proposal.open proposal.support objection.raise poll.vote poll.status pledge.money pledge.cancel funds.show funds.own progress.show project.rate credit.balance member.bind'.split(
    ' ',
  );

export function rankOf(intent: string): number {
  const place = often.indexOf(intent);
  return place < 0 ? often.length : place;
}

/** Everyday words for deeds whose own titles have none of them. */
const also: Readonly<Record<string, string>> = {
  'funds.reverse': '收错钱 记错账 改账 冲账',
  'poll.undo': '投错票 改票 重新投',
  'poll.vote': '投票 表决 怎么投',
  'pledge.money': '认捐 捐款 出钱 捐钱 众筹',
  'pledge.share': '交钱 该交多少 出多少',
  'proposal.open': '提案 提建议 提意见',
  'report.open': '报事 报修 报事情',
  'credit.leave': '退出积分 不参加积分',
  'funds.own': '钱花到哪 交的钱',
  'member.bind': '绑定 认证 注册',
};

/** The deeds of these names that the help tells of and this member may do. */
export function entriesNamed(
  intents: ReadonlyMap<string, HelpedDeed>,
  names: readonly string[],
  member: MemberView,
): HelpEntry[] {
  const entries = helpEntries(intents).filter(({ definition }) => may(member, definition.permission));
  return names.flatMap(name => entries.find(({ intent }) => intent === name) ?? []);
}

/** How much of what was asked must stand in the words of a deed for it to be meant, and how near a second one may come. */
const leastLikeness = 0.6;
const guessLikeness = 0.34;

/** What somebody asks about: the one deed, or at most two that it could be. */
export function meantBy(
  topic: string,
  intents: ReadonlyMap<string, HelpedDeed>,
  member: MemberView,
): { readonly sure: HelpEntry | null; readonly guesses: readonly HelpEntry[] } {
  const asked = pairsOf(bare(topic));
  const ranked = helpEntries(intents)
    .map(entry => ({ entry, likeness: likenessOf(asked, bare(topic), entry, member) }))
    .filter(({ likeness }) => likeness >= guessLikeness)
    .toSorted((a, b) => b.likeness - a.likeness);
  const [first] = ranked;
  const sure = first && first.likeness >= leastLikeness ? first.entry : null;
  return { sure, guesses: ranked.slice(0, 2).map(({ entry }) => entry) };
}

function likenessOf(asked: readonly string[], topic: string, entry: HelpEntry, member: MemberView): number {
  const own = also[entry.intent] ?? '';
  if (entry.title === topic || own.split(' ').includes(topic)) return 2;
  const words = `${bare(entry.title)} ${bare(entry.say)} ${own}`;
  const shared = asked.filter(pair => words.includes(pair)).length / Math.max(1, asked.length);
  // Of two deeds that are as like, the one that the member may do, and the one of fewer words.
  return shared + (may(member, entry.definition.permission) ? 0.05 : 0) - entry.title.length / 1000;
}

function pairsOf(words: string): string[] {
  const signs = [...words];
  return signs.length < 2 ? signs : signs.slice(1).map((sign, index) => `${signs[index]}${sign}`);
}

/** Without what every question has. */
function bare(words: string): string {
  return words.normalize('NFKC').replaceAll(/\d+号?|怎么办|怎么|如何|[了的呢吗啊呀？?。！!，,：:“”\s]/gu, '');
}
