import { randomUUID } from 'node:crypto';
import type {
  CreateOptions,
  SavedObject,
  SavedObjectsRepository,
} from '../../server/kibana/contracts';

/** What Kibana throws: an Error with the status in its `output`. */
function boom(statusCode: number, message: string): Error {
  return Object.assign(new Error(message), { output: { statusCode } });
}

interface Kept {
  readonly type: string;
  readonly object: SavedObject<unknown>;
}

/** Saved objects in memory, with Kibana's rules for creating and overwriting them. */
export class FakeSavedObjects implements SavedObjectsRepository {
  private readonly kept = new Map<string, Kept>();
  private writes = 0;

  get<Attributes>(type: string, id: string): Promise<SavedObject<Attributes>> {
    const found = this.kept.get(`${type}:${id}`);
    return found === undefined
      ? Promise.reject(boom(404, `Saved object [${type}/${id}] not found`))
      : Promise.resolve(found.object as SavedObject<Attributes>);
  }

  create<Attributes>(
    type: string,
    attributes: Attributes,
    { id = randomUUID(), overwrite = false, version }: CreateOptions = {},
  ): Promise<SavedObject<Attributes>> {
    const key = `${type}:${id}`;
    const before = this.kept.get(key)?.object.version;
    const isTaken = before !== undefined && !overwrite;
    if (isTaken || (version !== undefined && version !== before)) {
      return Promise.reject(boom(409, `Saved object [${type}/${id}] conflict`));
    }
    this.writes += 1;
    const copy = JSON.parse(JSON.stringify(attributes)) as Attributes;
    const object = { id, version: String(this.writes), attributes: copy };
    this.kept.set(key, { type, object });
    return Promise.resolve(object);
  }

  delete(type: string, id: string): Promise<unknown> {
    const wasThere = this.kept.delete(`${type}:${id}`);
    return wasThere ? Promise.resolve({}) : Promise.reject(boom(404, 'not found'));
  }

  find<Attributes>({ type, perPage }: { readonly type: string; readonly perPage: number }) {
    const found = [...this.kept.values()].filter((kept) => kept.type === type);
    const objects = found.slice(0, perPage).map(({ object }) => object);
    return Promise.resolve({ saved_objects: objects as SavedObject<Attributes>[] });
  }
}
