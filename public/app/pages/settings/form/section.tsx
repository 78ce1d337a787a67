import React, { type ReactNode } from 'react';

interface SectionProps {
  readonly title: string;
  /** What it is about, in a sentence. */
  readonly lead?: ReactNode;
  readonly children: ReactNode;
}

/** A part of the settings. */
export function Section({ title, lead, children }: SectionProps) {
  return (
    <section className="lwSection2" aria-label={title}>
      <h2>{title}</h2>
      {lead !== undefined && <p className="lwSub">{lead}</p>}
      {children}
    </section>
  );
}
