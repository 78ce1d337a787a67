import { wrapText } from '../../../common/report';

export { visible } from '../../../common/report';

/** How wide a report is at most, in characters. */
export const WIDTH = 100;

/** How far what belongs to the line before is moved in. */
export const INDENT = '  ';
/** How wide a progress bar is, in characters. */
export const BAR_WIDTH = 24;

/** {@link wrapText} to the width of a report. */
export function wrap(text: string, indent: string, width = WIDTH): string[] {
  return wrapText(text, indent, width);
}
