/** The roles of docs/domain.md 2.1, with the names that members know them by. */
export const roles = {
  county_admin: '县级管理员',
  subdistrict_admin: '街道管理员',
  community_secretary: '社区书记',
  grid_secretary: '网格书记',
  grid_deputy: '网格副书记',
  grid_worker: '网格员',
  building_leader: '楼长',
  entrance_leader: '单元长',
  supervisor: '监管小组成员',
  bookkeeper: '会计',
  cashier: '出纳',
  property_company: '物业服务人',
  owners_committee: '业委会',
  utility: '专业经营单位',
  contractor: '施工方',
  partner: '公益资源方',
  governance_adviser: '社区治理顾问',
  auditor: '审计员',
} as const;

export type RoleId = keyof typeof roles;

/** Besides the roles: `anyone` in the chat, and `resident`, who is bound to a household (docs/domain.md 1.3). */
type Holder = RoleId | 'anyone' | 'resident';

export const secretaries = ['grid_secretary', 'grid_deputy', 'community_secretary'] as const;
const leaders = ['building_leader', 'entrance_leader', ...secretaries] as const;

/** Who in office confirms an emergency on the spot, beside a household concerned (docs/domain.md 4.2). */
export const confirmers = [...leaders, 'grid_worker', 'property_company', 'owners_committee', 'supervisor'] as const;

/** Who may do what: the one table (docs/domain.md 2.3), in the words of the intents. */
export const permissions = {
  'record.read': ['anyone'],
  'role.stars': ['building_leader', 'entrance_leader'],
  'contest.lead': ['county_admin'],
  'contest.judge': ['county_admin', 'subdistrict_admin', 'governance_adviser'],
  'contest.object': ['resident'],
  'contest.own': ['grid_worker', 'grid_secretary', 'grid_deputy', 'building_leader', 'entrance_leader'],
  'member.bind': ['anyone'],
  'member.confirm': ['building_leader', 'grid_worker', ...secretaries],
  'member.object': ['resident'],
  'member.unbind': ['resident', 'building_leader', 'grid_worker', ...secretaries],
  'roster.import': [...secretaries],
  'grid.bind': Object.keys(roles) as RoleId[],
  'report.open': ['anyone'],
  'report.handle': [...leaders, 'grid_worker', 'property_company', 'utility'],
  'idea.add': ['resident'],
  'proposal.open': ['resident'],
  'proposal.support': ['resident'],
  'proposal.rename': ['resident'],
  'proposal.withdraw': ['resident'],
  'proposal.photo': ['resident', ...secretaries],
  'proposal.classify': [...secretaries],
  'notice.post': [...leaders, 'grid_worker'],
  'plan.publish': [...secretaries],
  'emergency.declare': [...secretaries],
  'emergency.confirm': ['resident', ...confirmers],
  'key.set': ['grid_secretary', 'community_secretary'],
  'dispatch.lead': [...secretaries],
  'action.check': ['supervisor', ...leaders],
  'objection.raise': ['resident'],
  'objection.answer': [...secretaries],
  'poll.open': [...leaders],
  'poll.extend': [...secretaries],
  'poll.track': [...secretaries],
  'poll.paper': [...leaders, 'grid_worker'],
  'poll.visits': [...leaders, 'grid_worker'],
  'paper.check': ['supervisor', 'grid_worker', ...leaders],
  'meeting.call': [...leaders],
  'meeting.attend': ['resident'],
  'poll.vote': ['resident'],
  'poll.close': [...leaders],
  'pledge.make': ['resident'],
  'pledge.cancel': ['resident'],
  'pledge.fulfil': [...leaders, 'grid_worker'],
  'funds.receive': ['cashier'],
  'funds.spend': ['cashier'],
  'funds.reconcile': ['bookkeeper'],
  'funds.reverse': ['bookkeeper', 'cashier'],
  'spend.ask': ['building_leader', 'entrance_leader', 'grid_worker', ...secretaries],
  'spend.check': ['bookkeeper'],
  'spend.refuse': ['bookkeeper', 'building_leader', 'entrance_leader', 'grid_worker', ...secretaries],
  'spend.approve': [...secretaries],
  'spend.hold': ['supervisor'],
  'spend.despite': ['community_secretary'],
  'progress.report': [...secretaries, 'building_leader', 'grid_worker', 'contractor'],
  'inspection.report': ['supervisor'],
  'works.stop': ['supervisor', ...secretaries],
  'project.accept': ['supervisor', ...leaders],
  'project.cancel': ['community_secretary'],
  'project.rate': ['resident'],
  'dossier.export': ['bookkeeper', 'supervisor', 'auditor', ...secretaries],
  'credit.own': ['resident'],
  'kin.declare': ['resident', ...(Object.keys(roles) as RoleId[])],
  'adviser.appoint': ['community_secretary'],
  'role.show': Object.keys(roles) as RoleId[],
  'task.claim': ['resident'],
  'outside.ask': ['grid_worker', ...secretaries],
  'service.open': [...leaders, 'grid_worker'],
  'service.attend': ['resident'],
  'credit.award': ['grid_secretary', 'community_secretary'],
  'reward.offer': [...secretaries],
  'market.lead': ['grid_secretary', 'community_secretary'],
  // Of a resident the operation asks that they are the contact of the agreement.
  'market.declare': ['resident', 'partner', 'grid_worker', ...secretaries],
  'market.terms': ['resident', 'partner', 'grid_worker', 'bookkeeper', 'cashier', 'auditor', ...secretaries],
  'fund.forecast': ['grid_worker', 'bookkeeper', 'cashier', 'auditor', ...secretaries],
  'credit.settle': ['partner', 'grid_worker', ...secretaries],
} as const satisfies Record<string, readonly Holder[]>;

export type Permission = keyof typeof permissions;

/** A role by its id or by the name that members know it by. */
export function roleCalled(said: string): RoleId | undefined {
  const plain = said.trim();
  if (isRole(plain)) return plain;
  return (Object.keys(roles) as RoleId[]).find(id => roles[id] === plain);
}

interface Actor {
  readonly householdId: number | null;
  readonly roles: readonly { readonly role: RoleId; readonly building: string | null }[];
}

/** True when the member holds any of the roles that the table names for this deed. */
export function may(actor: Actor, permission: Permission): boolean {
  const holders: readonly Holder[] = permissions[permission];
  if (holders.includes('anyone')) return true;
  if (holders.includes('resident') && actor.householdId !== null) return true;
  return actor.roles.some(({ role }) => holders.includes(role));
}

/** The roles that may do it, in words, for the sentence that says no. */
export function holdersOf(permission: Permission): string[] {
  const holders: readonly Holder[] = permissions[permission];
  return holders.flatMap(holder =>
    holder === 'anyone' ? [] : holder === 'resident' ? ['已绑定住户的居民'] : [roles[holder]],
  );
}

/** True for the id of a role. */
export function isRole(text: string): text is RoleId {
  return Object.hasOwn(roles, text);
}

/** True for the secretaries of the grid and its community, and the grid's deputy. */
export function isSecretary({ roles: held }: { readonly roles: readonly { readonly role: RoleId }[] }): boolean {
  return held.some(({ role }) => (secretaries as readonly RoleId[]).includes(role));
}
