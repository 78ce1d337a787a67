export { createBrowserTheme } from './browser_theme';
export { createOwnChrome } from './own_chrome';
export { createOwnToasts } from './own_toasts';
export { StandaloneAround } from './standalone_around';
export { followTheme } from './theme_links';
