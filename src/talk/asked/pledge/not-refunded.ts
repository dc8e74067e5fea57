import { topic } from '../topic.js';

/** A refund that did not come. */
export default topic({
  title: '退款没收到找谁',
  said: `

    退款一直没到找谁 该退的钱没退给我咋办 退的钱没收着找哪个 余款没领到找谁要 钱没退到手怎么办 退我家的钱没见着 没收到退款问谁
    退款我没收到 退款还没到账 我那份退款没到 说退钱给我怎么还没到账
  `,
  about: /^(?:funds|refund)\./u,
  needs: /(?:退|余款|钱).*没(?:收|领|拿|见|到|退|给|送)|没(?:收|领|拿|见|到|退).*(?:退|余款|(?:funds|refund)\.)/u,
  answer: async asked => {
    const cashier = await asked.holder('cashier');
    return `找${cashier}。没有送到的退款替您家存着，不会少，本人来领就行。`;
  },
});
