export { euiTheme } from './eui_theme';
export { pageStyles } from './page_styles';
export { DARK, LIGHT, type Tokens } from '../../../common/charts';
