import { dayWords } from '../../domain/calendar.js';
import type { Project } from '../../store/proposal/project.js';
import type { WorkNote } from '../../store/works/work-note.js';
import type { Unit } from '../../store/engine/unit.js';
import { Html, html } from '../html.js';

interface Shown {
  readonly digest: string;
  readonly at: Date;
  /** `巡查`, where that tells more than the heading. */
  readonly what?: string;
}

/** As many stand under one heading. */
const most = 12;

/** What is wrong, in pictures, as it was shown with the proposal (docs/domain.md 5.2). */
export async function issuePhotos(unit: Unit, { id }: Project, now: Date): Promise<Html | false> {
  return photoList('问题照片', await unit.works.issuePhotos(id), unit.grid.code, now);
}

/** The works in pictures, newest first, beside what was there before; nothing as long as there are none of the works. */
export async function workPhotos(
  unit: Unit,
  { id }: Project,
  notes: readonly WorkNote[],
  now: Date,
): Promise<Html | false> {
  const all = notes.toReversed().flatMap(note => (note.photos ?? []).map(digest => ({ note, digest, at: note.at })));
  if (all.length === 0) return false;
  const of = (when: When): Shown[] =>
    all
      .filter(({ note }) => whenOf(note) === when)
      .map(({ note, ...rest }) => ({ ...rest, ...(note.kind === 'inspection' ? { what: '巡查' } : {}) }));
  const { code } = unit.grid;
  return html`${photoList('施工前', [...of('before'), ...(await unit.works.issuePhotos(id))], code, now)}
  ${photoList('施工中', of('during'), code, now)} ${photoList('完工后', of('after'), code, now)}`;
}

type When = 'before' | 'during' | 'after';

function whenOf({ kind, percent }: WorkNote): When {
  if (kind === 'acceptance' || percent === 100) return 'after';
  return kind === 'progress' && percent === 0 ? 'before' : 'during';
}

function photoList(heading: string, all: readonly Shown[], code: string, now: Date): Html | false {
  if (all.length === 0) return false;
  return html`<h3>${heading}</h3>
    <ul class="photos">
      ${all.slice(0, most).map(({ digest, at, what }) => {
        const day = `${what ? `${what} ` : ''}${dayWords(at, now)}`;
        const address = `/board/${code}/photo/${digest}`;
        return html`<li>
          <a href="${address}"><img src="${address}" alt="${heading}，${day}" loading="lazy" /></a>${day}
        </li>`;
      })}
    </ul>
    ${all.length > most && html`<p class="note">还有${all.length - most}张更早的照片在档案里。</p>`}`;
}
