const UNITS = ['bytes', 'kB', 'MB', 'GB', 'TB'] as const;
const STEP = 1000;

/** A size in words: "512 bytes", "9.4 MB". */
export function bytesWords(bytes: number): string {
  let unit = 0;
  let size = bytes;
  while (size >= STEP && unit < UNITS.length - 1) {
    size /= STEP;
    unit += 1;
  }
  const isWhole = unit === 0 || size >= 100;
  return `${isWhole ? Math.round(size) : size.toFixed(1)} ${UNITS[unit] ?? ''}`;
}
