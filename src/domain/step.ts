import type { RoleId } from './permissions.js';

/** For whom a step is: holders of roles, or residents; or certain members only; never those who may not for another reason. */
export interface StepFor {
  readonly roles?: readonly (RoleId | 'resident')[];
  /** Members by id, where only certain ones may. */
  readonly members?: readonly number[];
  /** How those members are called together: `监管小组`. */
  readonly called?: string;
  /** Members who may not: they have done another part of it, or this part already. */
  readonly notMembers?: readonly number[];
  /** Households by id, where only certain ones are asked. */
  readonly households?: readonly number[];
  /** Households that have done their part already. */
  readonly notHouseholds?: readonly number[];
}

/** A deed that moves a matter on. What is not in `slots` the bot asks for. */
export interface Step {
  readonly deed: string;
  readonly slots: Readonly<Record<string, unknown>>;
  readonly for: StepFor;
  /** What it is, in a few words: `发起表决`. */
  readonly title: string;
  /** What stands behind a number in the title: the sum and the payee of a payment. */
  readonly detail?: string;
  /** The sentences that do it. */
  readonly says: readonly string[];
  readonly until?: Date;
  /** True for what may be done and does not have to be for the matter to go on. */
  readonly optional?: true;
  /** True for what the matter needs and nobody is bound to: to second, to pledge. */
  readonly isFree?: true;
  /** How it is said to everybody, where the title names a home or its money. */
  readonly inPublic?: string;
}

/** What stands between now and the next step, where nobody has to do anything: a period that runs. */
export interface Wait {
  readonly what: string;
  /** The sentence that goes on from there, where somebody has to say one. */
  readonly onward?: string;
  readonly until: Date | null;
}

export interface Next {
  readonly steps: readonly Step[];
  readonly wait: Wait | null;
}

type Rest = Partial<Pick<Step, 'detail' | 'until' | 'optional' | 'isFree' | 'inPublic'>>;

/** A step in one line. */
export function step(
  deed: string,
  slots: Step['slots'],
  { title, says, for: by, ...rest }: { title: string; says: string | readonly string[]; for: StepFor } & Rest,
): Step {
  return { deed, slots, for: by, title, says: typeof says === 'string' ? [says] : says, ...rest };
}

/** The same step as one that need not be done. */
export function mayBe(one: Step): Step {
  return { ...one, optional: true };
}

/** Whoever a step is offered to. */
export interface StepTaker {
  readonly id: number;
  readonly householdId: number | null;
  readonly roles: readonly { readonly role: RoleId }[];
}

/** True when a step is for this member. Of a step for residents, a household that has done its part is not asked again. */
export function isFor(by: StepFor, { id, householdId, roles }: StepTaker): boolean {
  if (by.notMembers?.includes(id)) return false;
  if (by.members) return by.members.includes(id);
  if (by.households) return householdId !== null && by.households.includes(householdId);
  if (by.roles?.includes('resident') && householdId !== null) return !by.notHouseholds?.includes(householdId);
  return roles.some(({ role }) => by.roles?.includes(role));
}
