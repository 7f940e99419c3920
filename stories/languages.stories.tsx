import type { Meta, StoryObj } from '@storybook/react-vite';
import { ZoomJoin, type ZoomLanguage } from 'react-zoom-join';
import { expect, waitFor } from 'storybook/test';
import { languages } from '../.storybook/toolbar.ts';
import { args, argTypes } from './support/controls.ts';
import { two } from './support/people.ts';
import { until, untilSeen } from './support/play.ts';

const meta: Meta<typeof ZoomJoin> = {
  title: 'Options/Languages',
  component: ZoomJoin,
  args,
  argTypes,
  parameters: { practice: { people: two } },
};

export default meta;
type Story = StoryObj<typeof ZoomJoin>;

const all = Object.entries(languages) as [ZoomLanguage, string][];
const tile = { margin: 0, display: 'grid', gap: 8, gridTemplateRows: 'auto 1fr' };

/** The idle screen in every language, side by side. The toolbar sets the language of all other stories. */
export const AllOfThem: Story = {
  parameters: { isPage: true },
  render: (given) => (
    <div
      style={{
        display: 'grid',
        gap: 20,
        padding: 20,
        gridTemplateColumns: 'repeat(auto-fill, minmax(260px, 1fr))',
      }}
    >
      {all.map(([language, name]) => (
        <figure key={language} style={tile} lang={language}>
          <figcaption>{name}</figcaption>
          <ZoomJoin {...given} language={language} autoJoin={false} style={{ borderRadius: 12 }} />
        </figure>
      ))}
    </div>
  ),
  play: async ({ canvasElement }) => {
    const buttons = () => [...canvasElement.querySelectorAll('button')].map((one) => one.innerText);
    // Each language is a chunk of its own.
    await waitFor(() => expect(new Set(buttons()).size).toBe(all.length), { timeout: 10_000 });
  },
};

/** Zoom’s texts are in the same language. */
export const AMeetingInGerman: Story = {
  globals: { language: 'de-DE' },
  play: async ({ canvasElement }) => {
    await until(canvasElement, 'joined');
    await untilSeen(canvasElement, 'Grace Hopper');
    const titles = canvasElement.querySelector('iframe')?.contentDocument?.body.innerHTML;
    await expect(titles).toMatch(/Teilnehmer/);
  },
};

export const ConnectingInJapanese: Story = {
  globals: { language: 'ja-JP' },
  args: { getSignature: () => new Promise(() => {}), timeouts: { signature: 3_600_000 } },
  play: ({ canvasElement }) => untilSeen(canvasElement, /[ぁ-ん]/),
};
