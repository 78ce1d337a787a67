/** The little that is used of Kibana's own modules, which only exist inside Kibana. */
declare module '@kbn/config-schema' {
  /** Opaque. */
  export interface Type {
    readonly __isKbnConfigSchemaType: true;
  }

  export const schema: {
    object(properties: Readonly<Record<string, Type>>): Type;
    boolean(options?: { readonly defaultValue: boolean }): Type;
    string(): Type;
    nullable(type: Type): Type;
  };
}
