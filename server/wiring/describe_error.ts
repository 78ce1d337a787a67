import { Contention } from '../app/basics';
import { UnstoredSilences } from '../app/runs';
import { FORBIDDEN, NOT_ACCEPTABLE, UNAUTHORIZED } from '../../common/http';
import {
  FREE_SPACE,
  floodedWords,
  ForeignMapping,
  IndexNotMade,
  RepairCutOff,
  ShardsNotStarted,
} from '../elastic/results';
import {
  indexBlockOf,
  refusalReason,
  refusalType,
  ForeignAnswer,
  type IndexBlock,
  RefusedWrite,
  asResponseError,
  IncompleteAnswer,
} from '../elastic/asking';
/** Sent with a content type that only Elasticsearch knows. */
const BETWEEN = 'check whether a proxy between asks for a login or cuts answers off';
/** Elasticsearch does not answer, or something else does. */
const CONNECTION_ERRORS = new Set(['ConnectionError', 'NoLivingConnectionsError']);

/** Errors whose message is already complete. */
const OF_OUR_INDICES = [ForeignMapping, RepairCutOff, IndexNotMade, ShardsNotStarted, RefusedWrite];

/** As in `… is unauthorized for user [ann] … on indices [logs-1], this action is granted by …`. */
const USER = /for (user|API key id|service account) \[([^\]]*)\]/;
const INDICES = /on (?:restricted )?indices \[([^\]]*)\]/;
const PRIVILEGES = /by the (index|cluster) privileges \[([^\]]*)\]/;

/**
 * The privileges that docs/operating.md gives to roles. They are named rather than others that
 * would also be enough.
 */
const USUAL_PRIVILEGES = ['read', 'write', 'create_index', 'manage_index_templates'];

function missingPrivilege(reason: string): string {
  const [, kindOfUser = 'user', user] = USER.exec(reason) ?? [];
  const who = user === undefined ? 'this user' : `the ${kindOfUser} "${user}"`;
  const indices = INDICES.exec(reason)?.[1];
  const where = indices === undefined ? '' : ` on "${indices}"`;
  const [, kind = '', privileges = ''] = PRIVILEGES.exec(reason) ?? [];
  const names = privileges.split(',');
  const name = USUAL_PRIVILEGES.find((usual) => names.includes(usual)) ?? names[0];
  if (name === undefined || name === '') return `${who} lacks a privilege${where} (${reason})`;
  return `${who} lacks the ${kind} privilege "${name}"${where}`;
}

/** Refusals reach us without the client's check of the product, such as those of OpenSearch. */
function isOtherProduct(error: Error): boolean {
  const answer = asResponseError(error);
  if (answer?.statusCode !== NOT_ACCEPTABLE) return false;
  return answer.headers?.['x-elastic-product'] !== 'Elasticsearch';
}

function blockInWords({ index, phrase, is_for_disk: isForDisk }: IndexBlock): string {
  if (isForDisk && index !== undefined) return `${floodedWords(index)}: ${FREE_SPACE}`;
  const what = index === undefined ? 'the cluster' : `the index "${index}"`;
  return `Elasticsearch refuses: ${what} is ${phrase}`;
}

function answerInWords(error: unknown, status: number | undefined): string | undefined {
  if (status === UNAUTHORIZED) {
    return 'Elasticsearch does not accept the user name and password, or the API key';
  }
  const reason = refusalReason(error);
  if (reason === undefined) return undefined;
  const isForbidden = status === FORBIDDEN && refusalType(error) === 'security_exception';
  if (isForbidden) return missingPrivilege(reason);
  const block = indexBlockOf(error);
  if (block !== undefined) return blockInWords(block);
  return reason.startsWith('Elasticsearch ') ? reason : `Elasticsearch refuses: ${reason}`;
}

/**
 * What went wrong between us and Elasticsearch, in one sentence without a final period; undefined for
 * an error that has nothing to do with it.
 */
export function elasticsearchTrouble(error: unknown): string | undefined {
  if (error instanceof IncompleteAnswer) {
    return `Elasticsearch's answer is incomplete: ${error.message}`;
  }
  if (!(error instanceof Error)) return undefined;
  if (error instanceof Contention) return error.message;
  if (OF_OUR_INDICES.some((kind) => error instanceof kind)) return error.message;
  if (error instanceof ForeignAnswer) return `${error.message}: ${BETWEEN}`;
  // Recognized by its name: the class is that of the client, which is Kibana's own in Kibana.
  if (error.name === 'DeserializationError') {
    return `Elasticsearch's answer is not complete JSON (${error.message}): ${BETWEEN}`;
  }
  if (CONNECTION_ERRORS.has(error.name)) {
    return `no connection to Elasticsearch (${error.message}): check that it runs and that its address is right`;
  }
  if (error.name === 'TimeoutError') {
    return 'Elasticsearch did not answer in time: check whether it is overloaded, then try again';
  }
  if (error.name === 'ProductNotSupportedError' || isOtherProduct(error)) {
    return 'what answers at that address is not Elasticsearch: check that the address is right';
  }
  return answerInWords(error, asResponseError(error)?.statusCode);
}

/** What went wrong, in a sentence. */
export function describeError(error: unknown): string {
  const trouble = elasticsearchTrouble(error);
  if (trouble !== undefined) return trouble;
  if (error instanceof UnstoredSilences) return `${error.message}: ${describeError(error.cause)}`;
  return error instanceof Error ? error.message : String(error);
}

/** Whether Elasticsearch no longer knows the user, or the key. */
export function isSessionOver(error: unknown): boolean {
  return asResponseError(error)?.statusCode === UNAUTHORIZED;
}
