import { expect, test } from 'vitest';
import { dueSaid } from '../../../../src/language/values/time/due-said.js';

/** A Monday. */
const now = new Date('2026-03-16T10:00:00+08:00');

test.each([
  ['周五前清走', '2026-03-20'],
  ['这周五之前弄好', '2026-03-20'],
  ['这周给它擦干净', '2026-03-22'],
  ['本周内清完', '2026-03-22'],
  ['3月25号以前弄完', '2026-03-25'],
  ['月底前补上', '2026-03-31'],
  ['这个月内弄好', '2026-03-31'],
  ['三号楼后头那堆旧家具我来盯', null],
  ['每周一擦一遍，每周五再擦一遍', null],
])('“%s” is due on %s', (said, day) => expect(dueSaid(said, now)?.day ?? null).toBe(day));
