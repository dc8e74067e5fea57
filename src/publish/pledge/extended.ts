import { dayWords } from '../../domain/calendar.js';
import { yuan } from '../../domain/money.js';
import { tells } from '../tells.js';

export default tells<'pledge.extended'>(async (_unit, { project }, { now }) => {
  const { no, pledgeClosesAt, round, budgetFen } = project;
  const last = dayWords(new Date((pledgeClosesAt ?? now).getTime() - 1), now);
  const target = yuan(round?.targetFen ?? budgetFen ?? 0);
  return [{ group: `**【认筹延期】${no}号**\n认筹延到${last}24:00，要认满${target}。自愿参与，付款前可撤回。` }];
});
