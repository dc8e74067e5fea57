import { endOfDay } from '../../domain/calendar.js';
import type { Unit } from '../../store/engine/unit.js';
import type { DispatchLevel } from '../../store/notice/fact-parts.js';
import { tells } from '../tells.js';
import { dispatchParts } from './dispatch-words.js';

export default tells<'county.dispatch'>(async (unit, { level, userids }, { now, boardUrl }) => {
  const topic = level === 'community' ? 'dispatch whole' : 'dispatch';
  const text = await packWords(unit, level, { now, board: boardUrl() });
  return [{ members: userids, text, about: { topic, until: endOfDay(now) } }];
});

async function packWords(
  unit: Unit,
  level: DispatchLevel,
  { now, board }: { now: Date; board: string },
): Promise<string> {
  if (level === 'subdistrict') return aboveWords('本月街道', '街道看板');
  if (level === 'county') return aboveWords('本季度全县', '县级看板');
  if (level === 'community')
    return `今天全社区调度，一页纸：${board}/wall/community/dispatch.pdf，挂图：${board}/wall/community。`;
  const counts = (await dispatchParts(unit, now)).map(({ head, lines }) => `${head}${lines.length}件`).join('，');
  return `今天调度：${counts}。一页纸：${board}/wall/dispatch.pdf。会上交办请发送“调度事项：王师傅3月10日前补齐公示”。`;
}

/** Their page holds many grids and stands behind the login. */
function aboveWords(when: string, said: string): string {
  return `今天${when}调度。一页纸在看板里：发送“${said}”，打开链接，再点“调度一页纸”。`;
}
