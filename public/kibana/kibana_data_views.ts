import { z } from 'zod';
import type { DataView } from '../../common/sources';
import { faultOf, type DataViewsPort, type Http } from '../app/basics';

/** Kibana's API for data views, the same from 8.12 to 9.5. */
const LIST = '/api/data_views';
const ONE = '/api/data_views/data_view';
const LEAST_ERROR = 400;

const listSchema = z.object({
  data_view: z.array(z.object({ id: z.string(), title: z.string(), name: z.string().optional() })),
});

const runtimeSchema = z.object({
  /** The parts of a composite field, which are fields themselves. */
  fields: z.record(z.string(), z.unknown()).optional(),
});

const viewSchema = z.object({
  data_view: z.object({
    title: z.string(),
    name: z.string().optional(),
    timeFieldName: z.string().optional(),
    runtimeFieldMap: z.record(z.string(), runtimeSchema).optional(),
  }),
});

function runtimeFields(map: Readonly<Record<string, z.infer<typeof runtimeSchema>>>): string[] {
  return Object.entries(map).flatMap(([name, { fields }]) =>
    fields === undefined ? [name] : Object.keys(fields).map((part) => `${name}.${part}`),
  );
}

async function ask(http: Http, path: string, signal: AbortSignal): Promise<unknown> {
  const { status, body } = await http({ method: 'GET', path, query: {}, signal });
  if (status >= LEAST_ERROR) throw faultOf(status, body);
  return body;
}

/** The data views of the space, as far as the reader may see them. */
export function kibanaDataViews(http: Http): DataViewsPort {
  return {
    list: async (signal) => {
      const { data_view: views } = listSchema.parse(await ask(http, LIST, signal));
      return views.map(({ id, title, name }) => ({ id, name: name ?? title }));
    },
    read: async (id, signal): Promise<DataView> => {
      const path = `${ONE}/${encodeURIComponent(id)}`;
      const { title, name, timeFieldName, runtimeFieldMap } = viewSchema.parse(
        await ask(http, path, signal),
      ).data_view;
      return {
        name: name === undefined || name === '' ? title : name,
        title,
        time_field: timeFieldName === '' ? undefined : timeFieldName,
        runtime_fields: runtimeFields(runtimeFieldMap ?? {}),
      };
    },
  };
}
