import { expect, test } from 'vitest';
import { percentIn } from '../../../src/language/values/percent.js';

test.each([
  ['完成50%', 50],
  ['主体完成一半，完成60%', 60],
  ['干了一半', 50],
  ['八成半', 85],
  ['百分之九十', 90],
  ['完工了', 100],
  ['120%', undefined],
  ['3月20日完工了', 100],
  ['管沟已开挖，完成70%，预计4月20日完工', 70],
  ['没啥问题，完成60%', 60],
  ['还没完工', undefined],
  ['1号的项目还没有完工', undefined],
  ['离完工还差三天', undefined],
  ['管沟已开挖，预计4月20日完工', undefined],
  ['争取月底完工', undefined],
  ['月底完工', undefined],
  ['快完工了', undefined],
  ['尚未竣工', undefined],
  ['预计月底完成70%', undefined],
  ['还剩两成', undefined],
  ['还差20%', undefined],
  ['不到八成', undefined],
  ['水管差不多铺了七成', 70],
  ['太阳能板装了60%', 60],
  ['准备工作完成50%', 50],
  ['智能门锁装好八成', 80],
  ['准备月底完成50%', undefined],
  ['月底能完成50%', undefined],
])('%s is %s of a hundred', (text, percent) => {
  expect(percentIn(text)?.value).toBe(percent);
});
