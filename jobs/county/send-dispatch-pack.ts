import { defineJob } from '../../src/clock/job.js';
import { sendDispatch } from '../../src/operations/county/send-dispatch.js';
import { dispatchParts } from '../../src/publish/county/dispatch-words.js';

export default defineJob({
  cron: '0 8 * * 1',
  about: '定期调度的周一早上8:00，把一页纸的链接私下发给书记和楼长；每月、每季度告诉街道和县级管理员',

  async run({ now, inUnit }) {
    await inUnit(async unit => {
      await sendDispatch(unit, 'subdistrict');
      await sendDispatch(unit, 'county');
      // Where nothing is on the agenda, nobody here is called.
      if ((await dispatchParts(unit, now)).length === 0) return;
      await sendDispatch(unit, 'grid');
      await sendDispatch(unit, 'community');
    });
  },
});
