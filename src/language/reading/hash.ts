/** FNV-1a, one sign at a time: a feature is known by its number only. */
export const seedOf = (name: string): number => extend(0x811c9dc5, name);

export function extend(hash: number, text: string): number {
  let value = hash;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value;
}

export function join(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}

/** Spread over all bits, for a place in a table. */
export function spread(hash: number): number {
  let value = hash ^ (hash >>> 15);
  value = Math.imul(value, 0x2c1b3c6d);
  value ^= value >>> 12;
  value = Math.imul(value, 0x297a2d39);
  return (value ^ (value >>> 15)) >>> 0;
}
