/** Changes whenever a method would judge the same counts under the same settings otherwise. */
export const METHOD_VERSION = '1';
