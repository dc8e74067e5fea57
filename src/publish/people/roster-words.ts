import { placeWords } from '../../domain/masking.js';
import type { RosterLine, RosterPlan } from '../../domain/people/roster-plan.js';
import { plain } from '../../domain/plain-text.js';

/** A sentence for the operator's machine and for people. */
interface Said {
  readonly en: string;
  readonly zh: string;
}

/** A line of a file, by its number in its sheet. */
type FileLine = RosterLine & { readonly row: number; readonly sheet: string };
type FilePlan = RosterPlan<FileLine>;

export function rosterCounts(
  { added, changed, unchanged, movedOut }: Pick<FilePlan, 'added' | 'changed' | 'unchanged' | 'movedOut'>,
  refused: number,
): Said {
  const out = movedOut.reduce((sum, { people }) => sum + people, 0);
  return {
    en: `added ${added.length}, changed ${changed.length}, unchanged ${unchanged}, refused ${refused}${out > 0 ? `, say ended of ${out}` : ''}`,
    zh: `新增${added.length}户，改动${changed.length}户，不变${unchanged}户，拒绝${refused}行${out > 0 ? `，搬出${out}人` : ''}`,
  };
}

/** What would happen, row by row and each kind in a list of its own: whose say ends goes before all else. */
export function rosterChanges({ added, changed, movedOut, unnamed }: FilePlan): readonly Said[][] {
  return [
    movedOut.map(({ line, people }) => ({
      en: `row ${line.row} ends the say of ${people} member(s) for ${placeWords(line)}`,
      zh: `${at(line)}搬出：${placeWords(line)}有${people}人不再是业主，绑定会解除`,
    })),
    added.map(({ line }) => ({
      en: `row ${line.row} adds ${placeWords(line)}: ${ownersOf(line)}`,
      zh: `${at(line)}新增${placeWords(line)}：${ownersOf(line)}`,
    })),
    changed.map(({ old, line }) => ({
      en: `row ${line.row} changes ${placeWords(line)}: ${differences(old, line)}`,
      zh: `${at(line)}改动${placeWords(line)}：${differences(old, line)}`,
    })),
    unnamed.map(household => ({
      en: `not in the file, stays: ${placeWords(household)}`,
      zh: `文件里没有，保留不动：${placeWords(household)}`,
    })),
  ];
}

export function rosterRefused({ sheet, row, reason }: { sheet: string; row: number; reason: string }): Said {
  return { en: `${sheet === '' ? '' : `${sheet} `}row ${row}: ${reason}`, zh: `${at({ sheet, row })}：${reason}` };
}

/** An account on several units is one member with several households. */
export function rosterShared({ shared }: Pick<FilePlan, 'shared'>): Said[] {
  return shared.map(({ userid, lines }) => {
    const places = lines.map(placeWords).join('、');
    return {
      en: `${userid} stands on ${lines.length} units (${places}): one member, who says which household is meant`,
      zh: `账号${userid}有${lines.length}户（${places}）：算一位成员，办事时要说是哪一户`,
    };
  });
}

/** How many rows of a kind a message tells; the rest is counted. */
export const rowsInChat = 20;

/** The whole preview for a secretary: what it would do, what is left out and why. */
export function rosterScreen({ draft, plan, own }: Preview, most: number): string {
  const { refused, notes } = draft.said;
  const some = (lines: readonly Pick<Said, 'zh'>[]): string[] => cut(lines, most);
  return [
    `这份花名册读出来是：${rosterCounts(plan, refused.length).zh}。`,
    ...rosterChanges(plan).flatMap(some),
    ...some(refused.map(rosterRefused)),
    ...own.map(line => `- ${at(line)}是您自己家的，不由您改，没有列入：请另一位书记发这一行`),
    ...some([...rosterShared(plan), ...notes.map(zh => ({ zh }))]),
  ].join('\n');
}

interface Preview {
  readonly draft: {
    readonly said: {
      readonly refused: readonly Parameters<typeof rosterRefused>[0][];
      readonly notes: readonly string[];
    };
  };
  readonly plan: FilePlan;
  readonly own: readonly FileLine[];
}

function cut(lines: readonly Pick<Said, 'zh'>[], most: number): string[] {
  const told = lines.slice(0, most).map(({ zh }) => `- ${plain(zh, 120)}`);
  return lines.length > most ? [...told, `- ……还有${lines.length - most}行`] : told;
}

function at({ sheet, row }: { readonly sheet: string; readonly row: number }): string {
  return `${sheet === '' ? '' : `工作表“${sheet}”`}第${row}行`;
}

function ownersOf({ owners, shares, tenants }: RosterLine): string {
  const named = owners.map((owner, index) => `${owner}${shares ? shareWords(shares[index] ?? 0) : ''}`).join('、');
  return tenants && tenants.length > 0 ? `${named}（租户${tenants.join('、')}）` : named;
}

/** 5000 as 50%. */
export function shareWords(share: number): string {
  return `${share / 100}%`;
}

function differences(old: RosterLine, line: RosterLine): string {
  const area = (centi: number): string => `${(centi / 100).toFixed(2)}㎡`;
  const shares = (all: RosterLine['shares']): string => (all ?? []).map(shareWords).join('、');
  const pairs = [
    ['面积', area(old.areaCentiM2), area(line.areaCentiM2)],
    ['业主', old.owners.join('、'), line.owners.join('、')],
    ['份额', shares(old.shares), shares(line.shares ?? old.shares)],
    ['租户', (old.tenants ?? []).join('、'), (line.tenants ?? old.tenants ?? []).join('、')],
    ['账号', old.userids.join('、'), line.userids.join('、')],
    ['电话', old.phone ?? '', line.phone ?? ''],
  ] as const;
  return pairs
    .filter(([, before, after]) => before !== after)
    .map(([what, before, after]) => `${what} ${before || '无'} → ${after || '无'}`)
    .join('；');
}
