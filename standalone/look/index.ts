export {
  type AskedIndices,
  askedIndices,
  idleExclusions,
  namelessParts,
  withExclusions,
} from './asked_indices';
export { assertReading, HeldBack } from './assert_reading';
export { fetchNames, fetchReached } from './fetch_names';
export { guessSources, type Guess, type GuessedSource, type GuessTask } from './guess_sources';
export type { LeftOut } from './places';
export { ownInMemory } from './own_in_memory';
export { readingConnection } from './reading_connection';
export { rememberingClient } from './remembering_client';
export type { FoundIndices } from './shared_indices';
