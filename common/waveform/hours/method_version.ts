/** Changes whenever a method would assess the same counts under the same settings otherwise. */
export const METHOD_VERSION = '4';
