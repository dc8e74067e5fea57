import type { RoleId } from '../permissions.js';
import { Refusal } from '../refusal.js';

/** Who does a step of a payment: the name, the names of the same household, and the roles held. */
export interface Doer {
  readonly name: string;
  readonly kin: readonly string[];
  readonly roles: readonly RoleId[];
}

/** The bodies that a role speaks for, as they are named where they are paid. */
const bodies: Readonly<Partial<Record<RoleId, RegExp>>> = {
  property_company: /物业/u,
  owners_committee: /业委会|业主委员会|业主大会/u,
  utility: /供水|供电|供气|供热|燃气|热力|自来水|电力|电网|通信|联通|移动公司|电信|广电/u,
};

/** Whose firm nobody can tell from the words: they have no part in payments at all. */
const neverPays: readonly RoleId[] = ['contractor', 'partner'];

const oneself = /(?:^|付给)给?(?:[我俺]?(?:本人|自己)|[我俺])(?:$|[^\p{L}])/u;

/** 我爱人, 我表弟, 我家: whoever lives with who says so, or is kin. 我家装饰有限公司 is the name of a firm. */
const ownKin =
  /(?:^|付给)给?(?:[我俺]?(?:本人|自己)|[我俺])们?家?的?(?:爱人|老[公婆]|媳妇|丈夫|妻子|父亲|母亲|爸|妈|儿子|女儿|女婿|岳[父母]|公公|婆婆|[堂表]?(?:兄弟|姐妹|[哥弟姐妹])|亲戚|家(?:里人?|人)?的?(?:$|[^\p{L}]))/u;

/**
 * Nobody asks for, checks, approves, clears or pays what goes to oneself, to the own household, or to a body that one holds a role in
 * (docs/domain.md 2.1, 2.2). `payee` is who is paid, or the whole words of the request where it names nobody.
 */
export function ensureNotOwn(payee: string, { name, kin, roles }: Doer): void {
  const names = [name, ...kin].filter(one => [...one].length >= 2);
  const isOwn = oneself.test(payee) || ownKin.test(payee) || names.some(one => payee.includes(one));
  const isBody = roles.some(role => bodies[role]?.test(payee));
  const isFirm = roles.some(role => neverPays.includes(role));
  if (isOwn || isBody || isFirm) throw new Refusal('spend.ownInterest', { payee });
}
