import { Controls, Description, Primary, Title } from '@storybook/addon-docs/blocks';
import type { ReactElement } from 'react';

/** One story, since each is a meeting with the whole SDK in it; and all the props. */
export const DocsPage = (): ReactElement => (
  <>
    <Title />
    <Description />
    <Primary />
    <Controls />
  </>
);
