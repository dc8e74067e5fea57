import { topic } from '../topic.js';

/** Whom to look for. */
export default topic({
  title: '这事找谁',
  said: `
    那我该找谁办 这个找谁去办 找哪个办 那要找谁弄 这事问谁 到底找谁啊 那去找谁 找谁能办
  `,
  exactly:
    /^(?:好吧|行吧?|那|那么|哦|唉|算了)*(?:我)?(?:该|应该|要|得|去)*(?:找|问)(?:谁|哪个|哪位)(?:去|来|能|给)*(?:办|说|弄|问|讲)?(?:啊|呀|呢|好)*$/u,
  needs: /找|问/u,
  answer: async () => ({ intent: 'contact.show', slots: {} }),
});
