export {
  dayOf,
  daysLeftOutOf,
  withDaysLeftOut,
  dayPath,
  helpPath,
  documentsPath,
  type DocumentsWish,
  hoursOf,
  isLatestFirst,
  monthPath,
  ROUTES,
  type RowSize,
  type Scale,
  type SeriesKey,
  seriesKeyOf,
  seriesPath,
  settingsPath,
  silencePath,
  type View,
  viewOf,
} from './address';
export { addressFaults, type PageOfAddress } from './address_faults';
export { type ApiClient, createApiClient, faultOf } from './api_client';
export { ApiFault, isAbort, isUnanswered, toFault } from './api_fault';
export { createBrowserStorage } from './browser_storage';
export { type Cell, createCell, useCell } from './cell';
export { discoverLink, type DiscoverLink, joinedDiscoverLink } from './discover_link';
export { type Http, type HttpAnswer, windowHttp } from './http';
export {
  createAnswers,
  createMemory,
  type HomeDay,
  MemoryProvider,
  type ReturnPoint,
  useMemory,
} from './memory';
export { type Remote, useRemote } from './remote';
export {
  type ChromePort,
  type Crumb,
  type DataNotice,
  type DataViewsPort,
  type PageServices,
  ServicesContext,
  type StoragePort,
  type ToastPort,
  type ThemePort,
  useServices,
} from './services';
export { areKeysOn, switchKeys, useKeys } from './use_keys';
export { useWaiting, type Waiting } from './use_waiting';
export { useIsDark } from './use_theme';
