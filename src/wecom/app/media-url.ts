const prefix = 'wecom-media:';

/** What a member or customer sent by a door of the app has no address, only an id by which it is asked for. */
export function mediaUrl(mediaId: string): string {
  return `${prefix}${mediaId}`;
}

/** The id behind such an address; undefined for an address of the robot's. */
export function mediaIdOf(url: string): string | undefined {
  return url.startsWith(prefix) ? url.slice(prefix.length) : undefined;
}
