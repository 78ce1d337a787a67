import { DARK, LIGHT, type Tokens } from '../../../common/charts';

/** EUI's own color names with our colors, so that its components and our drawings agree. */
function colorsOf(tokens: Tokens) {
  return {
    primary: tokens.button,
    primaryText: tokens.link,
    link: tokens.link,
    text: tokens.ink,
    title: tokens.title,
    subduedText: tokens.sub,
    body: tokens.page,
    emptyShade: tokens.page,
    lightShade: tokens.border,
  };
}

/** The value for EUI's provider, for both themes. */
export const euiTheme = { colors: { LIGHT: colorsOf(LIGHT), DARK: colorsOf(DARK) } };
