import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { verify } from '../../../src/process/commands/verify.js';
import { projectDossier } from '../../../src/publish/notice/dossier.js';
import { projectBoard } from '../../../src/publish/notice/project-board.js';
import { aNeighbourhood, type Neighbourhood } from '../../support/neighbourhood.js';
import { aProject, noted } from '../../support/works.js';

/** The digest of a picture that a neighbour of the tests sends. */
function digestOf(picture: string): string {
  return createHash('sha256').update(`\xff\xd8\xffpicture:${picture}`, 'latin1').digest('hex');
}

const page = (grid: Neighbourhood): Promise<string> =>
  grid.inUnit(async unit => (await projectBoard(unit, { no: 1, page: 1, expenses: 1, next: '', now: grid.now })) ?? '');

const shownOn = async (grid: Neighbourhood, picture: string): Promise<boolean> => {
  const isThere = await grid.inUnit(async unit => (await unit.evidence.published(digestOf(picture))) !== null);
  expect((await page(grid)).includes(digestOf(picture))).toBe(isThere);
  return isThere;
};

test('a picture sent with the proposal stands on its page, and the sender is warned of faces', async () => {
  const grid = await aNeighbourhood();

  const said = await grid.resident(40).says('提案：3号楼东头装路灯，预算3000元', { pictures: ['黑洞洞的路'] });

  expect(said).toContain('1张照片已放上公示栏，有人脸或车牌请发送“撤下1号照片”');
  expect(await shownOn(grid, '黑洞洞的路')).toBe(true);
  expect(await page(grid)).toContain('<h3>问题照片</h3>');
  expect(await grid.resident(41).says('看看1号项目')).toContain('问题照片：1张，在公示栏');
  expect(await grid.journal()).toEqual(['proposal.open']);
});

test('the proposer adds pictures with the number, or one sent in private before; nobody’s picture is taken without a word', async () => {
  const grid = await aNeighbourhood();
  const wang = grid.resident(40);
  expect(await wang.says('提案：3号楼东头装路灯')).toContain('有现场照片，就和“1号照片”一起发来');

  expect(await wang.sends('东头')).toContain('“1号照片”');
  expect(await shownOn(grid, '东头')).toBe(false);
  expect(await wang.says('1号照片', { chat: 'single' })).toContain('1号的问题照片已放上公示栏1张');
  expect(await wang.says('1号照片', { pictures: ['西头', '南头'] })).toContain('2张');

  for (const picture of ['东头', '西头', '南头']) expect(await shownOn(grid, picture)).toBe(true);
  expect(await grid.resident(41).sends('自家猫')).toContain('收到了');
});

test('the secretary may add pictures; other neighbours give them to those who may', async () => {
  const grid = await aNeighbourhood();
  await grid.resident(40).says('提案：装路灯');

  expect(await grid.resident(41).says('1号照片', { pictures: ['别处'] })).toContain('由提出的人或网格书记来放');
  expect(await grid.role('grid_secretary').says('1号提案的照片', { pictures: ['现场'] })).toContain('1张');
  expect(await shownOn(grid, '别处')).toBe(false);
  expect(await shownOn(grid, '现场')).toBe(true);
});

test.each([
  ['no picture', {}, '请先在私聊里把问题拍照发给我'],
  ['what is no picture', { pictures: ['%PDF-1.7'] }, '有1张照片没有收下'],
  ['the same picture again', { pictures: ['一'] }, '已经登记过别的事了'],
  ['more than nine', { pictures: ['二', '三', '四', '五', '六', '七', '八', '九', '十'] }, '最多放9张'],
])('refused, and nothing is kept: %s', async (_, options, said) => {
  const grid = await aNeighbourhood();
  await grid.resident(40).says('提案：装路灯', { pictures: ['一'] });

  expect(await grid.resident(40).says('1号照片', options)).toContain(said);
  expect(await grid.inUnit(async unit => (await unit.works.issuePhotos(1)).length)).toBe(1);
});

