import { tidyWords } from './pieces.js';
import { cutOut } from './span.js';
import { findTimes } from './time/times.js';

interface MeetingWords {
  readonly startsAt?: Date;
  readonly place?: string;
  readonly agenda?: string;
}

const meets = /(?:集合|见面?|开(?:个)?(?:议事)?会|开|碰(?:个)?头|坐坐)[，,。\s]*$|(?<![，,。\s])[，,。\s]+$/u;
const isWhere = /[楼栋元院园区场亭室路口门里前后下上旁边处头角棚站]$/u;

/** 健身器材开会  3号楼前: of several pieces those that name a place. */
function whereIn(rest: string): string {
  const pieces = rest.split(/[，,。；;\s]+/u).filter(Boolean);
  const named = pieces.filter(piece => isWhere.test(piece.replace(meets, '')));
  return pieces.length > 1 && named.length > 0 ? named.join('，') : rest;
}

/** 在社区会议室召开停车位议事会: where, and what about. */
const heldAt =
  /(?:在|于|到)(?<where>[^，,。；;]{2,20}?)(?:召集|召开|举行|组织|开)(?:一?[次个场])?(?<about>[^，,。；;]{0,20}?)(?:的)?(?:居民)?(?:议事会|座谈会|协商会|碰头会|讨论会|会议)(?=$|[，,。；;\s])/u;

/** Reads the call of a meeting: `周六上午九点，3号楼前，议题：路灯装在哪里`. Nothing is guessed; what was not said is left out. */
export function readMeeting(text: string, now: Date): MeetingWords {
  const [, head = '', agenda] =
    /^([^]*?)(?<![，,。；;\s])(?:[，,。；;\s]*(?:议题|议程|商量(?:商量)?|讨论(?:讨论)?|议一议|议议|主题|说说|聊聊|谈谈|合计合计|合计|研究|碰个头(?:[，,。\s]*(?:说说|聊聊|商量|讨论))?)(?:一下)?(?:是|为|有)?[:：\s]*)([^]+)$/u.exec(
      text,
    ) ?? [null, text];
  const time = findTimes(head, now).find(({ kind }) => kind === 'at' || kind === 'past');
  const held = heldAt.exec(time ? cutOut(text, [time]) : text)?.groups;
  if (held && agenda === undefined) {
    const about = held['about']?.replace(/^(?:关于|有关|就)|(?:的)?(?:事宜|事项|问题|事)$/gu, '') ?? '';
    return {
      ...(time ? { startsAt: time.at } : {}),
      place: held['where'] ?? '',
      ...(about.length >= 2 ? { agenda: about } : {}),
    };
  }
  const rest = time ? cutOut(head, [time]) : head;
  const place = tidyWords(
    whereIn(rest)
      .replace(/^[，,。；;\s]*(?:地点|地址)?(?:是|为|在|于)?[:：\s]*/u, '')
      // 路灯的事在3号楼前: what it is about stands before where it is held.
      .replace(/^[^，,。；;]{1,12}的事(?:情|儿)?(?:就|都)?(?=(?:在|到|去).{2})/u, '')
      .replace(/^(?:咱们?|大家|大伙儿?|我们)*(?:都)?(?:在|到|去)?(?=.{2})/u, '')
      .replace(meets, '')
      .replace(/(?<=.{2})[，,\s]{0,3}(?:(?:大家伙?|大伙儿?|咱们?|都|一起|来)[，,\s]{0,3}){1,4}$/u, '')
      .replace(/(?<![，,。；;\s])[，,。；;\s]+$/u, ''),
  );
  return {
    ...(time ? { startsAt: time.at } : {}),
    ...(place.length >= 2 ? { place } : {}),
    ...(agenda && tidyWords(agenda) !== '' ? { agenda: tidyWords(agenda) } : {}),
  };
}
