/** EUI's types are in one file for the package as a whole, and not next to these modules. */
declare module '@elastic/eui/es/components/icon/assets/*' {
  import type { ComponentType } from 'react';
  export const icon: ComponentType;
}

declare module '@elastic/eui/es/components/icon/icon' {
  import type { ComponentType } from 'react';
  export function appendIconComponentCache(icons: Readonly<Record<string, ComponentType>>): void;
}
