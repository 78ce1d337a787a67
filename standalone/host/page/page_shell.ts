import type { PageManifest } from './page_manifest';

/** Where the page's files are. */
export const ASSETS = '/assets';

/** What every reader of the page should know about its data. */
export type Notice = 'sample' | 'look';

const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E" +
  "%3Cpath d='M1 8h3l2-5 3 10 2-5h4' fill='none' stroke='%23bc1e70' stroke-width='2'/%3E%3C/svg%3E";

function styleSheet(file: string, theme: 'light' | 'dark' | null): string {
  const href = `href="${ASSETS}/${file}"`;
  if (theme === null) return `<link rel="stylesheet" ${href}>`;
  return `<link rel="stylesheet" ${href} data-theme="${theme}" media="(prefers-color-scheme: ${theme})">`;
}

function noticeTag(notice: Notice | undefined): string {
  return notice === undefined ? '' : `\n<meta name="logwave-notice" content="${notice}">`;
}

/**
 * The page's frame. Everything in it comes from its manifest, and it contains no inline script.
 *
 * @param notice the page shows it at the top
 * @param nonce for the style tags of the page's library; the script reads it from its own tag
 */
export function pageShell(
  { script, styles }: PageManifest,
  nonce: string,
  notice?: Notice,
): string {
  const sheets = [
    styleSheet(styles.light, 'light'),
    styleSheet(styles.dark, 'dark'),
    ...styles.all.map((file) => styleSheet(file, null)),
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Logwave</title>${noticeTag(notice)}
<link rel="icon" href="${ICON}">
${sheets.join('\n')}
<script type="module" nonce="${nonce}" src="${ASSETS}/${script}"></script>
</head>
<body>
<div id="logwave"></div>
<noscript>Logwave needs JavaScript. Allow it for this page.</noscript>
</body>
</html>
`;
}
