import { createHash } from 'node:crypto';

/** By hand, because the part must carry `filelength`, which FormData cannot say (docs/wecom-protocol.md 7.2). */
export function multipart(name: string, bytes: Buffer): RequestInit {
  const boundary = `file-${createHash('sha256').update(bytes).digest('hex')}`;
  const filename = name.replaceAll(/\p{Cc}/gu, '').replaceAll('"', '%22');
  const head =
    `--${boundary}\r\n` +
    `Content-Disposition: form-data; name="media"; filename="${filename}"; filelength=${bytes.length}\r\n` +
    'Content-Type: application/octet-stream\r\n\r\n';
  const body = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  return { method: 'POST', headers: { 'content-type': `multipart/form-data; boundary=${boundary}` }, body };
}
