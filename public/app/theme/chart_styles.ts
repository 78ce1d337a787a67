/** The drawings: the data is in ink, flags have the only accent, everything else is gray. */
export const chartStyles = `
.lw svg.lwSpark, .lw svg.lwAxis, .lw svg.lwSurprise, .lw svg.lwStrip { display: block; overflow: visible; }
.lw svg text { font-family: Inter, sans-serif; font-size: 11px; fill: var(--lw-sub); }
.lwGrid { fill: none; stroke: var(--lw-rule); }
.lwAxisLine, .lwHatch, .lwStripHatch { fill: none; stroke: var(--lw-axis); }
.lwStem { fill: none; stroke: var(--lw-mid); }
.lwOuter { fill: var(--lw-pale); }
.lwInner { fill: var(--lw-mid); }
.lwUsual { fill: none; stroke: var(--lw-usual); }
.lwThin { fill: none; stroke: var(--lw-usual); stroke-dasharray: 2 2; }
.lwToday { fill: none; stroke: var(--lw-ink); stroke-width: 1.4; stroke-linejoin: round; }
.lwSpark-quiet .lwToday { stroke: var(--lw-sub); stroke-width: 1; }
.lwSurpriseDot { fill: var(--lw-ink); }
.lwSurpriseDot-quiet { fill: var(--lw-sub); }
.lw svg.lwSurprise-axis text { font-size: 10px; }
.lw svg text.lwSurpriseText { fill: var(--lw-ink); }
.lw svg text.lwSurpriseText-quiet { fill: var(--lw-sub); }

.lwFlagDot { fill: var(--lw-flag); }
.lwFlagRing { fill: var(--lw-page); stroke: var(--lw-flag); stroke-width: 1.5; }
.lwFlagRule { fill: none; stroke: var(--lw-flag); stroke-width: 2; }
.lw svg text.lwFlagText { fill: var(--lw-flag); font-weight: 600; paint-order: stroke; stroke: var(--lw-page); stroke-width: 3px; stroke-linejoin: round; }
.lw b.lwFlagWord { color: var(--lw-flag); }
.lwTable .lwRow .lwFlagRatio { color: var(--lw-flag); }

@media (forced-colors: active) {
  .lwFlagDot, .lwSurpriseDot { fill: CanvasText; forced-color-adjust: none; }
  .lwFlagRule, .lwFlagRing, .lw .lwToday { stroke: CanvasText; forced-color-adjust: none; }
  .lwFlagRing { fill: Canvas; }
  .lwAxisLine, .lwUsual, .lwThin, .lwHatch, .lwStripHatch { stroke: CanvasText; }
  .lw svg text { fill: CanvasText; }
  .lw svg text.lwFlagText { fill: CanvasText; stroke: Canvas; }
}
`;
