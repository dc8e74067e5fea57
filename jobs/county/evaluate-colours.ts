import { defineJob } from '../../src/clock/job.js';
import { evaluateColours } from '../../src/operations/county/evaluate-colours.js';

export default defineJob({
  cron: '0 7 * * *',
  about: '每天早上7:00按规则评定各项目的颜色，变了就记下原因；变成滞后的私下告诉书记',

  async run({ inUnit }) {
    await inUnit(unit => evaluateColours(unit));
  },
});
