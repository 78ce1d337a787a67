import { LIGHT_THEME } from '@elastic/charts';

/**
 * Whether points are drawn, in the form of this version of the library: up to 67 a boolean, from
 * 68.1 one of the words "never", "always" and "auto" (there any boolean draws points). The
 * library's own theme shows which.
 *
 * @param visible as a theme of the library has it
 */
export function pointShown(visible: unknown, isShown: boolean): { readonly visible: boolean } {
  const word = isShown ? 'always' : 'never';
  const value: unknown = typeof visible === 'string' ? word : isShown;
  // The types are those of the oldest version.
  return { visible: value as boolean };
}

const { visible } = LIGHT_THEME.lineSeriesStyle.point;

export const POINT_SHOWN = pointShown(visible, true);
export const NO_POINT = pointShown(visible, false);
