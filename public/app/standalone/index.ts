export { createBrowserTheme } from './browser_theme';
export { registerIcons } from './icons';
export { createOwnChrome } from './own_chrome';
export { StandaloneHeader } from './standalone_header';
export { followTheme } from './theme_links';
