interface Identified {
  readonly id: number;
}

/**
 * What a private notice keeps its reader up to date about: a later one on the same topic takes the place of one that was not read, and what
 * settles the matter withdraws it. Each topic that is told in one place and withdrawn in another stands here.
 */
export const topics = {
  /** What the final accounts wait for. */
  accounts: ({ id }: Identified) => `accounts/${id}`,
  /** What was asked of somebody at a dispatch, or done of it. */
  action: ({ no }: { readonly no: number }) => `action/${no}`,
  appeal: ({ no }: { readonly no: number }) => `appeal/${no}`,
  /** Who wants to be bound to a household. */
  asking: ({ userid }: { readonly userid: string }) => `asking/${userid}`,
  /** The change that a household may leave to the next project. */
  change: ({ id }: Identified) => `change/${id}`,
  contest: ({ edition }: { readonly edition: number }) => `contest/${edition}`,
  contestObjection: ({ id }: Identified) => `contest-objection/${id}`,
  /** The points that expire at the end of the year. */
  expiring: 'expiring',
  finding: ({ id }: Identified) => `finding/${id}`,
  /** A refund that waits for its household at the cashier's. */
  held: ({ id }: Identified, { householdId }: { readonly householdId: number }) => `held/${id}/${householdId}`,
  /** A payment that was paused. */
  hold: ({ no }: { readonly no: number }) => `hold/${no}`,
  /** A year that has no key project yet. */
  key: ({ year }: { readonly year: string | number }) => `key/${year}`,
  /** A project that turned red. */
  late: ({ no }: { readonly no: number }) => `late/${no}`,
  /** What somebody who took part in a matter is told of it. */
  matter: ({ id }: Identified) => `matter/${id}`,
  milestone: ({ id }: Identified, { name }: { readonly name: string }) => `milestone/${id}/${name}`,
  /** The signatures that a month's report of a project waits for. */
  month: ({ id }: Identified) => `month/${id}`,
  objection: ({ id }: Identified, { no }: { readonly no: number }) => `objection/${id}/${no}`,
  outside: ({ id }: Identified) => `outside/${id}`,
  /** What a household has not paid: a change of it makes an unread notice untrue. */
  pledge: ({ id }: Identified) => `pledge/${id}`,
  receipt: ({ id }: Identified, { no }: { readonly no: number }) => `${topics.receipts({ id })}${no}`,
  /** How the topics of all receipts of a project begin. */
  receipts: ({ id }: Identified): string => `receipt/${id}/`,
  /** What whoever sees to a report is told about it. */
  reportOwner: ({ id }: Identified) => `report-owner/${id}`,
  retention: ({ no }: { readonly no: number }) => `retention/${no}`,
  /** A period's share of a space that was let. */
  share: ({ no }: { readonly no: number }, { key }: { readonly key: string }) => `share/${no}/${key}`,
  spend: ({ no }: { readonly no: number }) => `spend/${no}`,
  /** Works that stand still. */
  stop: ({ id }: Identified) => `stop/${id}`,
  /** What is left over and has to go back. */
  surplus: ({ id }: Identified) => `surplus/${id}`,
  task: ({ no }: { readonly no: number }) => `task/${no}`,
  /** The ways out where a round falls short. */
  ways: ({ no }: { readonly no: number }) => `ways/${no}`,
} as const;
