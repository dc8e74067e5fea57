import type { Neighbourhood } from './neighbourhood.js';

/** Residents who take part in points, with a score of 1 060. */
export async function scored(grid: Neighbourhood, ...who: readonly number[]): Promise<void> {
  for (const nth of who) {
    const person = grid.resident(nth);
    await person.says('加入积分');
    await grid.inUnit(async unit => {
      const { id: memberId } = await unit.members.view(person.userid);
      const about = `story:${nth}`;
      await unit.credit.add({ memberId, behaviour: 'lead', points: 60, score: 60, about, at: grid.now });
      unit.journal.add('story', { by: 'operator', at: grid.now });
    });
  }
}
