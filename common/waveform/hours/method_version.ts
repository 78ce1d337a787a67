/** Changes whenever a method would assess the same counts under the same settings differently. */
export const METHOD_VERSION = '14';