test('once the works have begun pictures belong to the progress, and an unknown number has none', async () => {
  const grid = await aNeighbourhood();
  await aProject(grid, { proposer: grid.resident(40).userid });

  expect(await grid.resident(40).says('1号照片', { pictures: ['一'] })).toContain('不能再补问题照片了');
  expect(await grid.resident(40).says('77号照片', { pictures: ['一'] })).toContain('没有77号项目');
});

test('pictures are taken off the board at once, and the good ones may be sent again', async () => {
  const grid = await aNeighbourhood();
  const wang = grid.resident(40);
  await wang.says('提案：装路灯', { pictures: ['有人脸', '没有人'] });

  expect(await grid.resident(41).says('撤下1号照片')).toContain('由提出的人或网格书记');
  expect(await wang.says('撤下1号照片')).toContain('2张问题照片已从公示栏撤下');
  for (const picture of ['有人脸', '没有人']) expect(await shownOn(grid, picture)).toBe(false);
  expect(await wang.says('撤下1号照片')).toContain('没有放上公示栏的问题照片');

  await wang.says('1号照片', { pictures: ['没有人'] });
  expect(await shownOn(grid, '没有人')).toBe(true);
  expect(await shownOn(grid, '有人脸')).toBe(false);
  expect(await verify(grid.store, () => undefined)).toBe(true);
});

test('the plan says how many pictures there are; before, during and after the works stand side by side', async () => {
  const grid = await aNeighbourhood();
  await grid.resident(40).says('提案：装路灯', { pictures: ['从前'] });
  const secretary = grid.role('grid_secretary');
  for (const who of [41, 42, 43, 44]) await grid.resident(who).says('附议1号');
  await secretary.says('1号定为迫切需求类');
  for (const said of ['1号责任核查', '6', '已过保修']) await secretary.says(said);

  await secretary.says('发布1号方案：装路灯六盏，预算3000元');

  expect((await grid.posts()).join('\n')).toContain('问题照片：1张，在公示栏网页上');
  expect(await page(grid)).not.toContain('施工前');
  const [project] = await grid.inUnit(unit => unit.projects.all());
  if (!project) throw new Error('there is no project');
  await noted(grid, project, { percent: 50, photos: [digestOf('当中')] });
  await noted(grid, project, { percent: 100, photos: [digestOf('以后')] });
  const { 1: before, 2: during, 3: after } = (await page(grid)).split(/<h3>(?:施工前|施工中|完工后)<\/h3>/u);
  expect(before).toContain(digestOf('从前'));
  expect(during).toContain(digestOf('当中'));
  expect(after).toContain(digestOf('以后'));
});

test('the dossier holds the pictures with their digests, and one’s own data names them without the bytes', async () => {
  const grid = await aNeighbourhood();
  const wang = grid.resident(40);
  await wang.says('提案：装路灯', { pictures: ['现场'] });

  const { zip, own } = await grid.inUnit(async unit => {
    const project = await unit.projects.byNo(1);
    if (!project) throw new Error('there is no project');
    const dossier = await projectDossier(unit, project, { now: grid.now, random: () => 0.5 });
    return { zip: dossier.zip, own: await unit.personal.of(await unit.members.view(wang.userid)) };
  });

  const files = unzipSync(zip);
  const issue = Buffer.from(files['01-issue.json'] ?? []).toString();
  expect(issue).toContain(digestOf('现场'));
  expect(files[`pictures/${digestOf('现场')}.jpg`]).toBeDefined();
  expect(Buffer.from(files['manifest.json'] ?? []).toString()).toContain(digestOf('现场'));
  expect(own['发的问题照片、报的进度和巡查']).toEqual([expect.objectContaining({ photos: [digestOf('现场')] })]);
  expect(own['发来的照片']).toEqual([expect.objectContaining({ digest: digestOf('现场') })]);
});
