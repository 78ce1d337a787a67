import SwaggerParser from '@apidevtools/swagger-parser';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { endpoints } from './index';
import { openApiDocument, SERVERS_OF_DOOR, SERVERS_OF_FILE } from './open_api';

interface Described {
  readonly parameters: readonly Readonly<Record<string, unknown>>[];
  readonly responses: Readonly<Record<string, unknown>>;
}

describe('openApiDocument', () => {
  const document = openApiDocument('1.2.3', SERVERS_OF_FILE);

  it('is a valid OpenAPI 3.1 document', async () => {
    const copy = JSON.parse(JSON.stringify(document)) as Parameters<
      typeof SwaggerParser.validate
    >[0];
    await expect(SwaggerParser.validate(copy)).resolves.toMatchObject({ openapi: '3.1.0' });
  });

  it.each([
    ['a file', SERVERS_OF_FILE],
    ['an answer', SERVERS_OF_DOOR],
  ])('has as %s no fault that Redocly knows, nor a warning', async (_, servers) => {
    const config = await createConfig({ extends: ['recommended-strict'] });
    const source = JSON.stringify(openApiDocument('1.2.3', servers));
    const problems = await lintFromString({ source, absoluteRef: 'openapi.json', config });
    expect(problems.map(({ ruleId, message }) => `${ruleId}: ${message}`)).toEqual([]);
  });

  it('says who may ask, and where', () => {
    const { components, security, servers } = document as {
      components: { securitySchemes: object };
      security: object[];
      servers: { url: string }[];
    };
    expect(Object.keys(components.securitySchemes)).toEqual(['basic', 'apiKey']);
    expect(security).toEqual([{ basic: [] }, { apiKey: [] }, {}]);
    expect(servers.map(({ url }) => url)).toEqual(['http://127.0.0.1:5602', '{kibana}']);
    const [door] = SERVERS_OF_DOOR;
    const served = 'https://kibana.example/base/s/blue/api/logwave/openapi.json';
    expect(new URL(String(door?.['url']), served).href).toBe('https://kibana.example/base/s/blue/');
  });

  it('asks for the header kbn-xsrf, and says how a body is refused, for all but reading', () => {
    const { paths } = document as { paths: Record<string, Record<string, Described>> };
    for (const { id, method, path } of endpoints) {
      const operation = paths[path]?.[method];
      const statuses = Object.keys(operation?.responses ?? {});
      const asks = operation?.parameters.some(({ $ref }) => String($ref).endsWith('/kbnXsrf'));
      const writes = method !== 'get';
      expect([id, asks]).toEqual([id, writes]);
      expect([id, statuses]).toEqual([
        id,
        expect.arrayContaining(['400', '401', '403', '429', '431']),
      ]);
      const ofBody = ['408', '413', '415'].filter((status) => statuses.includes(status));
      expect([id, ofBody]).toEqual([id, writes ? ['408', '413', '415'] : []]);
    }
  });

  it('has every endpoint once, with its path parameters', () => {
    const { paths } = document as { paths: Record<string, Record<string, object>> };
    const operations = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    expect(operations.sort()).toEqual(
      endpoints.map(({ method, path }) => `${method} ${path}`).sort(),
    );
    expect(paths['/api/logwave/days/{day}/documents']?.['get']).toMatchObject({
      parameters: expect.arrayContaining([
        expect.objectContaining({ name: 'day', in: 'path', required: true }),
        expect.objectContaining({ name: 'source', in: 'query', required: true }),
        expect.objectContaining({ name: 'size', in: 'query', required: false }),
      ]) as unknown,
    });
  });

  it('bounds every number, text and list of requests and answers', () => {
    const unbounded: string[] = [];
    const visit = (schema: unknown, path: string): void => {
      if (typeof schema !== 'object' || schema === null) return;
      const { type, enum: values, const: value, ...rest } = schema as Record<string, unknown>;
      const isFixed = values !== undefined || value !== undefined;
      const has = (key: string): boolean => rest[key] !== undefined;
      if (!isFixed) {
        if (type === 'string' && !has('maxLength') && !has('pattern')) unbounded.push(path);
        if ((type === 'number' || type === 'integer') && !(has('minimum') && has('maximum')))
          unbounded.push(path);
        if (type === 'array' && !has('maxItems') && !has('prefixItems')) unbounded.push(path);
      }
      for (const [key, entry] of Object.entries(schema)) visit(entry, `${path}.${key}`);
    };
    visit(document['paths'], 'paths');
    const { schemas } = document['components'] as { schemas: unknown };
    visit(schemas, 'components.schemas');
    expect(unbounded).toEqual([]);
  });
});
