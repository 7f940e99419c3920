import { cleanup, render } from '@testing-library/react';
import { useEffect } from 'react';
import { afterEach, expect, it } from 'vitest';
import { joinPractice } from '../support/practice.tsx';

afterEach(cleanup);

const PASSCODE = 'passcode-given-as-a-prop';

/** Returns the objects that hold a text, of all that React keeps for a component: props, state, refs and effects. */
function holdersOf(text: string, root: Element | null): unknown[] {
  const holders: unknown[] = [];
  const seen = new Set<unknown>();
  const open: unknown[] = Object.entries(root ?? {}).flatMap(([key, value]) =>
    key.startsWith('__react') ? [value] : [],
  );
  while (open.length > 0) {
    const one = open.pop();
    if (typeof one !== 'object' || one === null || seen.has(one) || 'nodeType' in one || 'window' in one)
      continue;
    seen.add(one);
    for (const { value } of Object.values(Object.getOwnPropertyDescriptors(one))) {
      if (typeof value === 'string' && value.includes(text)) holders.push(one);
      open.push(value);
    }
  }
  return [...new Set(holders)];
}

it.each(['joined', 'failed'] as const)('is kept nowhere else in React: %s', async (status) => {
  const meeting = { meetingNumber: '12345678901', password: PASSCODE };
  const passcode = status === 'joined' ? PASSCODE : 'another';
  const { until, root, rerender } = joinPractice({ passcode, props: { meeting } });
  await until(status);
  expect(holdersOf(PASSCODE, root())).toEqual([meeting]);
  rerender();
  expect(holdersOf(PASSCODE, root())).toEqual([meeting]);
});

function Careless({ meeting }: { meeting: { password: string } }) {
  useEffect(() => void meeting.password, [meeting.password]);
  return <p>Meeting</p>;
}

it('would be found in the dependencies of an effect', () => {
  const meeting = { password: PASSCODE };
  const { container } = render(<Careless meeting={meeting} />);
  expect(holdersOf(PASSCODE, container.querySelector('p'))).toContainEqual([PASSCODE]);
});
