/** A request of OpenSearch's client: the parts of its address, and its body if it has one. */
export type Divided<Asked, Name extends keyof Asked> = Pick<Asked, Name> & {
  readonly body?: object;
};

/**
 * Elasticsearch's client takes a request as one object. OpenSearch's client needs its body apart.
 *
 * @param inAddress names of the parts of the address; all other parts are the body
 */
export function divide<Asked extends object, Name extends keyof Asked>(
  asked: Asked,
  inAddress: readonly Name[],
): Divided<Asked, Name> {
  const names = new Set<string>(inAddress.map(String));
  const given = Object.entries(asked).filter(([, value]) => value !== undefined);
  const address = given.filter(([name]) => names.has(name));
  const body = given.filter(([name]) => !names.has(name));
  return {
    ...(Object.fromEntries(address) as Pick<Asked, Name>),
    ...(body.length === 0 ? {} : { body: Object.fromEntries(body) }),
  };
}
