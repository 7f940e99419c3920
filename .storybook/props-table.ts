import type { ReactRenderer } from '@storybook/react-vite';
import type { ArgTypesEnhancer } from 'storybook/internal/types';

const SECTIONS = ['Meeting', 'Look', 'The SDK', 'Lifecycle', 'Events of the SDK'];

interface Documented {
  __docgenInfo?: { props?: Record<string, { tsType?: { raw?: string } }> };
}

/** Shows types as the source has them, where Storybook only says "union", and puts the sections into our order. */
export const propsTable: ArgTypesEnhancer<ReactRenderer> = ({ argTypes, component }) => {
  const { props = {} } = (component as Documented | undefined)?.__docgenInfo ?? {};
  const typed = Object.entries(argTypes).map(([name, argType]) => {
    const summary = props[name]?.tsType?.raw?.replace(/\s*\|\s*undefined$/, '').replace(/^\((.*)\)$/s, '$1');
    const table = summary === undefined ? argType.table : { ...argType.table, type: { summary } };
    return [name, { ...argType, ...(table === undefined ? {} : { table }) }] as const;
  });
  const section = (category: string | undefined) => SECTIONS.indexOf(category ?? '');
  return Object.fromEntries(
    typed.sort(([, a], [, b]) => section(a.table?.category) - section(b.table?.category)),
  );
};
