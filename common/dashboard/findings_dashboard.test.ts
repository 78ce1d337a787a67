import { findingsMapping } from '../../server/elastic/results/findings_mapping';
import { findingsDashboard, savedObjectsFile } from './findings_dashboard';

interface Layer {
  readonly columnOrder: readonly string[];
  readonly columns: Readonly<Record<string, LayerColumn>>;
}
interface LayerColumn {
  readonly sourceField: string;
  readonly isBucketed: boolean;
  readonly params: { readonly orderBy?: { readonly columnId: string } };
}
interface LensState {
  readonly datasourceStates: { readonly formBased: { readonly layers: Record<string, Layer> } };
}

const ids = new Set(findingsDashboard.map(({ type, id }) => `${type}:${id}`));
const layers = findingsDashboard
  .filter(({ type }) => type === 'lens')
  .flatMap(({ attributes }) => {
    const { datasourceStates } = attributes['state'] as LensState;
    return Object.values(datasourceStates.formBased.layers);
  });

describe('the dashboard of findings', () => {
  it('is a data view, its panels, and the dashboard, a line each', () => {
    const lines = savedObjectsFile(findingsDashboard).trimEnd().split('\n');
    const types = lines.map((line) => (JSON.parse(line) as { type: string }).type);
    expect(types).toEqual(['index-pattern', 'lens', 'lens', 'dashboard']);
    expect(ids.size).toBe(4);
  });

  it('refers only to what is in the file', () => {
    const references = findingsDashboard.flatMap((object) => object.references);
    expect(references).toHaveLength(4);
    for (const { type, id } of references) expect(ids).toContain(`${type}:${id}`);
  });

  it('has a reference for each panel that it places, under the name that Kibana looks for', () => {
    const dashboard = findingsDashboard.find(({ type }) => type === 'dashboard');
    const panels = JSON.parse(String(dashboard?.attributes['panelsJSON'])) as {
      panelIndex: string;
      panelRefName: string;
      gridData: { y: number; h: number };
    }[];
    expect(dashboard?.references.map(({ name }) => name)).toEqual(
      panels.map(({ panelIndex, panelRefName }) => `${panelIndex}:${panelRefName}`),
    );
    const [first, second] = panels;
    expect(second?.gridData.y).toBe(first?.gridData.h);
  });

  it('asks for fields of findings that can be searched', () => {
    const known = Object.keys(findingsMapping.properties ?? {});
    const fields = layers.flatMap(({ columns }) =>
      Object.values(columns).map(({ sourceField }) => sourceField),
    );
    for (const field of fields) expect([...known, '___records___']).toContain(field);
  });

  it('groups before it measures, and orders by a column that is there', () => {
    for (const { columnOrder, columns } of layers) {
      const buckets = columnOrder.map((id) => columns[id]?.isBucketed === true);
      expect(buckets).toEqual([...buckets].sort((a, b) => Number(b) - Number(a)));
      for (const { params } of Object.values(columns)) {
        if (params.orderBy !== undefined) expect(columns).toHaveProperty(params.orderBy.columnId);
      }
    }
  });
});
