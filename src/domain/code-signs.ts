/** Letters and digits that nobody takes for one another on paper: no 0, 1, I, O. */
export const codeSigns = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
