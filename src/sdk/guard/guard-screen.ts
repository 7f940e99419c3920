import type { FrameWindow } from '../loading/source.ts';
import type { SecretFinder } from '../secrets/finder.ts';

/** Marks what is hidden. It is an attribute because the SDK sets styles and classes itself. */
export const HIDDEN = 'data-zoom-join-hidden';
export const HIDDEN_STYLE = `[${HIDDEN}]{display:none!important}`;

/** Attributes that change often and contain no text. */
const SILENT_ATTRIBUTE =
  /^(style|class|id|d|tabindex|transform|aria-hidden|aria-expanded|data-zoom-join-hidden)$/;
/** Attributes with a text for people, or with an address. */
const TEXT_ATTRIBUTE =
  /^(value|title|alt|placeholder|href|src|label|aria-(label|description|valuetext)|data-.*)$/;
/** What people press. Its label is not a value: a passcode such as "Chat" must not hide it. */
const CONTROL = 'button,[role=button],[role=tab],[role=menuitem],[role=option]';
/** What may be hidden because of its name, and in it, what may have the name. */
const NAMED = 'button,[role=button],[role=dialog]';
const LABELLED = '[aria-label],[title]';
/** What is hidden as a whole. */
const ROW = `${CONTROL},a,label,li,tr,[role=row],[role=listitem]`;
const FIELD = 'input,textarea';
/** What a row next to the value must not contain. */
const OTHER = `${ROW},${FIELD},select,video,canvas`;
/** The most characters of a row. A number can be written in several elements of it. */
const LONGEST_ROW = 120;

export interface ScreenGuardOptions {
  /** Finds what must not be seen. It may change. */
  readonly getFinder: () => SecretFinder;
  /** Returns the names of controls and dialogs to hide. They may change. */
  readonly getNames: () => readonly string[];
  /** Whether people have written or said this themselves, or are called so. */
  readonly areOwnWords: (text: string) => boolean;
  /** Called when a secret was hidden. */
  readonly onFound: () => void;
}

/**
 * Hides everything in the frame that shows a secret, and what has certain names, before they are painted. It knows
 * the secrets and the names, and nothing of Zoom's markup, so it also works when that changes. An overlay, such as the
 * info panel, is hidden as a whole, because it has other ways to pass a secret on.
 *
 * @param root The element that the SDK renders into. Its siblings are overlays.
 */
