import { periodWords } from '../../domain/market/market.js';
import { yuan } from '../../domain/money.js';
import { tells } from '../tells.js';
import { topics } from '../../store/notice/topics.js';

export default tells<'market.owed'>(async (_unit, { late: { agreement, period }, contact }) => {
  const { key, state, dueFen, recordedFen } = period;
  const what =
    state === 'overdue'
      ? `还有${yuan((dueFen ?? 0) - recordedFen)}分成没有交，请转到慈善基金的账户；已经转了请告诉出纳。`
      : `还没有申报，请在私聊里发送“公益协议${agreement.no}申报${periodWords(key)}收入12000元”。`;
  const text = `提醒：公益协议${agreement.no}的${periodWords(key)}${what}`;
  return [{ members: [contact.userid], text, about: { topic: topics.share(agreement, { key }) } }];
});
