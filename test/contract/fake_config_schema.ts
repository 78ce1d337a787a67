/** A fake of Kibana's own `@kbn/config-schema`, which only Kibana has: schemas are opaque here. */
const opaque = (): object => ({});

export const schema = {
  object: opaque,
  boolean: opaque,
  string: opaque,
  nullable: opaque,
  duration: opaque,
  any: opaque,
};
