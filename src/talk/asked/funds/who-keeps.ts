import { topic } from '../topic.js';

/** Who keeps the money. */
export default topic({
  title: '钱放在哪',
  said: `
    钱放在哪 钱在谁手里 钱由谁保管 钱存哪个账户 收的钱谁拿着 钱归谁管 钱打到哪个账户上 账户是谁的 钱放你们这安全吗
    捐的钱都搁哪儿了 钱在社区账上还是书记卡上 收上来的钱谁保管着 是打到私人账户吗 钱存在哪家银行 这些钱归谁看着 咱交的钱落谁手里了 钱放出纳那儿保险不 专门有个账户吗 微信收的钱在谁微信里 钱是不是进了物业的账 公家的钱谁捏着 这笔款谁在管 收款的账户是对公的吗
    钱不会在哪个人兜里吧
  `,
  answer: async asked =>
    `钱在社区的账户里，我这里不收钱、不存钱。${await asked.holder('cashier')}收付，${await asked.holder('bookkeeper')}对账，两个人不能是同一个；收支都在公示栏。`,
});
