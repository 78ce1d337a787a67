export { type Dialect, dialectOf, type Greeting } from './dialect';
export { openSearchConnection } from './open_search_connection';
