export {
  type AssertMaySend,
  type ConnectedClient,
  connectOpenSearch,
  type OpenSearchAccess,
} from './connect_open_search';
export { type Dialect, dialectOf, type Greeting } from './dialect';
