import { type Html, html } from './html.js';
import { linked } from './linked.js';
import { type DeskSeat, deskPage, formKey } from './people/desk-frame.js';
import type { Card } from '../talk/reply.js';

/** One field of a form, with what stands in it. */
export interface FieldView {
  readonly name: string;
  readonly label: string;
  readonly kind:
    'money' | 'number' | 'moment' | 'choice' | 'several' | 'menu' | 'place' | 'words' | 'rows' | 'lines' | 'flag';
  readonly hint: string;
  /** What may be chosen, or for places and words what is offered to complete them. */
  readonly choices: readonly (readonly [value: string, said: string])[];
  readonly most?: number;
  readonly isOptional: boolean;
  readonly typed: readonly string[];
  /** What is wrong with what was typed. */
  readonly fault?: string;
}

/** What each page of one form is made with. */
export interface FormView {
  readonly seat: DeskSeat;
  /** The deed's name, which is its address. */
  readonly deed: string;
  readonly title: string;
  /** One-time: what was done under it is done once. */
  readonly key: string;
  readonly revision: string;
  /** True where pictures may be sent along. */
  readonly takesPictures: boolean;
}

/** A link to the form of another deed, or to a page. */
export type DeskLink = readonly [href: string, words: string];

interface FormParts {
  readonly help: string;
  readonly said: string;
  /** What it is about: the matter, the payment or the voucher that a number names. */
  readonly about: readonly string[];
  readonly fields: readonly FieldView[];
  readonly isLast: boolean;
}

/** The form (`isLast`: what it does binds nobody and is not read back): what is needed, what was typed, and beside each field what is wrong with it. */
export function formPage(view: FormView, { help, said, about, fields, isLast }: FormParts): string {
  const faulty = fields.filter(({ fault }) => fault !== undefined);
  return deskPage(view.seat, {
    title: `${faulty.length > 0 ? '请改一下：' : ''}${view.title}`,
    body: html`<h1>${view.title}</h1>
      ${about.length > 0 && html`<div class="card">${paragraphs(about.join('\n'))}</div>`}
      ${said !== '' && html`<div class="card told" role="alert">${paragraphs(said)}</div>`}
      <form
        method="post"
        action="/desk/do/${view.deed}"
        class="fill"
        ${isLast && view.takesPictures && html`enctype="multipart/form-data"`}
      >
        ${hidden(view)} ${fields.map(field => fieldOf(withoutEcho(field)))}
        ${isLast && view.takesPictures && pictureField()}
        <button type="submit" class="main">${isLast ? (view.takesPictures ? '提交' : '查看') : '下一步'}</button>
      </form>
      ${help !== '' && html`<p class="note">也可以在聊天里说：${help}。</p>`}`,
  });
}

/** What was understood, to be looked at before it is done. */
export function readBackPage(
  view: FormView,
  { said, typed, yes }: { said: string; typed: Readonly<Record<string, string | readonly string[]>>; yes: string },
): string {
  const values = Object.entries(typed).flatMap(([name, words]) => [words].flat().map(word => [name, word] as const));
  return deskPage(view.seat, {
    title: `请确认：${view.title}`,
    body: html`<h1>请确认</h1>
      <form method="post" action="/desk/do/${view.deed}" class="fill" enctype="multipart/form-data">
        <div class="card">${paragraphs(said)}</div>
        ${hidden(view)}
        <input type="hidden" name="${own('yes')}" value="${yes}" />
        ${values.map(([name, word]) => html`<input type="hidden" name="${name}" value="${word}" />`)}
        ${view.takesPictures && pictureField()}
        <button type="submit" class="main">确认</button>
        <button type="submit" name="${own('change')}" value="1">改一改</button>
      </form>`,
  });
}

function pictureField(): Html {
  return html`<p>
    <label for="pictures">照片（JPG或PNG，一次最多9张，合起来不超过40MB）</label>
    <input type="file" id="pictures" name="pictures" accept="image/jpeg,image/png" multiple />
  </p>`;
}

/** What was answered, with what can be done next. */
export function answerPage(
  { seat, title }: Pick<FormView, 'seat' | 'title'>,
  answer: {
    readonly said: string;
    readonly isDone: boolean;
    readonly card?: Card;
    readonly pictures: readonly Buffer[];
    readonly links: readonly DeskLink[];
  },
): string {
  const { said, isDone, card, pictures, links } = answer;
  return deskPage(seat, {
    title: `${isDone ? '' : '没有办：'}${title}`,
    body: html`<h1>${title}</h1>
      <section class="card told">${paragraphs(said)} ${card && cardParts(card)}</section>
      ${pictures.map(
        bytes =>
          html`<p><img alt="照片" class="wide" src="data:${typeOf(bytes)};base64,${bytes.toString('base64')}" /></p>`,
      )}
      <section class="deeds">
        <ul class="rows">
          ${links.map(
            ([href, words]) =>
              html`<li>
                <a href="${href}"><strong>${words}</strong></a>
              </li>`,
          )}
          <li>
            <a href="/desk"><strong>回到办事台</strong></a>
          </li>
        </ul>
      </section>`,
  });
}

function typeOf(bytes: Buffer): string {
  return bytes.subarray(0, 3).toString('hex') === 'ffd8ff' ? 'image/jpeg' : 'image/png';
}

