import { BlockList, isIP } from 'node:net';
import type { Context, Middleware } from 'koa';

/** Addresses whose word on who reads is taken: this machine's own, and those of `TRUSTED_PROXIES`. */
export class Trusted {
  private readonly list = new BlockList();

  /** Addresses and networks, such as `10.0.0.5` or `10.0.0.0/8`, as `isNetwork` has checked them. */
  constructor(networks: readonly string[]) {
    for (const network of ['127.0.0.0/8', '::1', ...networks]) {
      const [address = '', bits] = network.split('/');
      const type = isIP(address) === 6 ? 'ipv6' : 'ipv4';
      if (bits === undefined) this.list.addAddress(address, type);
      else this.list.addSubnet(address, Number(bits), type);
    }
  }

  has(address: string): boolean {
    const bare = plainly(address);
    const version = isIP(bare);
    return version !== 0 && this.list.check(bare, version === 6 ? 'ipv6' : 'ipv4');
  }
}

/** True for an address, or a network in the notation of a slash. */
export function isNetwork(text: string): boolean {
  const [, address = '', bits] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const version = isIP(address);
  return version !== 0 && (bits === undefined || Number(bits) <= (version === 6 ? 128 : 32));
}

/** Finds out once for all pages who reads. */
export function reading(trusted: Trusted): Middleware {
  return (context, next) => {
    context.state['reader'] = readerBehind(context, trusted);
    return next();
  };
}

/** Who reads: the connection's address, or what proxies say that we trust, from the nearest one outwards. */
function readerBehind(context: Context, trusted: Trusted): string {
  let reader = plainly(context.req.socket.remoteAddress ?? '');
  const said = context.get('X-Forwarded-For').split(',').toReversed();
  for (const address of said) {
    if (!trusted.has(reader) || address.trim() === '') break;
    reader = plainly(address.trim());
  }
  return reader;
}

/** An IPv4 address as such, where it came in IPv6's clothes. */
function plainly(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '');
}

/** Who reads, as `reading` found; on a server without it, the connection's address. */
export function readerOf(context: Context): string {
  const found: unknown = context.state['reader'];
  return typeof found === 'string' ? found : plainly(context.req.socket.remoteAddress ?? '');
}
