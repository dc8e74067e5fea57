/** Makes an element: properties, `data-` and `aria-` attributes, listeners (`onclick`), children. Text stays text. */
export function el(tag, properties = {}, ...children) {
  const [name, ...classes] = tag.split('.');
  const element = document.createElement(name || 'div');
  if (classes.length > 0) element.className = classes.join(' ');
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === false) continue;
    if (key.includes('-') || key === 'role' || key === 'for') element.setAttribute(key, String(value));
    else element[key] = value;
  }
  element.append(...children.flat().filter(child => child !== undefined && child !== null && child !== ''));
  return element;
}

/** A link that leaves the page; other schemes than http are shown as words. */
export function link(address, ...children) {
  if (!/^https?:\/\//.test(address) && !address.startsWith('/')) return el('span', {}, ...children);
  return el('a', { href: address, target: '_blank', rel: 'noopener noreferrer' }, ...children);
}
