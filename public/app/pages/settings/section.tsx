import React, { type ReactNode } from 'react';

interface SectionProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** A part of the settings. */
export function Section({ title, children }: SectionProps) {
  return (
    <section className="lwSection2" aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
