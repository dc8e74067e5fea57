/** What another door knows a person by (docs/wecom-doors.md 27.1); a member of the company is known by their own account. */
export type IdentityKind = 'external' | 'openid' | 'unionid';

/** An id as a door hands it over, together with the company that it is an id of. */
export interface DoorId {
  readonly corpId: string;
  readonly kind: IdentityKind;
  readonly value: string;
}

/** A colon stands in no account of WeChat Work, so no company can give a member the key of a resident from outside. */
const outside = 'wx:';

/** The key under which the record knows a person who has no account in the company: made up by chance, told to nobody. */
export function outsiderKey(random: Buffer): string {
  return `${outside}${random.toString('base64url')}`;
}

/** True for the key of a person without an account in the company: at most a bound resident, never a holder of a role. */
export function isOutsider(userid: string): boolean {
  return userid.startsWith(outside);
}

/** Words in which no key of a person from outside stands: it is shown to nobody, not even to the person, and a family shares a file. */
export function withoutKeys(text: string): string {
  return text.replaceAll(/wx:[\w-]{16}(?![\w-])/gu, nameless);
}

/** What a resident from outside is called as long as they have told no name. */
export const nameless = '微信住户';

/**
 * What others call somebody's bond by, to confirm it, to object or to end it: the account of a member of the company; for everybody else
 * the number that came with the request, because their key is shown to nobody.
 */
export function calledBy({ userid, bindNo }: { readonly userid: string; readonly bindNo: number | null }): string {
  return isOutsider(userid) ? String(bindNo ?? '') : userid;
}

/** `账号li.wei`, or `微信住户（编号4821）`. */
export function whoAsks(bond: { readonly userid: string; readonly bindNo: number | null }): string {
  return isOutsider(bond.userid) ? `${nameless}（编号${calledBy(bond)}）` : `账号${bond.userid}`;
}
