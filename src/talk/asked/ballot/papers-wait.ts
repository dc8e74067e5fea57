import { topic } from '../topic.js';

/** The papers that wait to be checked. */
export default topic({
  title: '哪些纸票等核对',
  said: `

    哪些纸票还没核对 有几张纸票要我核对 等着核对的纸票有哪些 纸票还有没核的吗 我要核对哪些纸票 没核对的纸票列一下 纸票核完了没 有没有要核对的纸票 
  `,
  needs: /(?=.*核)(?=.*(?:纸票|张))/u,
  answer: async () => ({ intent: 'todo.show', slots: {} }),
});
