// The functions in this file are evaluated in a page with the component.

/** Returns the texts of the buttons and links that the component shows, without those of the meeting. */
export const buttons = (): string[] =>
  [...document.querySelectorAll<HTMLElement>('[data-zoom-join] :is(button, a)')]
    .filter((button) => button.offsetParent !== null)
    .map((button) => button.ariaLabel ?? button.innerText);

/** Whether the user can read this text in the component, outside the meeting. */
export const isRead = (text: string): boolean =>
  document.querySelector<HTMLElement>('[data-zoom-join]')?.innerText.includes(text) ?? false;
