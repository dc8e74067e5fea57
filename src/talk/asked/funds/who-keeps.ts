import { topic } from '../topic.js';

/** Who keeps the money. */
export default topic({
  title: '钱放在哪',
  said: `
    钱放在哪 钱在谁手里 钱由谁保管 钱存哪个账户 收的钱谁拿着 钱归谁管 钱打到哪个账户上 账户是谁的 钱放你们这安全吗
  `,
  answer: async asked =>
    `钱在社区的账户里，我这里不收钱、不存钱。${await asked.holder('cashier')}收付，${await asked.holder('bookkeeper')}对账，两个人不能是同一个；收支都在公示栏。`,
});
