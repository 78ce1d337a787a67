export { HostError } from './host_error';
export { openBrowser } from './open_browser';
export { serve } from './serve';
export { hostIndex } from './settings/host_documents';
