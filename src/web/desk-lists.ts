import type { Context } from 'koa';
import type { Router } from 'koa-router';
import { summaryOf } from '../domain/funds/ledger.js';
import type { WaitingRequest } from '../domain/funds/spend-steps.js';
import { type Permission, may } from '../domain/permissions.js';
import { moneyStates, worksStates } from '../domain/lifecycle.js';
import { requestsStanding } from '../operations/funds/money-standing.js';
import { pendingReceipts } from '../operations/funds/reconcile-receipts.js';
import { toVisit } from '../operations/poll/list-visits.js';
import { deliveryMethods } from '../operations/poll/record-delivery.js';
import {
  type Doing,
  type WorkList,
  type WorkTable,
  workListBook,
  workListCsv,
  workListPage,
} from '../publish/desk-list.js';
import { householdMoney, receiptsToReconcile, requestsTable } from '../publish/funds/desk-money.js';
import { objectionsTable, owedTable } from '../publish/plan/desk-duties.js';
import { visitsTable } from '../publish/poll/desk-visits.js';
import { findingsTable, roundsTable } from '../publish/works/desk-rounds.js';
import type { SpendRequest } from '../store/funds/spend-request.js';
import type { Unit } from '../store/engine/unit.js';
import { owedBy } from '../store/notice/to-tell.js';
import type { MemberView } from '../store/people/members.js';
import { isOfTeam } from '../store/works/team.js';
import { formLink } from '../talk/form/form-link.js';
import { numberIn } from './desk-links.js';
import { type DeskParts, deskReader, deskSeat } from './desk-session.js';
import { show } from './show.js';

interface ListOf {
  readonly title: string;
  readonly permission: Permission;
  tables(unit: Unit, member: MemberView, now: Date): Promise<WorkTable[]>;
}

/** The work of each office, by the name in its address. */
const lists: Readonly<Record<string, ListOf>> = {
  cashier: {
    title: '收款付款',
    permission: 'funds.receive',
    async tables(unit, _, now) {
      const found: WorkTable[] = [];
      for (const project of await unit.projects.inStates(moneyStates)) found.push(await householdMoney(unit, project));
      return [await requests(unit, now, ['approved']), ...found];
    },
  },
  bookkeeper: {
    title: '对账核对',
    permission: 'funds.reconcile',
    async tables(unit, _, now) {
      const found: WorkTable[] = [];
      for (const project of await unit.projects.inStates([...moneyStates, 'settlement_published', 'cancelled'])) {
        if (summaryOf(await unit.ledger.balances(project.id)).pendingFen === 0) continue;
        found.push(await receiptsToReconcile(unit, project, await pendingReceipts(unit, project)));
      }
      return [await requests(unit, now, ['asked']), ...found];
    },
  },
  secretary: {
    title: '答复和公示',
    permission: 'objection.answer',
    async tables(unit, _, now) {
      const objections = [];
      const owed = [];
      for (const project of await unit.projects.underWay()) {
        for (const objection of await unit.objections.open(project.id)) objections.push({ project, objection });
        for (const one of await owedBy(unit, project)) owed.push({ project, one });
      }
      return [objectionsTable(objections, now), owedTable(owed, now), await requests(unit, now)];
    },
  },
  building: {
    title: '我的楼：走访、录纸票',
    permission: 'poll.visits',
    async tables(unit, member, now) {
      const found: WorkTable[] = [];
      for (const poll of await unit.polls.open()) {
        if (poll.closesAt <= now) continue;
        const visits = await toVisit(unit, { poll, member, now });
        found.push(await visitsTable(unit, { poll, visits }, { methods: deliveryMethods, now }));
      }
      return found;
    },
  },
  supervisor: {
    title: '巡查和整改',
    permission: 'inspection.report',
    async tables(unit, member, now) {
      const projects = [];
      for (const project of await unit.projects.inStates(worksStates))
        if (await isOfTeam(unit, project.id, member.id)) projects.push(project);
      const findings = [];
      for (const project of projects)
        for (const finding of await unit.supervision.findings(project.id))
          if (finding.state !== 'closed') findings.push({ project, finding });
      return [await roundsTable(unit, projects, now), findingsTable(findings, now)];
    },
  },
};

/** The payments on their way, or those in one state of it, as they stand now. */
async function requests(unit: Unit, now: Date, only?: readonly SpendRequest['state'][]): Promise<WorkTable> {
  const standing = new Map<number, WaitingRequest>();
  for (const project of await unit.projects.inStates([...moneyStates, 'settlement_published']))
    for (const one of await requestsStanding(unit, project, now)) standing.set(one.no, one);
  return requestsTable(unit, { standing, now, ...(only && { only }) });
}

/** The lists of a member's offices, each by its address and name. */
export function listsOf(member: MemberView): (readonly [href: string, name: string])[] {
  const own = Object.entries(lists).flatMap(([name, { title, permission }]) =>
    may(member, permission) ? [[`/desk/lists/${name}`, title] as const] : [],
  );
  const signIn = may(member, 'meeting.call') || may(member, 'service.open');
  return [
    ...own,
    ...(takesFiles(member) ? [['/desk/file', '发花名册或流水文件'] as const] : []),
    ...(signIn ? [['/desk/signin', '签到码（给大家扫）'] as const] : []),
  ];
}

/** Who hands in files: rosters, and lists of a bank. */
export function takesFiles(member: MemberView): boolean {
  return may(member, 'roster.import') || may(member, 'funds.receive');
}

/** The work of each office as a page and as a workbook. That somebody looked is written down: homes stand on it. */
export function addLists(router: Router, { store, now, intents }: DeskParts): void {
  const listIn = async (context: Context, name: string): Promise<WorkList | null> => {
    const { grid, member } = deskReader(context);
    const found = Object.hasOwn(lists, name) ? lists[name] : undefined;
    if (!found || !may(member, found.permission)) return null;
    const at = now();
    const tables = await store.inGrid(grid, async unit => {
      unit.journal.add('desk.list', { by: member.userid, at, facts: { list: name } });
      return found.tables(unit, member, at);
    });
    return { name, title: found.title, tables };
  };

  router.get('/desk/lists/:name', async (context, next) => {
    const { name = '' } = context.params;
    const { kind } = /\.(?<kind>xlsx|csv)$/u.exec(name)?.groups ?? {};
    const list = await listIn(context, name.replace(/\.(?:xlsx|csv)$/u, ''));
    if (!list) return next();
    if (kind !== undefined) {
      context.set('Content-Disposition', `attachment; filename="${list.name}.${kind}"`);
      context.type = kind;
      context.body = kind === 'csv' ? workListCsv(list) : await workListBook(list);
      return;
    }
    const { member } = deskReader(context);
    const link = (doing: Doing): string | null => {
      const intent = intents.get(doing.deed);
      return intent && may(member, intent.permission) ? formLink(doing, intent) : null;
    };
    const table = numberIn(context.query['table']);
    const only = table === null ? null : { table, page: numberIn(context.query['page']) ?? 1 };
    const page = workListPage(list, { seat: deskSeat(context), link, only });
    if (page === null) return next();
    show(context, 200, page);
  });
}
