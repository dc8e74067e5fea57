import type { Logger } from 'pino';
import { type Picture, pictureMaxBytes, readPicture } from '../domain/picture.js';
import type { Attachment } from '../talk/message.js';
import { mediaIdOf } from '../wecom/app/media-url.js';
import type { Client } from '../wecom/robot/client.js';
import type { AppDoors } from './app-doors.js';
import type { Config } from './config.js';
import { readCode } from './qr-reader.js';
import { redrawn } from './redrawn.js';

/** How long an answer, due within five seconds, waits for a picture. */
const pictureMs = 3500;

/** Fetches what members send; what does not come in time is taken as not sent. */
export function fetching(client: Client, appDoors: AppDoors | null, config: Config, log: Logger) {
  const limits = { encodingAesKey: config.encodingAesKey, maxBytes: pictureMaxBytes, allowedHosts: mediaHosts(config) };
  const fetchFile = async (attachment: Attachment): Promise<Buffer | null> => {
    const mediaId = mediaIdOf(attachment.url);
    if (mediaId !== undefined && !appDoors) return null;
    const sent =
      mediaId !== undefined && appDoors
        ? appDoors.api.fetchMedia(mediaId, limits.maxBytes)
        : client.fetchMedia(attachment, limits);
    const fetched = sent.catch((error: unknown) => {
      log.warn({ err: error }, 'what a member sent could not be fetched');
      return null;
    });
    const media = await Promise.race([fetched, new Promise<null>(resolve => setTimeout(resolve, pictureMs, null))]);
    return media && media.bytes;
  };
  const fetchPicture = async (attachment: Attachment) => {
    const bytes = await fetchFile(attachment);
    return bytes && takePicture(bytes);
  };
  return { fetchFile, fetchPicture, takePicture, readCode };
}

/** The picture in some bytes, drawn anew; `none` where there is none that can be used. */
export async function takePicture(bytes: Buffer): Promise<Picture | 'none'> {
  const picture = readPicture(bytes);
  return (picture && (await redrawn(picture))) ?? 'none';
}

/** Where WeChat Work keeps what members send; in trial mode the simulator on this machine keeps it. */
function mediaHosts({ trial, apiBase }: Config): string[] {
  const own = [new URL(apiBase).hostname];
  return trial ? [...own, '127.0.0.1', 'localhost'] : [...own, '.myqcloud.com', '.qpic.cn', '.weixin.qq.com'];
}
