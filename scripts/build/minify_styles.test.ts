import { minifiedStyles } from './minify_styles';

describe('minifiedStyles', () => {
  it('leaves out only what no browser needs', () => {
    const css = `
.lwA, .lwB > .lwC:hover { padding: 0 calc(1px + 2px); content: ""; }
@media (max-width: 700px) and (hover: none) { .lwA { color: var(--lw-ink) !important; } }
`;
    expect(minifiedStyles(css).trim()).toBe(
      '.lwA,.lwB > .lwC:hover{padding:0 calc(1px + 2px);content:""}@media (max-width:700px) and (hover:none){.lwA{color:var(--lw-ink) !important}}',
    );
  });
});
