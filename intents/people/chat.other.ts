import { defineIntent } from '../../src/talk/intent.js';

export default defineIntent({
  group: '我',
  phrases: [],
  slots: {},
  permission: 'record.read',
  binds: 'nobody',
  help: '',
  async handle() {
    return '我在。这句话我没有记任何东西。要办事请说清楚，例如“附议12号”“12号同意”；发送“帮助”看全部，拿不准的请问楼长或网格书记。';
  },
});
