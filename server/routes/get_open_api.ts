import { getOpenApi, openApiDocument, SERVERS_OF_DOOR } from '../../common/api';
import { version } from '../../package.json';
import { defineRoute } from './route';

/** It stays the same while the program runs. */
let made: { readonly openapi: '3.1.0' } | undefined;

export const getOpenApiRoute = defineRoute(getOpenApi, () => {
  made ??= { ...openApiDocument(version, SERVERS_OF_DOOR), openapi: '3.1.0' };
  return Promise.resolve(made);
});
