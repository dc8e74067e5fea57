import { topic } from '../topic.js';

/** Benefits that units give. */
export default topic({
  title: '有什么优惠可以领',
  said: `
    优惠怎么领 取暖费减免谁能享受 领了优惠别人知道不 AAA户有啥福利 优惠是每家都有吗 一户能领几份优惠 优惠要什么条件 我家够不够格领优惠 物业费有没有优惠 领优惠要多少分 优惠什么时候到期 领过的优惠还能退不 公交卡优惠咋办 优惠是谁给的
  `,
  answer: async () => ({ intent: 'benefit.list', slots: {} }),
});
