export { shakeZod } from './shake_zod';