export function guardScreen(
  { document, MutationObserver }: FrameWindow,
  root: Element,
  { getFinder, getNames, areOwnWords, onFound }: ScreenGuardOptions,
): void {
  const hidden = new Set<Element>();
  /** Where the user has typed: the field, and copies of it beside it. */
  const typed = new WeakSet<Element>();
  document.addEventListener('input', ({ isTrusted, target }) => {
    const field = (target as Element | null)?.parentElement;
    if (isTrusted && field) typed.add(field);
  });
  const isTyped = (element: Element | null): boolean =>
    element !== null && (typed.has(element) || isTyped(element.parentElement));

  const shows = (element: Element): boolean => {
    const finder = getFinder();
    for (const { name, value } of element.attributes) {
      if (SILENT_ATTRIBUTE.test(name)) continue;
      if (TEXT_ATTRIBUTE.test(name) ? finder.isIn(value) : finder.isSurelyIn(value)) return true;
    }
    const { value } = element as Partial<HTMLInputElement>;
    if (typeof value === 'string' && finder.isIn(value)) return true;
    const text = textOf(element);
    return element.closest(CONTROL) === null ? finder.isIn(text) : finder.isSurelyIn(text);
  };
  /** Returns the innermost elements that show a secret. */
  const findPlaces = (element: Element): Element[] => {
    const inside = [...element.children].flatMap(findPlaces);
    return inside.length === 0 && shows(element) && !isTyped(element) && !areOwnWords(element.textContent)
      ? [element]
      : inside;
  };
  /** Returns the innermost elements in an element that show a secret. Most contain none, and cost only this look. */
  const placesIn = (element: Element, markup: string): Element[] => {
    const finder = getFinder();
    // Markup lacks what a script has set a field to.
    const isInField = (): boolean =>
      [...element.querySelectorAll(FIELD)].some((one) => finder.isIn((one as HTMLInputElement).value));
    return finder.mayBeIn(markup) || finder.isSurelyIn(element.textContent) || isInField()
      ? findPlaces(element).filter((place) => !place.contains(root))
      : [];
  };
  /** Returns the controls and dialogs in an element that have one of the names. */
  const namedIn = (element: Element, markup: string): Element[] => {
    const names = getNames();
    if (!names.some((name) => markup.includes(name))) return [];
    const isNamed = (one: Element): boolean =>
      [one.textContent, one.getAttribute('aria-label'), one.getAttribute('title')].some((name) =>
        names.includes(name?.trim() ?? ''),
      );
    return [element, ...element.querySelectorAll(NAMED)].filter(
      (one) => one.matches(NAMED) && (isNamed(one) || [...one.querySelectorAll(LABELLED)].some(isNamed)),
    );
  };

  /** Returns what to hide because of an element in it. */
  const wholeOf = (place: Element): Element => {
    const overlay = [...document.body.children].find((child) => child.contains(place));
    if (overlay !== undefined && overlay !== root) return overlay;
    return place.closest('[role=dialog]') ?? rowAround(place);
  };
  const rowAround = (place: Element): Element => {
    const row = place.closest(ROW);
    if (row !== null && root.contains(row)) return row;
    let whole = place;
    for (
      let next = parentOf(place);
      next !== root && isRow(next) && next.querySelector(OTHER) === null;
      next = parentOf(next)
    )
      whole = next;
    return whole;
  };
  const parentOf = (element: Element): Element => element.parentElement ?? root;

  const hide = (whole: Element): boolean => {
    if (hidden.has(whole)) return false;
    hidden.add(whole);
    whole.setAttribute(HIDDEN, '');
    return true;
  };
  const look = (element: Element): void => {
    const markup = element.outerHTML;
    for (const named of namedIn(element, markup)) hide(named);
    for (const place of placesIn(element, markup)) if (hide(wholeOf(place))) onFound();
  };
  const lookAgain = (element: Element): void => {
    const markup = element.outerHTML;
    if (element.isConnected && placesIn(element, markup).length + namedIn(element, markup).length > 0) return;
    hidden.delete(element);
    element.removeAttribute(HIDDEN);
  };

  /** Returns the row that an element is in, because a value can be written in several elements. */
  const rowOf = (element: Element): Element => {
    const parent = parentOf(element);
    return parent !== document.body && parent !== root && isRow(parent) ? rowOf(parent) : element;
  };
  new MutationObserver((records) => {
    const changed = new Set<Element>();
    for (const { type, target, addedNodes, attributeName } of records) {
      const element = type === 'characterData' ? target.parentElement : (target as Element);
      if (element === null || (type === 'attributes' && SILENT_ATTRIBUTE.test(attributeName ?? ''))) continue;
      const elements = [...addedNodes].map((node) =>
        node.nodeType === TEXT_NODE ? element : (node as Element),
      );
      for (const one of type === 'childList' ? elements : [element]) changed.add(one);
    }
    for (const element of new Set([...changed].filter(({ isConnected }) => isConnected).map(rowOf)))
      look(element);
    for (const element of hidden) {
      if (!element.isConnected || records.some(({ target }) => element.contains(target))) lookAgain(element);
    }
  }).observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true });
  look(document.body);
}

const TEXT_NODE = 3;

const isRow = ({ textContent }: Element): boolean => textContent.length <= LONGEST_ROW;

/** Returns the text of a row, or else only what stands in the element itself. */
const textOf = (element: Element): string =>
  isRow(element)
    ? element.textContent
    : [...element.childNodes].map((node) => (node.nodeType === TEXT_NODE ? node.nodeValue : '')).join('');
