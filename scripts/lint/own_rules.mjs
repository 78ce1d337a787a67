/** Rules of this project's own, as a configuration of ESLint that needs no types. */
import tseslint from 'typescript-eslint';

/**
 * Spreading a list into arguments fails for some 100,000 entries, since they do not fit on the
 * stack.
 */
const spreadArguments = [
  {
    selector:
      'CallExpression[callee.property.name=/^(push|unshift|splice|concat|fromCharCode|fromCodePoint)$/] > SpreadElement',
    message: 'A long list overflows the stack: use appendAll of common/lists, or a loop.',
  },
  {
    selector:
      "CallExpression[callee.object.name='Math'][callee.property.name=/^(max|min|hypot)$/] > SpreadElement",
    message: 'A long list overflows the stack: use greatest or least of common/lists.',
  },
  {
    selector: "CallExpression[callee.property.name='apply'][arguments.length=2]",
    message: 'A long list overflows the stack: call it with a few arguments, in a loop.',
  },
];

const SNAKE = '> [key.name=/^[a-z0-9]+_/]';
const CAMEL = '> [key.name=/^[a-z0-9]+[A-Z]/]';
/** Fields that are stored or sent are snake_case. Fields that only code uses are camelCase. */
const mixedCase = ['TSInterfaceBody', 'TSTypeLiteral'].map((node) => ({
  selector: `${node}:has(${SNAKE}):has(${CAMEL})`,
  message: 'One case for all members: snake_case if it is stored or sent, else camelCase.',
}));

/** Kibana's own tools bundle the page by webpack, in older versions one that knows no more. */
const PLAIN = "Kibana's tools need import('./path') with a path as it is, and nothing else.";
const plainImports = [
  'ImportExpression:not([source.type="Literal"][source.value=/^[.]{1,2}[/]/])',
  'ImportExpression[options!=null]',
  ':matches(ImportDeclaration, ExportNamedDeclaration, ExportAllDeclaration)[attributes.length>0]',
  'MetaProperty[meta.name="import"]',
].map((selector) => ({ selector, message: PLAIN }));

/** What Kibana 8.12 leaves as it is, so that its webpack sees it and cannot read it. */
const unreadSyntax = [
  {
    selector: 'Literal[raw=/^[0-9][0-9.]*_/]',
    message: "Kibana's tools of 8.12 cannot read an underscore in a number: leave it out.",
  },
  {
    selector: 'AssignmentExpression[operator=/^([?][?]|[|][|]|&&)=$/]',
    message: "Kibana's tools of 8.12 cannot read this operator: write a test and an assignment.",
  },
];

/** The first failure ends `Promise.all`, while other requests are still under way. */
const bareAll = [
  {
    selector: "MemberExpression[object.name='Promise'][property.name='all']",
    message: 'Other work continues after a failure: use allOver of server/app/basics.',
  },
];
const ALL_OVER = [
  // The helper itself, and workers that note their failures.
  'server/app/basics/{all_over,work_through}.ts',
  // Deliveries that note their failures.
  'standalone/ingest/writing/bulk_writer.ts',
];

const everywhere = [...spreadArguments, ...mixedCase];

export default [
  {
    files: ['**/*.{ts,tsx,mjs}'],
    // Lists in tests and benches are their own, and short.
    ignores: ['**/*.test.ts', 'test/**'],
    languageOptions: { parser: tseslint.parser },
    rules: { 'no-restricted-syntax': ['error', ...everywhere] },
  },
  {
    files: ['{server,standalone}/**/*.ts'],
    ignores: ['**/*.test.ts', ...ALL_OVER],
    rules: { 'no-restricted-syntax': ['error', ...everywhere, ...bareAll] },
  },
  {
    // What the page is made of.
    files: ['{public,common}/**/*.{ts,tsx}'],
    ignores: ['**/*.test.ts', 'public/standalone/**'],
    rules: { 'no-restricted-syntax': ['error', ...everywhere, ...plainImports, ...unreadSyntax] },
  },
];
