import { checkCode } from '../../domain/notice/check-code.js';
import type { Picture } from '../../domain/picture.js';
import { effectiveAt } from '../../domain/periods.js';
import { Refusal } from '../../domain/refusal.js';
import type { Disclosure } from '../../store/notice/disclosure.js';
import { Grid } from '../../store/people/grid.js';
import type { Project } from '../../store/proposal/project.js';
import type { MemberView } from '../../store/people/members.js';
import type { Unit } from '../../store/engine/unit.js';
import { evidenceFor } from '../evidence-for.js';

interface BoardPosting {
  readonly member: MemberView;
  /** The number of the notice. */
  readonly notice: number;
  /** Where it hangs, in the helper's words; the grid's board when left out. */
  readonly place: string | undefined;
  readonly pictures: readonly Picture[];
}

/**
 * The sheet of a notice hangs on the board, and a picture shows it: from now on both channels have it and it is in effect. The
 * time for objections to a plan starts at the later of the two (三公开, docs/domain.md 5.1).
 */
export async function postOnBoard(
  unit: Unit,
  { member, notice: no, place, pictures }: BoardPosting,
): Promise<{ notice: Disclosure; project: Project; code: string; isFurther: boolean }> {
  const { now } = unit;
  const notice = await unit.disclosures.byNo(no);
  const project = notice && (await unit.projects.byId(notice.projectId));
  if (!notice || !project) throw new Refusal('notice.unknown', { notice: no });
  const also = place?.trim() ?? '';
  if (notice.boardAt && (also === '' || (notice.boardPlace ?? '').split('、').includes(also)))
    throw new Refusal('notice.posted', { notice: no, at: notice.boardAt });
  const evidence = await evidenceFor(unit, { by: member.userid, pictures, what: '公示栏上那张公示', now });
  await unit.evidence.use(evidence, `board:${no}`);
  const told = { facts: { notice: no, photo: evidence.digest } };
  const code = checkCode(notice);
  if (notice.boardAt) {
    // A further place begins nothing anew.
    await unit.disclosures.keep(
      Object.assign(notice, { boardPlace: [notice.boardPlace ?? '公示栏', also].join('、') }),
    );
    unit.journal.add('notice.post', told);
    return { notice, project, code, isFurther: true };
  }
  await unit.disclosures.keep(
    Object.assign(notice, {
      boardAt: now,
      boardPhoto: evidence.digest,
      boardPlace: also || null,
      boardById: member.id,
    }),
  );
  const newest = await unit.disclosures.latest(project.id, 'plan');
  // A version that changed nothing that is decided on did not begin the days anew.
  const begins = project.planPublishedAt === null || project.planPublishedAt >= notice.at;
  if (notice.kind === 'plan' && newest?.id === notice.id && project.state === 'plan_published' && begins)
    await unit.projects.keep(Object.assign(project, { planPublishedAt: effectiveAt([notice.at, now]) }));
  unit.journal.add('notice.post', told);
  return { notice, project, code, isFurther: false };
}

/** A plan is decided on once both channels have it: the board where the grid posts on both, and the group, whose channel may be dead. */
export async function ensurePosted(unit: Unit, { id, no }: Project): Promise<void> {
  const plan = await unit.disclosures.latest(id, 'plan');
  const { boardSince } = unit.grid;
  if (plan && !plan.boardAt && boardSince && plan.at >= boardSince)
    throw new Refusal('notice.notPosted', { no, notice: plan.no });
  if (plan && unit.grid.channelOffAt && (await unit.posts.waitSince(plan.at)))
    throw new Refusal('notice.notSent', { no, notice: plan.no });
}

/** From now on a notice of this grid counts when group and board both have it. */
export async function requireBoard(unit: Unit): Promise<void> {
  if (unit.grid.boardSince) return;
  await unit.rows.keep(Grid, Object.assign(unit.grid, { boardSince: unit.now }));
  unit.journal.add('grid.board');
}
