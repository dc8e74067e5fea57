import { expect, test } from 'vitest';
import { findTwin } from '../../../src/language/reading/twins.js';

/** A new proposal, and an open one that says the same. `@` stands before the place. */
const twins: readonly (readonly [string, string])[] = [
  ['装路灯@3号楼东头', '3号楼东头安装太阳能路灯'],
  ['小区西门路面坑洼重新铺', '重新铺沥青路面@西门'],
  ['把东门那条破路修修', '东门路面硬化@东门'],
  ['安装电动车充电桩@9号楼北边空地', '建电动车充电棚@9号楼北边'],
  ['楼道灯坏了换声控的', '更换楼道声控灯'],
  ['更换老化的暖气管道', '暖气管漏水要换'],
  ['整一面文化墙', '做文化墙彩绘@围墙'],
  ['加装休闲长椅@小广场', '小广场放几把椅子'],
  ['弄个晾衣架@围墙根底下', '增设晾衣绳'],
  ['清理飞线', '整治乱拉的电线'],
  ['把健身器材换新的', '健身器材更新'],
  ['给老年活动室装空调', '装空调@老年活动室'],
  ['单元门口装个监控', '安装监控摄像头@单元门口'],
  ['疏通下水道@5号楼', '5号楼污水管堵了要疏通'],
  ['屋顶漏雨做防水@7号楼', '7号楼楼顶防水维修'],
  ['换单元门', '更换单元防盗门'],
  ['增设快递柜', '搞个丰巢快递柜@西门'],
  ['种点花和树', '绿化补种'],
  ['划停车位', '小区停车线重新划'],
  ['老楼加装电梯', '装电梯'],
  ['换井盖', '井盖破损更换'],
  ['装门禁', '更换人脸识别门禁'],
  ['修一修儿童滑梯', '儿童游乐设施维修'],
  ['修无障碍坡道@2号楼', '2号楼门口建轮椅坡道'],
  ['粉刷楼道', '楼道墙面刷白'],
  ['装减速带@大门口', '大门口增设减速带'],
  ['建个图书角', '开设社区图书室'],
  ['垃圾桶太少多放几个', '增加分类垃圾桶'],
  ['修剪大树', '树枝挡光要修剪'],
  ['装宣传栏', '增设公示栏'],
  ['装灯', '路灯改造'],
  ['换个灯吧', '更换楼道灯'],
];

/** Two matters that only sound alike: another place, another thing, the opposite deed. */
const strangers: readonly (readonly [string, string])[] = [
  ['装路灯@3号楼东头', '装路灯@5号楼东头'],
  ['修路', '路灯改造'],
  ['修门', '路灯改造'],
  ['重新铺沥青路面@西门', '重新铺沥青路面@东门'],
  ['安装电动车充电桩@9号楼', '换单元门@9号楼'],
  ['装路灯', '装监控'],
  ['更换楼道声控灯', '粉刷外墙'],
  ['换水泵', '换门禁'],
  ['加装休闲长椅@小广场', '小广场装健身器材'],
  ['清理楼道杂物', '粉刷外墙'],
  ['拆除旧车棚', '新建车棚'],
  ['装空调@活动室', '装空调@驿站'],
  ['种树', '砍树'],
  ['老楼加装电梯', '电梯装梯控'],
  ['修围墙', '修屋顶'],
  ['疏通下水道@5号楼', '疏通下水道@6号楼'],
  ['屋顶防水@7号楼2单元', '屋顶防水@7号楼1单元'],
  ['增设垃圾桶', '增设信箱'],
  ['划停车位', '建凉亭'],
  ['装反光镜@路口', '装减速带@路口'],
  ['更换井盖', '更换灭火器'],
  ['建儿童乐园', '建篮球场'],
  ['修乒乓球台', '修长椅'],
  ['整治养狗', '整治飞线'],
  ['做文化墙', '做外墙保温'],
  ['修北门道闸', '修南门道闸'],
  ['装充电桩', '装快递柜'],
  ['老年活动室添桌椅', '老年活动室装空调'],
  ['路灯换太阳能', '楼道装扶手'],
  ['暖气管道更换', '自来水管更换'],
  ['开设图书角', '开设驿站'],
  ['围墙加高', '围墙根底下弄晾衣架'],
  ['清运建筑垃圾', '更换单元门'],
  ['绿化带补种', '绿化带旁修坡道'],
  ['加装声控灯@1号楼', '加装扶手@1号楼'],
  ['换大门', '换水箱'],
  ['消防通道清障', '灭火器更换'],
  ['建车棚', '划车位'],
  ['凉亭刷漆', '凉亭旁装路灯'],
  ['硬化东门道路', '东门装监控'],
  ['给楼道装扶手', '给楼道装灯'],
  ['解决广场舞噪音', '广场铺地砖'],
];

function offered([said, open]: readonly [string, string]): boolean {
  const [title = '', place] = said.split('@');
  const [otherTitle = '', otherPlace] = open.split('@');
  return findTwin(title, place, [{ no: 7, title: otherTitle, place: otherPlace }]) !== null;
}

test('at least nine of ten twins are found', () => {
  const missed = twins.filter(pair => !offered(pair));

  expect(missed.length, JSON.stringify(missed)).toBeLessThanOrEqual(twins.length / 10);
});

test('at most one of twenty offers is wrong', () => {
  const wrong = strangers.filter(offered);
  const offers = wrong.length + twins.filter(offered).length;

  expect(wrong.length / offers, JSON.stringify(wrong)).toBeLessThanOrEqual(1 / 20);
});

test('of several open proposals the most alike is offered', () => {
  const open = [
    { no: 3, title: '小广场装路灯' },
    { no: 5, title: '安装路灯', place: '3号楼东头' },
  ];

  expect(findTwin('装路灯', '3号楼东头', open)?.no).toBe(5);
});

test('nothing is offered when nothing is open', () => {
  expect(findTwin('装路灯', undefined, [])).toBeNull();
});
