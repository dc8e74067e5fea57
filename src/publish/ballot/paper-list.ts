import { maskName, maskPlace } from '../../domain/masking.js';
import type { PaperBallot } from '../../store/ballot/paper-ballot.js';
import type { Poll } from '../../store/poll/poll.js';
import type { Unit } from '../../store/engine/unit.js';

const states: Readonly<Record<PaperBallot['state'], string>> = {
  pending: '待核对',
  checked: '已核对，计票',
  returned: '核对不符，退回',
  disputed: '本人提出有误，停用',
  withdrawn: '本人书面撤回',
};

/** Every assisted ballot of a poll, for its supervisors: who entered, who checked, how it stands, and whom to call back; never what it says. */
export async function paperWords(unit: Unit, poll: Poll): Promise<string> {
  const papers = await unit.papers.ballots(poll.id);
  if (papers.length === 0) return '还没有登记纸票。';
  const people = new Map((await unit.members.all()).map(({ id, name }) => [id, maskName(name)]));
  const homes = new Map((await unit.members.households()).map(home => [home.id, maskPlace(home)]));
  const lines = papers.map(({ id, householdId, enteredById, checkedById, state }) => {
    const checker = checkedById === null ? '' : `，${people.get(checkedById) ?? '？'}核对`;
    return `${id}. ${homes.get(householdId) ?? '？'}：${people.get(enteredById) ?? '？'}登记${checker}，${states[state]}`;
  });
  return [...lines, `建议电话回访：${toCallBack(papers).join('、')}号。`].join('\n');
}

/** At least one in ten of the ballots, told by the digests of their pictures, so that nobody picks them (docs/domain.md 7.8). */
function toCallBack(papers: readonly PaperBallot[]): number[] {
  const sample = papers.toSorted((a, b) => (a.photo < b.photo ? -1 : 1)).slice(0, Math.ceil(papers.length / 10));
  return sample.map(({ id }) => id).toSorted((a, b) => a - b);
}
