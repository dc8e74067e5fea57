import { tells } from '../tells.js';

export default tells<'people.known'>(async (_unit, { userid }) => [
  {
    members: [userid],
    text: '您在微信网页里打开了办事台，以后从微信点开就认得您，不用再要链接。不是您本人开的，请马上告诉楼长，并发送“退出办事台”。',
    about: 'plain fact',
  },
]);
