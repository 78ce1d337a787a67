import type { ThemePort } from '../basics';

/** Switches EUI's style sheets, each marked with its theme, when the theme changes. */
export function followTheme(document: Document, theme: ThemePort): () => void {
  const apply = (): void => {
    const wanted = theme.isDark() ? 'dark' : 'light';
    document.querySelectorAll<HTMLLinkElement>('link[data-theme]').forEach((link) => {
      link.disabled = link.dataset['theme'] !== wanted;
    });
    document.documentElement.style.colorScheme = wanted;
  };
  apply();
  return theme.subscribe(apply);
}
