import { findAddresses } from '../people/household.js';
import { surnames, titled } from '../people/people.js';

/** Whose money a receipt is, in the words of whoever tells of it. */
interface Payers {
  readonly payer?: string;
  /** The household that somebody else paid for. */
  readonly beneficiary?: string;
}

const paid = '(?:交|付|缴|转|垫|给|送|拿)';
const family =
  '(?:(?:他|她|他们|她们|自己|老)?(?:爸|妈|爹|娘|父母|爸妈|爷爷|奶奶|公公|婆婆|老人|邻居|对门|楼上|楼下|闺女|儿子)?(?:家)?(?:住)?(?:在)?)?';
const person = new RegExp(
  `(?<who>${titled}|[${surnames}][\\u4e00-\\u9fa5]{1,2})(?:刚才?|今天|上午|下午|来|过来|拿来|也)*$`,
  'u',
);

const forThem = new RegExp(`(?:替|代|帮)${family}$`, 'u');
const paidByThem = new RegExp(`^(?:家)?(?:的)?[^，,。；;\\d]{0,6}(?:代|帮忙|帮|替)(?:她|他)?(?:们)?${paid}`, 'u');

/**
 * Reads who paid and for whom where two households are told of: 甲替乙交的, 甲来交的，是替乙交的 and 乙的钱是甲代交的 were paid by 甲 for 乙;
 * of 甲交来200，是乙的钱 the money is 乙's own (docs/domain.md 8.3). Empty where nothing of the kind is said.
 */
export function readPayers(said: string): Payers {
  const homes = findAddresses(said)
    .filter(({ room }) => room !== undefined)
    .map(({ start, end }) => ({
      words: said.slice(start, end),
      before: said.slice(0, start),
      after: said.slice(end),
    }));
  const theirs = homes.find(
    ({ before, after }) =>
      /(?:是|算|记|属于|入)(?:在|到)?$/u.test(before) && /^(?:家|户|那户)?(?:的|头上|名下|账上)/u.test(after),
  );
  if (theirs && homes.length > 1) return { payer: theirs.words };
  const helped = homes.find(({ before }) => forThem.test(before));
  if (helped) {
    const other = homes.find(home => home !== helped)?.words;
    const payer = other ?? person.exec(helped.before.replace(forThem, ''))?.groups?.['who'];
    return { beneficiary: helped.words, ...(payer === undefined ? {} : { payer }) };
  }
  const helper = homes.find(({ after }) => paidByThem.test(after));
  const beneficiary = homes.find(home => home !== helper)?.words;
  return helper && beneficiary !== undefined ? { payer: helper.words, beneficiary } : {};
}
