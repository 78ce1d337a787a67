export { fetchNames } from './fetch_names';
export { guessSources, type Guess, type GuessedSource, type LeftOut } from './guess_sources';
export { HeldBack, readingConnection } from './reading_connection';
export { rememberingClient } from './remembering_client';
