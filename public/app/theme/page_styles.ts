import { chartStyles } from './chart_styles';
import { monthStyles } from './month_styles';
import { seriesStyles } from './series_styles';
import { settingsStyles } from './settings_styles';
import { shellStyles } from './shell_styles';
import { judgingStyles } from './judging_styles';
import { silenceStyles } from './silence_styles';
import { tableStyles } from './table_styles';
import { DARK, LIGHT, tokenProperties } from '../../../common/charts';

const colors = `
.lw { ${tokenProperties(LIGHT)} }
.lw.lw-dark { ${tokenProperties(DARK)} }
/* A sheet is white to its edges, whatever the theme. */
@media print {
  :root, body { color-scheme: light !important; background: #fff !important; }
  .lw, .lw.lw-dark { ${tokenProperties(LIGHT)} }
}
`;

/** The style sheet of the page: everything that EUI has no component for. */
export const pageStyles = [
  colors,
  shellStyles,
  tableStyles,
  judgingStyles,
  monthStyles,
  settingsStyles,
  silenceStyles,
  seriesStyles,
  chartStyles,
].join('\n');
