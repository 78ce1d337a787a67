/** The few parts of Kibana's own modules that are used. They only exist inside Kibana. */
declare module '@kbn/config-schema' {
  /** Opaque. */
  export interface Type {
    readonly __isKbnConfigSchemaType: true;
  }

  /** A length of time; Kibana's are of moment. */
  export interface Duration {
    asDays(): number;
    asMilliseconds(): number;
  }

  export const schema: {
    object(properties: Readonly<Record<string, Type>>): Type;
    boolean(options?: { readonly defaultValue: boolean }): Type;
    string(): Type;
    nullable(type: Type): Type;
    any(options: { readonly defaultValue: unknown }): Type;
    /** @param options `validate` returns what is wrong, or undefined */
    duration(options: {
      readonly defaultValue: string;
      readonly validate: (value: Duration) => string | undefined;
    }): Type;
  };
}
