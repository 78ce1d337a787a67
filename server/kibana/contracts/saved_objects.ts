import type { KibanaRequest } from './http';

export interface SavedObject<Attributes> {
  readonly id: string;
  readonly version?: string;
  readonly attributes: Attributes;
}

export interface SavedObjectsType {
  readonly name: string;
  readonly hidden: boolean;
  readonly namespaceType: 'agnostic';
  readonly mappings: { readonly dynamic: false; readonly properties: Readonly<object> };
  readonly modelVersions: Readonly<Record<string, { readonly changes: readonly object[] }>>;
}

export interface CreateOptions {
  readonly id?: string;
  readonly overwrite?: boolean;
  readonly version?: string;
}

/** What the internal repository and a user's client have in common. */
export interface SavedObjectsRepository {
  get<Attributes>(type: string, id: string): Promise<SavedObject<Attributes>>;
  create<Attributes>(
    type: string,
    attributes: Attributes,
    options?: CreateOptions,
  ): Promise<SavedObject<Attributes>>;
  delete(type: string, id: string): Promise<unknown>;
  find<Attributes>(options: {
    readonly type: string;
    readonly perPage: number;
  }): Promise<{ readonly saved_objects: readonly SavedObject<Attributes>[] }>;
}

export interface SavedObjectsStart {
  createInternalRepository(includedHiddenTypes: readonly string[]): SavedObjectsRepository;
  getScopedClient(
    request: KibanaRequest,
    options: {
      readonly includedHiddenTypes: readonly string[];
      readonly excludedExtensions: readonly string[];
    },
  ): SavedObjectsRepository;
}

export interface EncryptedType {
  readonly type: string;
  readonly attributesToEncrypt: ReadonlySet<string>;
  /** The attributes that secrets are bound to, from 8.13 on; none if absent. */
  readonly attributesToIncludeInAAD: ReadonlySet<string>;
}

export interface EncryptedSavedObjectsSetup {
  readonly canEncrypt: boolean;
  registerType(type: EncryptedType): void;
}

export interface EncryptedSavedObjectsClient {
  getDecryptedAsInternalUser<Attributes>(
    type: string,
    id: string,
  ): Promise<SavedObject<Attributes>>;
}

export interface EncryptedSavedObjectsStart {
  getClient(options: {
    readonly includedHiddenTypes: readonly string[];
  }): EncryptedSavedObjectsClient;
}
