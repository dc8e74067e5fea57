const address = /\]\([^)]*\)|https?:\S+/gu;
const machineDay = /(?<![\d-])20\d\d-[01]\d(?:-[0-3]\d)?(?![\d号-])/gu;

/** Fails where the bot tells a day or a month as machines write it, and whoever is told has not said it so. */
export function ensurePlain(text: string, said = ''): void {
  const days = (text.replaceAll(address, ' ').match(machineDay) ?? []).filter(day => !said.includes(day));
  if (days.length > 0) throw new Error(`${days.join(', ')} is no day as people say it: ${text}`);
}
