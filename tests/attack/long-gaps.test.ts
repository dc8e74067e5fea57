import { expect, test } from 'vitest';
import serviceEnter from '../../intents/credit/service.enter.js';
import emergencyDeclare from '../../intents/works/emergency.declare.js';
import { mostBytes } from '../../src/talk/said.js';

const gap = (bytes: number): string => ' '.repeat(bytes);

/** The longest messages that are read; each held the process for seconds. Measured is the processor's time. */
test.each([
  [serviceEnter.pattern, `补记志愿1：${gap(4050)}x`],
  [serviceEnter.pattern, `补记志愿1：3号楼${gap(4050)}x`],
  [emergencyDeclare.pattern, `1号应急抢修：${gap(3700)}${'x'.repeat(250)}`],
  [emergencyDeclare.pattern, `1号应急抢修：漏水${gap(3700)}${'x'.repeat(250)}`],
])('%s does not stand still for a long gap', (pattern, text) => {
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(mostBytes);
  const before = process.cpuUsage();

  expect(pattern?.test(text)).toBe(false);

  expect(process.cpuUsage(before).user / 1000).toBeLessThan(100);
});

test('gaps and marks between the parts are still no part of them', () => {
  expect(serviceEnter.pattern?.exec('补记志愿1： 3号楼 2单元 301 ， 3月7日9:00到11:30')?.groups).toMatchObject({
    place: '3号楼 2单元 301',
    span: '3月7日9:00到11:30',
  });
  expect(
    emergencyDeclare.pattern?.exec('12号应急抢修：， 主管道爆裂，先换一截管。， 最多8000元')?.groups,
  ).toMatchObject({
    what: '主管道爆裂，先换一截管',
    cap: '8000元',
  });
});
