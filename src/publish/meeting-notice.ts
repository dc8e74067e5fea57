import { momentWords } from '../domain/calendar.js';
import { plain } from '../domain/plain-text.js';
import type { Meeting } from '../store/entities/meeting.js';

/** Calls the neighbours to a meeting, with agenda, time and place, and how to sign in. */
export function meetingNotice({ no, agenda, place, startsAt }: Meeting, now: Date): string {
  return [
    `**【议事会】${no}号**`,
    `议题：${plain(agenda, 200)}`,
    `时间：${momentWords(startsAt, now)}${place ? `｜地点：${plain(place, 40)}` : ''}`,
    `到场请发送“${no}号签到”，没有手机的找楼长登记；参加议事会有积分。来不了也可以在群里说意见。`,
  ].join('\n');
}

/** What the meeting said, and how many homes were there; never who. */
export function minutesNotice({ no, agenda, startsAt, minutes, photos }: Meeting, present: number, now: Date): string {
  return [
    `**【议事会纪要】${no}号** ${plain(agenda, 100)}`,
    `${momentWords(startsAt, now)}｜到场${present}户${photos ? `｜附照片${photos.length}张` : ''}`,
    plain(minutes ?? '', 1500),
  ].join('\n');
}
