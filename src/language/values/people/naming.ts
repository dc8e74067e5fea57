/** 不用匿名了, 匿名就算了: words with which a giver wants to be named after all. */
const named =
  /(?:(?<!要)不|别|甭|莫|勿|取消|撤销|去掉)(?:用|要|想|必|需要|需)?(?:再|给我|帮我)?(?:匿名|隐名|无名|不留名)|(?:匿名|隐名)(?:的事)?(?:就)?(?:不用|不必|不要|算了|取消|免了)/u;

export function isNamed(text: string): boolean {
  return named.test(text);
}

/** 匿名, 不留名: a giver does not want to be named. */
const unnamed =
  /(?:匿名|隐名|无名)|(?:不|别)(?:用|要|想)?(?:留|署|写|记|公开|公布|公示|登|露|提)(?:我|俺)?(?:家)?(?:的)?(?:姓名|名字|名姓|名)|(?:把|给|帮)(?:我|俺)(?:家)?(?:的)?(?:姓名|名字?)(?:给)?(?:去|划|抹|拿|删|隐|遮|藏)(?:掉|了|去)/u;

export function isUnnamed(text: string): boolean {
  return unnamed.test(text);
}
