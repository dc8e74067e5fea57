import { momentWords } from '../../domain/calendar.js';
import { plain } from '../../domain/plain-text.js';
import type { Meeting } from '../../store/meeting/meeting.js';
import { fill } from '../templates.js';

/** Calls the neighbours to a meeting, with agenda, time and place, and how to sign in. */
export function meetingNotice({ no, agenda, place, startsAt }: Meeting, now: Date): string {
  return fill('议事会', {
    编号: no,
    议题: plain(agenda, 200),
    时间: momentWords(startsAt, now),
    地点: place ? `｜地点：${plain(place, 40)}` : '',
  });
}

/** What the meeting said, and how many homes were there; never who. */
export function minutesNotice({ no, agenda, startsAt, minutes, photos }: Meeting, present: number, now: Date): string {
  return fill('议事会纪要', {
    编号: no,
    议题: plain(agenda, 100),
    时间: momentWords(startsAt, now),
    到场: present,
    照片: photos ? `｜附照片${photos.length}张` : '',
    纪要: plain(minutes ?? '', 1500),
  });
}

/** What was left out of the minutes that everybody has read. */
export function additionNotice({ no, agenda }: Meeting, text: string): string {
  return `**【议事会纪要补充】${no}号**\n议题：${plain(agenda, 100)}\n补充：${plain(text, 1500)}`;
}
