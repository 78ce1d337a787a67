export { askedIndices, type AskedIndices, canExclude } from './asked_indices';
export { assertReading, HeldBack } from './assert_reading';
export { fetchNames, fetchUnmatched } from './fetch_names';
export {
  guessSources,
  type Guess,
  type GuessedSource,
  type GuessTask,
  type LeftOut,
} from './guess_sources';
export { ownInMemory } from './own_in_memory';
export { readingConnection } from './reading_connection';
export { rememberingClient } from './remembering_client';
