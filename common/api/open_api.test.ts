import SwaggerParser from '@apidevtools/swagger-parser';
import { endpoints } from './index';
import { openApiDocument } from './open_api';

describe('openApiDocument', () => {
  const document = openApiDocument('1.2.3');

  it('is a valid OpenAPI 3.1 document', async () => {
    const copy = JSON.parse(JSON.stringify(document)) as Parameters<
      typeof SwaggerParser.validate
    >[0];
    await expect(SwaggerParser.validate(copy)).resolves.toMatchObject({ openapi: '3.1.0' });
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
    visit((document as { paths: unknown }).paths, 'paths');
    expect(unbounded).toEqual([]);
  });
});
