import { config } from 'zod';

// Zod tests whether it may compile functions from text. The page's policy forbids that, so the test
// is skipped.
config({ jitless: true });
