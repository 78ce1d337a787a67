/** A reference from one saved object to another. */
export interface Reference {
  readonly id: string;
  readonly name: string;
  readonly type: string;
}

/** A saved object in the form that Kibana exports it, one a line. */
export interface SavedObject {
  readonly id: string;
  readonly type: 'index-pattern' | 'lens' | 'dashboard';
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly references: readonly Reference[];
  /** The version of its format. Newer versions of Kibana migrate it. */
  readonly coreMigrationVersion: string;
  readonly typeMigrationVersion?: string;
}

/**
 * The oldest version of Kibana that accepts the file. Kibana refuses objects that are newer than
 * itself.
 */
export const CORE_VERSION = '8.8.0';
const LENS_VERSION = '8.9.0';
/** The id of a layer; each panel has one. */
export const LAYER = 'findings';
const DATA_VIEW_REFERENCE = `indexpattern-datasource-layer-${LAYER}`;

type Column = Readonly<Record<string, unknown>>;

/** Number of findings. */
export const count = (label: string): Column => ({
  label,
  customLabel: true,
  dataType: 'number',
  isBucketed: false,
  operationType: 'count',
  scale: 'ratio',
  sourceField: '___records___',
  params: { emptyAsNull: true },
});

/** The highest value of a number. */
export const highest = (label: string, field: string): Column => ({
  label,
  customLabel: true,
  dataType: 'number',
  isBucketed: false,
  operationType: 'max',
  scale: 'ratio',
  sourceField: field,
  params: { emptyAsNull: true },
});

/**
 * A column for each day.
 *
 * @param label Kibana writes "per day" behind it
 * @param includeEmptyRows whether days without a finding have one
 */
export const byDay = (label: string, field: string, includeEmptyRows: boolean): Column => ({
  label,
  customLabel: true,
  dataType: 'date',
  isBucketed: true,
  operationType: 'date_histogram',
  scale: 'interval',
  sourceField: field,
  params: { interval: '1d', includeEmptyRows, dropPartials: false },
});

/** The values of a field, sorted by another column in descending order. */
export const values = (label: string, field: string, size: number, orderBy: string): Column => ({
  label,
  customLabel: true,
  dataType: 'string',
  isBucketed: true,
  operationType: 'terms',
  scale: 'ordinal',
  sourceField: field,
  params: {
    size,
    orderBy: { type: 'column', columnId: orderBy },
    orderDirection: 'desc',
    otherBucket: false,
    missingBucket: false,
    parentFormat: { id: 'terms' },
  },
});

export interface LensPanel {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly visualizationType: 'lnsXY' | 'lnsDatatable';
  readonly visualization: Readonly<Record<string, unknown>>;
  /** In the order in which they are requested. */
  readonly columns: Readonly<Record<string, Column>>;
  /** In Kibana's query language. */
  readonly query: string;
  readonly dataView: string;
}

/** A panel as a saved object, which asks one data view. */
export function lensObject(panel: LensPanel): SavedObject {
  const { id, title, description, visualizationType, visualization, columns, query } = panel;
  const layer = { columnOrder: Object.keys(columns), columns, incompleteColumns: {} };
  return {
    id,
    type: 'lens',
    coreMigrationVersion: CORE_VERSION,
    typeMigrationVersion: LENS_VERSION,
    attributes: {
      title,
      description,
      visualizationType,
      state: {
        datasourceStates: { formBased: { layers: { [LAYER]: layer } } },
        visualization,
        query: { language: 'kuery', query },
        filters: [],
        internalReferences: [],
        adHocDataViews: {},
      },
    },
    references: [{ id: panel.dataView, name: DATA_VIEW_REFERENCE, type: 'index-pattern' }],
  };
}
