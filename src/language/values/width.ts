/** Half-width digits, letters and signs for full-width ones; Chinese punctuation stays. The length does not change. */
export function foldWidth(text: string): string {
  // １，０００ is one number, 200，300 are two.
  const joined = text.replace(/(?<=[０-９])，(?=[０-９]{3})/g, ',');
  return joined.replace(
    /[０-９Ａ-Ｚａ-ｚ＃％＠＋－．：／￥＄～]/g,
    sign => halfOf[sign] ?? String.fromCharCode(sign.charCodeAt(0) - 0xfee0),
  );
}

const halfOf: Readonly<Record<string, string>> = { '￥': '¥', '～': '~' };

const marks = /[\s,，。.!！?？~]+/gu;

/** The words alone, without blanks and marks. */
export function withoutMarks(text: string): string {
  return text.normalize('NFKC').replaceAll(marks, '');
}
