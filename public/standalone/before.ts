import { config } from 'zod';

// Zod tries whether it may make functions of text. The page's policy forbids that, so why ask.
config({ jitless: true });
