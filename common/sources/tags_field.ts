/** The document field that tags are written to, as the Elastic Common Schema names it. */
export const TAGS_FIELD = 'tags';
