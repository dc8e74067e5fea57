import { onlyOne } from '../../domain/only-one.js';
import { hasMood } from '../../language/values/manner/mood.js';
import type { Turn } from '../turn.js';
import type { Wish } from '../wish.js';

/** What is told shortly behind a report is told of it. */
const justMs = 30 * 60_000;

const adding =
  /^(?:哦|对了|那个)?[，,\s]*(?:我|俺)?(?:再|还)?(?:补充|补(?:一)?[句个条]|忘(?:了|记)?说|漏(?:了|说)(?:一句)?)(?:一下|一句|一点|下|了)*[，,:：\s]*(?:就?是)?(?<words>[^?？]{2,100})$/u;
const floor = '(?:[\\d一二三四五六七八九十]{1,3}(?:号楼|栋|幢|单元|楼|层|号门))';
const where = new RegExp(
  `^(?:就|是|在|都)*(?<words>${floor}(?:[到至和、往上下的，,\\s]*${floor})*[^，,。?？]{0,8})(?:吧|啊|呢)?[。.!！]*$`,
  'u',
);

/** 补充一下 是二楼到三楼拐角那盏, and 2单元3楼 behind a report: more of the own report that stands, or was opened just now. */
export async function reportAdded({ unit, member, now }: Turn, text: string): Promise<Wish | null> {
  const said = text.trim();
  const more = adding.exec(said)?.groups?.['words'];
  const words = more ?? where.exec(said)?.groups?.['words'];
  if (words === undefined || hasMood(said, 'asked', 'forwarded', 'quoted', 'joking')) return null;
  const own = await unit.reports.openOf(member.userid);
  const fresh = own.filter(({ openedAt }) => now.getTime() - openedAt.getTime() <= justMs);
  const report = onlyOne(fresh) ?? (more === undefined ? undefined : onlyOne(own));
  if (!report) return null;
  return { intent: 'report.open', slots: { text: words, adds: report.no }, sure: true, confirmed: false };
}
