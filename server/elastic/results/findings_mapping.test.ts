import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findingsMapping } from './findings_mapping';

describe('the mapping of findings', () => {
  it('is described field by field, since people build rules on it', () => {
    const text = readFileSync(join(__dirname, '../../../docs/findings.md'), 'utf8');
    const properties = Object.entries(findingsMapping.properties ?? {});
    const fields = properties.flatMap(([name, property]) => {
      const nested = 'properties' in property ? Object.keys(property.properties ?? {}) : [];
      return nested.length === 0 ? [name] : nested.map((child) => `${name}.${child}`);
    });
    expect(fields.length).toBeGreaterThan(30);
    expect(fields.filter((field) => !text.includes(`\`${field}\``))).toEqual([]);
  });

  it('takes no field that it does not know', () => {
    expect(findingsMapping.dynamic).toBe(false);
  });
});
