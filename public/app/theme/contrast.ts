const CHANNELS = [1, 3, 5];
/** The weights of linear red, green and blue light in perceived brightness. */
const WEIGHTS = [0.2126, 0.7152, 0.0722];

function linear(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

function luminance(color: string): number {
  return CHANNELS.reduce((sum, start, index) => {
    const channel = Number.parseInt(color.slice(start, start + 2), 16);
    return sum + (WEIGHTS[index] ?? 0) * linear(channel);
  }, 0);
}

/** The contrast of two colors, 1 to 21, as WCAG 2 defines it. @param a written #RRGGBB */
export function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((one, other) => one - other);
  return (high + 0.05) / (low + 0.05);
}
