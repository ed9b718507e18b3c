/** Types under which a window's player takes a recording, by the format's short name; others cannot be played there. */
const types: Readonly<Record<string, string>> = {
  mp4: 'video/mp4',
  // Built like MP4: the player looks at what is inside.
  mov: 'video/mp4',
  '3gp': 'video/mp4',
  m4a: 'audio/mp4',
  aac: 'audio/aac',
  mp3: 'audio/mpeg',
  ogg: 'audio/ogg',
  wav: 'audio/wav',
  flac: 'audio/flac',
  webm: 'video/webm',
  mkv: 'video/webm',
};

/** @returns null for a format that no window plays */
export function mediaTypeOf(format: string | null): string | null {
  return types[format ?? ''] ?? null;
}
