export { createBrowserTheme } from './browser_theme';
export { createOwnChrome } from './own_chrome';
export { StandaloneHeader } from './standalone_header';
export { followTheme } from './theme_links';
