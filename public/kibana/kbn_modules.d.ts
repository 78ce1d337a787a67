/** The few parts of Kibana's own modules that are used. They only exist inside Kibana. */
declare module '@kbn/i18n' {
  export const i18n: {
    translate(
      id: string,
      options: {
        readonly defaultMessage: string;
        readonly values?: Readonly<Record<string, string | number>>;
      },
    ): string;
  };
}
