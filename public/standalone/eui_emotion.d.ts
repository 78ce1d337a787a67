/** EUI's types are in one file for the package as a whole, and not next to this module. */
declare module '@elastic/eui/es/services/emotion/css' {
  import type { EmotionCache } from '@emotion/cache';
  export const cache: EmotionCache;
}
