export { noJsonSchema } from './no_json_schema';
export { shakeZod } from './shake_zod';
