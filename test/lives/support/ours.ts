// To be evaluated in a page with the component.

/** The texts of the buttons and links that the component shows, those of the meeting apart. */
export const buttons = (): string[] =>
  [...document.querySelectorAll<HTMLElement>('[data-zoom-join] :is(button, a)')]
    .filter((button) => button.offsetParent !== null)
    .map((button) => button.ariaLabel ?? button.innerText);

/** Whether a person reads that text in the component, outside of the meeting. */
export const isRead = (text: string): boolean =>
  document.querySelector<HTMLElement>('[data-zoom-join]')?.innerText.includes(text) ?? false;
