import { Controls, Description, Primary, Title } from '@storybook/addon-docs/blocks';
import type { ReactElement } from 'react';

/** Shows only one story, because each story is a meeting that loads the whole SDK, and the table of all props. */
export const DocsPage = (): ReactElement => (
  <>
    <Title />
    <Description />
    <Primary />
    <Controls />
  </>
);
