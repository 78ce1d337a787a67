export { BuildError } from './build_error';
export { asInstalled } from './checkout/as_installed';
export { noJsonSchema } from './no_json_schema';
export { shakeZod } from './shake_zod';
export { stampZip } from './stamp_zip';
