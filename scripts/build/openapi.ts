/** `npm run --silent openapi > openapi.json`: the description of the API, as the zip has it. */
import { openApiDocument, SERVERS_OF_FILE } from '../../common/api';
import { version } from '../../package.json';

process.stdout.write(`${JSON.stringify(openApiDocument(version, SERVERS_OF_FILE), null, 2)}\n`);
