/** A payment that was asked for, by its number: 申请3, 申请第三号, 三号申请, 第二个申请. A pattern without groups. */
export const requestForm =
  '(?:申请(?:第)?[\\d一二三四五六七八九十]{1,7}号?|(?:第)?[\\d一二三四五六七八九十]{1,7}[号个份笔]的?申请)';
