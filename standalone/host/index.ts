export { HostError } from './host_error';
export { openBrowser } from './open_browser';
export { buildPageFor } from './page/build_page';
export type { Page } from './page/ensure_page';
export type { Notice } from './page/page_shell';
export { preparePage, serve } from './serve';
export { createHostDocuments, hostIndex } from './settings/host_documents';
export { createSettingsStore } from './settings/settings_store';
export { channelsOfHost } from './messages/channels_of_host';
