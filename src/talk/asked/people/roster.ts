import { may } from '../../../domain/permissions.js';
import { topic } from '../topic.js';

/** How the roster is changed. */
export default topic({
  title: '花名册怎么改',
  said: `
    花名册怎么改 花名册错了怎么改 名册怎么更新 怎么换花名册 花名册在哪改 花名册怎么导入 住户名单怎么更新 花名册上少一户怎么加 业主名字错了在哪改
  `,
  needs: /名册|名单|名字/u,
  answer: async ({ turn: { member } }) => (may(member, 'roster.import') ? toChange : toAsk),
});

const toChange =
  '在私聊里把改好的整份花名册文件（Excel、CSV）发给我，我先列出会改什么，看对了再发送“导入名册1”（号以我列的为准）整份导入；导错了一天内能撤回。';
const toAsk = '花名册由书记改：哪一户错了，请告诉楼长或书记。';
