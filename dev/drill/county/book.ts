import writeExcelFile from 'write-excel-file/node';
import type { GridPlan } from './people.js';

/** Writes the workbook from which `npm run grid -- county` takes a county over: its grids, their households, who holds what. */
export async function writeBook(path: string, grids: readonly GridPlan[]): Promise<void> {
  const sheets = {
    网格: [
      ['代码', '名称', '社区', '街道', '群', '群机器人'],
      ...grids.map(({ code, name, community, subdistrict, chatId }) => [
        code,
        name,
        community,
        subdistrict,
        chatId,
        `webhook-${code}`,
      ]),
    ],
    住户: [
      ['代码', '楼号', '单元', '房号', '面积', '业主', '企业微信账号', '电话'],
      ...grids.flatMap(({ code, people }) =>
        people.map(({ building, unit, room, area, name, userid }) => [
          code,
          String(building),
          String(unit),
          room,
          area,
          name,
          userid,
          '',
        ]),
      ),
    ],
    角色: [
      ['代码', '账号', '角色', '楼号'],
      ...grids.flatMap(({ code, roles }) =>
        roles.map(({ userid, role, building }) => [code, userid, role, building === undefined ? '' : String(building)]),
      ),
    ],
  };
  const parts = Object.entries(sheets).map(([sheet, rows]) => ({
    sheet,
    data: rows.map(row => row.map(value => ({ value, type: String }))),
  }));
  await writeExcelFile(parts).toFile(path);
}
