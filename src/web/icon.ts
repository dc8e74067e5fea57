import { Router } from 'koa-router';

/** Hands round a coin: the mark in a browser's tab, light and dark alike. */
const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><circle cx="16" cy="16" r="15" fill="#b3261e"/><path d="M16 6l9 6H7zM9 14h14v10H9z" fill="#fff"/><circle cx="16" cy="19" r="3" fill="#b3261e"/></svg>`;

/** The icon that browsers ask for beside every page. */
export function iconRoutes(): Router {
  const router = new Router();
  router.get('/favicon.ico', context => {
    context.type = 'image/svg+xml';
    context.set('Cache-Control', 'public, max-age=604800');
    context.body = icon;
  });
  return router;
}
