export { euiTheme } from './eui_theme';
export { showStyles } from './show_styles';
export { DARK, LIGHT, type Tokens } from '../../../common/charts';
