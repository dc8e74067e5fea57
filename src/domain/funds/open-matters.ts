import { dayMs, lastDayWords } from '../calendar.js';
import { rulesAt } from '../rules.js';
import type { RoleId } from '../permissions.js';

/** Something that has to be done before a project's accounts are final, and by whom: a role of the grid, the team, or one member. */
export interface OpenMatter {
  readonly what: 'request' | 'voucher' | 'pending' | 'finding' | 'retention';
  readonly owner: RoleId | 'team' | { readonly memberId: number };
  /** `支出申请3（860元，灯泡）还没核对`. */
  readonly said: string;
  /** What whoever it belongs to says next. */
  readonly say: string;
}

/** What a project's record says of itself, as far as its accounts depend on it. */
interface Standing {
  readonly no: number;
  readonly requests: readonly {
    readonly no: number;
    readonly state: 'asked' | 'checked' | 'approved' | 'held' | 'paid' | 'refused';
    /** `860元，灯泡`. */
    readonly words: string;
    /** True where the picture is there, or the community's secretary said in public why it is not. */
    readonly isProven: boolean;
    readonly askedById: number;
    readonly heldById: number | null;
    /** True where what was kept back of it is due and not paid. */
    readonly isRetentionDue: boolean;
  }[];
  /** `9000元` that the bookkeeper has not found yet; null where nothing waits. */
  readonly pending: string | null;
  readonly findings: readonly { readonly no: number; readonly state: 'open' | 'mended' | 'closed' }[];
}

/**
 * What is still open in a project, each with whom it belongs to. As long as anything is, its accounts are not final (docs/domain.md 4.1: every
 * voucher linked, everything paid, everything found on the bank's list, every fault mended).
 */
export function openMatters({ no, requests, pending, findings }: Standing): OpenMatter[] {
  return [
    ...requests.flatMap(request => ofRequest(request)),
    ...(pending === null
      ? []
      : ([
          {
            what: 'pending',
            owner: 'bookkeeper',
            said: `收到的${pending}还没对账`,
            say: `${no}号对账无误，共${pending}`,
          },
        ] as const)),
    ...findings.flatMap(finding => ofFinding(finding)),
  ];
}

function ofRequest({ state, words, ...request }: Standing['requests'][number]): OpenMatter[] {
  const about = `支出申请${request.no}（${words}）`;
  const asking = (owner: OpenMatter['owner'], said: string, say: string): OpenMatter[] => [
    { what: 'request', owner, said: `${about}${said}`, say },
  ];
  switch (state) {
    case 'refused':
      return [];
    case 'asked':
      return asking('bookkeeper', '还没核对', `核对申请${request.no}`);
    case 'checked':
      return asking('community_secretary', '还没批准', `批准申请${request.no}`);
    case 'approved':
      return asking('cashier', '批准了还没付', `付申请${request.no}`);
    case 'held':
      return asking({ memberId: request.heldById ?? 0 }, '被监管小组暂缓', `放行申请${request.no}`);
    case 'paid':
      return [
        ...(request.isProven
          ? []
          : ([
              {
                what: 'voucher',
                owner: { memberId: request.askedById },
                said: `${about}付了，还缺发票或收据`,
                say: `补凭据${request.no}`,
              },
            ] as const)),
        ...(request.isRetentionDue
          ? ([
              {
                what: 'retention',
                owner: 'cashier',
                said: `${about}的质保期满了，质保金还没付`,
                say: `付申请${request.no}质保金`,
              },
            ] as const)
          : []),
      ];
  }
}

function ofFinding({ no, state }: Standing['findings'][number]): OpenMatter[] {
  if (state === 'closed') return [];
  return state === 'open'
    ? [{ what: 'finding', owner: 'contractor', said: `整改${no}还没改好`, say: `整改${no}完成` }]
    : [{ what: 'finding', owner: 'team', said: `整改${no}还没复查`, say: `复查${no}通过` }];
}

interface Accepted {
  readonly acceptedAt: Date | null;
  readonly stateSince: Date;
}

/** How many days are left until the final accounts are due, and until when they are; negative once they are late. */
function accountsDue({ acceptedAt, stateSince }: Accepted, now: Date): { dueAt: Date; daysLeft: number } {
  const since = acceptedAt ?? stateSince;
  const dueAt = new Date(since.getTime() + rulesAt(since).finalNoticeDays * dayMs);
  return { dueAt, daysLeft: Math.ceil((dueAt.getTime() - now.getTime()) / dayMs) };
}

/** `还剩2天（3月5日（周四）前应公示）`. */
export function daysLeftWords(project: Accepted, now: Date): string {
  const { dueAt, daysLeft } = accountsDue(project, now);
  return daysLeft > 0 ? `${lastDayWords(dueAt)}前应公示，还剩${daysLeft}天` : `已经晚了${1 - daysLeft}天`;
}
