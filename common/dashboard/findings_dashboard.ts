import { byDay, CORE_VERSION, count, highest, LAYER, lensObject, values } from './lens_parts';
import type { SavedObject } from './lens_parts';

/** Ids begin with this, so that importing the file again replaces the earlier objects. */
const PREFIX = 'logwave-findings';
const DATA_VIEW = `${PREFIX}-data-view`;
/** Only findings that everybody may see, not those made with fewer rights. */
const FOR_EVERYBODY = 'not seen_by: *';
const MOST_ROWS = 1000;

const dataView: SavedObject = {
  id: DATA_VIEW,
  type: 'index-pattern',
  coreMigrationVersion: CORE_VERSION,
  typeMigrationVersion: '8.0.0',
  attributes: {
    title: 'logwave-findings',
    name: 'Logwave findings',
    timeFieldName: '@timestamp',
    sourceFilters: '[]',
    fieldFormatMap: '{}',
    runtimeFieldMap: '{}',
    fieldAttrs: '{}',
    fields: '[]',
    typeMeta: '{}',
  },
  references: [],
};

const morningColumns = {
  day: byDay('Date', 'day', false),
  series: values('Series', 'series_name', MOST_ROWS, 'surprise'),
  verdict: values('Verdict', 'verdict', 5, 'surprise'),
  source: values('Source', 'source', 5, 'surprise'),
  surprise: highest('Surprise', 'surprise'),
  events: highest('Events', 'count'),
  expected: highest('Expected', 'expected'),
};

const morning = lensObject({
  id: `${PREFIX}-list`,
  title: 'Findings: the list',
  description: 'Each finding of the time range, the most surprising first.',
  visualizationType: 'lnsDatatable',
  visualization: {
    layerId: LAYER,
    layerType: 'data',
    columns: Object.keys(morningColumns).map((columnId) => ({ columnId, isTransposed: false })),
    sorting: { columnId: 'surprise', direction: 'desc' },
    paging: { size: 30, enabled: true },
  },
  columns: morningColumns,
  query: FOR_EVERYBODY,
  dataView: DATA_VIEW,
});

const perDay = lensObject({
  id: `${PREFIX}-by-day`,
  title: 'Findings by day',
  description: 'How many findings each day had, by verdict.',
  visualizationType: 'lnsXY',
  visualization: {
    preferredSeriesType: 'bar_stacked',
    legend: { isVisible: true, position: 'right' },
    valueLabels: 'hide',
    // The labels of the axis are dates.
    axisTitlesVisibilitySettings: { x: false, yLeft: true, yRight: true },
    layers: [
      {
        layerId: LAYER,
        layerType: 'data',
        seriesType: 'bar_stacked',
        accessors: ['findings'],
        xAccessor: 'day',
        splitAccessor: 'verdict',
      },
    ],
  },
  columns: {
    day: byDay('Date', 'day', true),
    verdict: values('Verdict', 'verdict', 5, 'findings'),
    findings: count('Findings'),
  },
  query: FOR_EVERYBODY,
  dataView: DATA_VIEW,
});

interface Place {
  readonly panel: SavedObject;
  readonly height: number;
}

/** The whole width of a dashboard, in columns of its grid. */
const WIDTH = 48;
const PLACES: readonly Place[] = [
  { panel: perDay, height: 12 },
  { panel: morning, height: 24 },
];

function placed({ panel, height }: Place, at: number) {
  const i = String(at + 1);
  const above = PLACES.slice(0, at).reduce((sum, place) => sum + place.height, 0);
  return {
    type: panel.type,
    panelIndex: i,
    panelRefName: `panel_${i}`,
    gridData: { x: 0, y: above, w: WIDTH, h: height, i },
    embeddableConfig: { enhancements: {} },
  };
}

const panels = PLACES.map(placed);

const dashboard: SavedObject = {
  id: `${PREFIX}-dashboard`,
  type: 'dashboard',
  coreMigrationVersion: CORE_VERSION,
  typeMigrationVersion: '8.9.0',
  attributes: {
    title: 'Logwave findings',
    description: 'Findings of Logwave by day, and their list.',
    panelsJSON: JSON.stringify(panels),
    optionsJSON: JSON.stringify({ useMargins: true, hidePanelTitles: false }),
    timeRestore: true,
    timeFrom: 'now-31d/d',
    timeTo: 'now',
    version: 1,
    kibanaSavedObjectMeta: {
      searchSourceJSON: JSON.stringify({ query: { language: 'kuery', query: '' }, filter: [] }),
    },
  },
  references: PLACES.map(({ panel: { id, type } }, at) => ({
    id,
    type,
    name: `${panels[at]?.panelIndex ?? ''}:panel_${panels[at]?.panelIndex ?? ''}`,
  })),
};

/** The objects of the findings dashboard. Each comes after the ones that it refers to. */
export const findingsDashboard: readonly SavedObject[] = [dataView, perDay, morning, dashboard];

/** A file for *Stack Management › Saved Objects › Import*: one saved object a line. */
export function savedObjectsFile(objects: readonly SavedObject[]): string {
  return objects.map((object) => `${JSON.stringify(object)}\n`).join('');
}
