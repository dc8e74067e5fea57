import { tells } from '../tells.js';
import { answerNotice } from './objection-notice.js';

/** What is granted against a result makes the vote void, and the notice says so. */
export default tells<'plan.answered'>(async (_unit, { project, objection }) => {
  const isVoid = project.state === 'not_approved' && objection.upheld === 1;
  const text = answerNotice(project, objection, isVoid);
  return [{ notice: { project, kind: 'objection', occasion: `answer ${objection.no}`, text } }];
});