/** The form's own fields begin with a sign that no slot has. */
export function own(name: 'key' | 'revision' | 'yes' | 'change' | 'new'): string {
  return `_${name}`;
}

function hidden({ seat, key, revision }: FormView): Html {
  return html`${formKey(seat.csrf)}<input type="hidden" name="${own('key')}" value="${key}" /><input
      type="hidden"
      name="${own('revision')}"
      value="${revision}"
    />`;
}

/** What is wrong ends with the question: it stands there once. */
function withoutEcho(field: FieldView): FieldView {
  const isSaid = field.fault?.includes(field.hint);
  return isSaid ? { ...field, hint: '' } : field;
}

function fieldOf(field: FieldView): Html {
  const { name, label, kind, hint, isOptional, fault } = field;
  const mark = isOptional ? html`<span class="may">（可以不填）</span>` : false;
  const notes = html`${(hint !== '' || isByLine(kind)) && html`<span class="note" id="${name}-hint">${hint}${isByLine(kind) && '一行写一项。'}</span>`}
  ${fault !== undefined && html`<span class="fault" id="${name}-fault">${linked(fault)}</span>`}`;
  if (kind === 'flag')
    return html`<p class="tick">
      <input type="checkbox" id="f-${name}" name="${name}" value="true" ${field.typed.includes('true') && 'checked'} />
      <label for="f-${name}">${label}</label>${notes}
    </p>`;
  if (kind === 'choice' || kind === 'several')
    return html`<fieldset ${describedBy(field)}>
      <legend>${label}${mark}</legend>
      ${notes} ${choicesOf(field)}
    </fieldset>`;
  return html`<p><label for="f-${name}">${label}${mark}</label>${notes}${controlOf(field)}</p>`;
}

/** Several pieces: a line each. */
function isByLine(kind: FieldView['kind']): boolean {
  return kind === 'rows' || kind === 'lines';
}

function choicesOf({ name, kind, choices, isOptional, typed }: FieldView): Html[] {
  const shown = kind === 'choice' && isOptional ? [['', '不选'] as const, ...choices] : choices;
  return shown.map(
    ([value, said], index) =>
      html`<span class="tick">
        <input
          type="${kind === 'several' ? 'checkbox' : 'radio'}"
          id="f-${name}-${index}"
          name="${name}"
          value="${value}"
          ${(typed.includes(value) || typed.includes(said) || (value === '' && typed.length === 0)) && 'checked'}
        />
        <label for="f-${name}-${index}">${said}</label>
      </span>`,
  );
}

/** One of many, such as the matters: a list that opens at a touch. What was typed and is not in it stays. */
function menuOf(field: FieldView): Html {
  const { name, choices, isOptional, typed } = field;
  const [given = ''] = typed;
  const others = given === '' || choices.some(([value]) => value === given) ? [] : [[given, given] as const];
  return html`<select id="f-${name}" name="${name}" ${describedBy(field)}>
    <option value="">${isOptional ? '不选' : '请选一个'}</option>
    ${[...choices, ...others].map(
      ([value, said]) => html`<option value="${value}" ${value === given && html`selected`}>${said}</option>`,
    )}
  </select>`;
}

const modes: Readonly<Record<string, string>> = { money: 'decimal', number: 'numeric' };
/** Words of more characters get more than one line. */
const longLine = 60;

function controlOf(field: FieldView): Html {
  const { name, kind, most, choices, typed } = field;
  if (kind === 'menu') return menuOf(field);
  const isLong = isByLine(kind) || (kind === 'words' && (most ?? 0) > longLine);
  if (isLong)
    return html`<textarea
      id="f-${name}"
      name="${name}"
      rows="${isByLine(kind) || (most ?? 0) > 200 ? 4 : 2}"
      ${describedBy(field)}
    >
${typed.join('\n')}</textarea>`;
  const isOffered = choices.length > 0;
  return html`<input
      id="f-${name}"
      name="${name}"
      value="${typed[0] ?? ''}"
      autocomplete="off"
      ${modes[kind] !== undefined && html`inputmode="${modes[kind]}"`}
      ${isOffered && html`list="l-${name}"`}
      ${describedBy(field)}
    />
    ${
      isOffered &&
      html`<datalist id="l-${name}">
        ${choices.map(([value, said]) => html`<option value="${value}">${said}</option>`)}
      </datalist>`
    }`;
}

function describedBy({ name, hint, fault }: FieldView): Html | false {
  const ids = [hint === '' ? '' : `${name}-hint`, fault === undefined ? '' : `${name}-fault`].filter(Boolean).join(' ');
  if (ids === '') return false;
  return html`aria-describedby="${ids}" ${fault !== undefined && html`aria-invalid="true"`}`;
}

/** Words of the bot as paragraphs; the marks of chat's markdown are left out, a link becomes one. */
export function paragraphs(text: string): Html[] {
  return text
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => html`<p>${linked(line.replace(/^(?:[-*]|#+) /u, '').replaceAll('**', ''))}</p>`);
}

function cardParts({ title, desc, text, facts = [] }: Card): Html {
  return html`<p><strong>${title}</strong></p>
    ${desc !== undefined && html`<p>${desc}</p>`} ${text !== undefined && html`<p>${text}</p>`}
    ${facts.map(({ name, value }) => html`<p>${name}：${value}</p>`)}`;
}
