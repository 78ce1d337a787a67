import React, { type SVGProps } from 'react';

/** The props that EUI gives to a component used as an icon. */
interface IconProps extends SVGProps<SVGSVGElement> {
  readonly title?: string;
  readonly titleId?: string;
}

/** An icon of ours, since EUI's own names come and go between the versions of Kibana. */
function icon(path: string) {
  return function Icon({ title, titleId, ...props }: IconProps) {
    return (
      <svg width={16} height={16} viewBox="0 0 16 16" {...props}>
        {title !== undefined && <title id={titleId}>{title}</title>}
        <path d={path} />
      </svg>
    );
  };
}

export const ArrowLeft = icon('M10.4 2.6 5 8l5.4 5.4.8-.8L6.6 8l4.6-4.6z');
export const ArrowRight = icon('M5.6 2.6 11 8l-5.4 5.4-.8-.8L9.4 8 4.8 3.4z');
export const ArrowDown = icon('M2.6 5.6 8 11l5.4-5.4-.8-.8L8 9.4 3.4 4.8z');
