import { el, link } from './dom.js';

/** As much as WeChat Work shows of a card's words (wecom-protocol 6.4). */
function cut(text = '', most) {
  const characters = [...text];
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : text;
}

/**
 * A template card as WeChat Work lays it out. `press(key, options)` is called with what was chosen; without it, as
 * for a pushed card, nothing on it can be pressed.
 */
export function drawCard(card, { press, ask }) {
  const picked = new Map();
  const submit = key => press?.(key, Object.fromEntries(picked));
  const form = el('form.card', { onsubmit: event => event.preventDefault() });
  form.dataset.type = card.card_type;
  if (card.task_id) form.dataset.task = card.task_id;
  form.append(
    ...[
      card.source?.desc && el('p.source', {}, cut(card.source.desc, 13)),
      card.action_menu && menu(card.action_menu, submit),
      card.card_image && el('p.picture', {}, link(card.card_image.url, '[图片]')),
      card.main_title?.title && el('h4', {}, cut(card.main_title.title, 26)),
      card.main_title?.desc && el('p.desc', {}, cut(card.main_title.desc, 30)),
      card.emphasis_content && emphasis(card.emphasis_content),
      card.quote_area &&
        el('blockquote', {}, [card.quote_area.title, card.quote_area.quote_text].filter(Boolean).join('\n')),
      card.sub_title_text && el('p.sub', {}, cut(card.sub_title_text, 112)),
      card.horizontal_content_list && el('dl', {}, ...card.horizontal_content_list.flatMap(row)),
      ...(card.vertical_content_list ?? []).map(one =>
        el('.vertical', {}, el('strong', {}, cut(one.title, 26)), el('p', {}, cut(one.desc, 112))),
      ),
      ...(card.jump_list ?? []).map(jump => jumpTo(jump, ask)),
      card.button_selection && dropdown(card.button_selection, picked),
      ...(card.select_list ?? []).map(select => dropdown(select, picked)),
      card.checkbox && checkbox(card.checkbox, picked),
      card.button_list && el('.buttons', {}, ...card.button_list.map(button => pressable(button, submit))),
      card.submit_button && el('.buttons', {}, pressable({ ...card.submit_button, style: 1 }, submit)),
      card.card_action?.type === 1 && el('p.open', {}, link(card.card_action.url ?? '', '查看详情')),
    ].filter(Boolean),
  );
  if (!press) for (const control of form.querySelectorAll('button, input, select')) control.disabled = true;
  return form;
}

const pressable = ({ text, key, style = 1 }, submit) =>
  el(
    'button',
    { type: 'button', className: `style-${style}`, 'data-key': key, onclick: () => submit(key) },
    cut(text, 10),
  );

function menu({ desc, action_list }, submit) {
  return el(
    'details.menu',
    {},
    el('summary', { title: desc }, '⋯'),
    ...action_list.map(action => pressable({ ...action, style: 4 }, submit)),
  );
}

const emphasis = ({ title = '', desc = '' }) =>
  el('.emphasis', {}, el('strong', {}, cut(title, 10)), el('span', {}, cut(desc, 15)));

function row({ type, keyname, value, url }) {
  const shown = cut(value, 26);
  return [el('dt', {}, cut(keyname, 5)), el('dd', {}, type === 1 && url ? link(url, shown) : shown)];
}

function jumpTo({ type, title, url, question }, ask) {
  if (type === 3 && question)
    return el('button.jump', { type: 'button', onclick: () => ask?.(question) }, `${cut(title, 13)} ›`);
  return el('p.jump', {}, link(url ?? '', `${cut(title, 13)} ›`));
}

function dropdown({ question_key, title, selected_id, option_list, disable }, picked) {
  const first = selected_id ?? option_list[0]?.id;
  picked.set(question_key, [first]);
  const options = option_list.map(({ id, text }) => el('option', { value: id, selected: id === first }, cut(text, 10)));
  const select = el(
    'select',
    { disabled: disable, onchange: event => picked.set(question_key, [event.target.value]) },
    ...options,
  );
  return el('label.select', {}, cut(title ?? '', 13), select);
}

function checkbox({ question_key, mode = 0, disable, option_list }, picked) {
  const many = mode === 1;
  const chosen = new Set(option_list.filter(option => option.is_checked).map(({ id }) => id));
  picked.set(question_key, [...chosen]);
  const choose = (id, on) => {
    if (!many) chosen.clear();
    if (on) chosen.add(id);
    else chosen.delete(id);
    picked.set(question_key, [...chosen]);
  };
  const name = `q${Math.random().toString(36).slice(2)}`;
  const option = ({ id, text }) => {
    const input = el('input', {
      type: many ? 'checkbox' : 'radio',
      name,
      value: id,
      checked: chosen.has(id),
      disabled: disable,
    });
    input.addEventListener('change', () => choose(id, input.checked));
    return el('label.option', {}, input, cut(text, 11));
  };
  return el('fieldset', {}, ...option_list.map(option));
}
