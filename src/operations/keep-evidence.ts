import type { Picture } from '../domain/picture.js';
import type { MemberView } from '../store/people/members.js';
import type { Unit } from '../store/engine/unit.js';

/** Keeps a picture that a member sent before it is said what it proves; answers the digest by which it is found again. */
export async function keepEvidence(
  unit: Unit,
  { userid }: Pick<MemberView, 'userid'>,
  picture: Picture,
): Promise<string> {
  const { digest } = await unit.evidence.add({ ...picture, by: userid, at: unit.cause.at });
  unit.journal.add('evidence.keep', { facts: { digest } });
  return digest;
}
