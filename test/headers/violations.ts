import type { Page } from 'playwright';

/** A violation, as reported to the document in which it happened. */
export interface Violation {
  readonly where: 'page' | 'frame';
  readonly disposition: SecurityPolicyViolationEventDisposition;
  readonly directive: string;
  readonly blocked: string;
  readonly sample: string;
  /** The policy's own `report-uri`, which identifies the policy. */
  readonly policy: string;
}

declare global {
  interface Window {
    violations?: Violation[];
  }
}

/**
 * Records every violation in the page and in the meeting's frame, from the first on. The browser reports those in
 * workers.
 */
export async function watchViolations(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const top = window.top ?? window;
    top.violations ??= [];
    const note = (event: SecurityPolicyViolationEvent) =>
      top.violations?.push({
        where: top === window ? 'page' : 'frame',
        disposition: event.disposition,
        directive: event.effectiveDirective,
        blocked: event.blockedURI,
        sample: event.sample,
        policy: /report-uri (\S+)/.exec(event.originalPolicy)?.[1] ?? '',
      });
    document.addEventListener('securitypolicyviolation', note);
    // The component reopens the frame's document, which removes its listeners.
    const { open } = document;
    Object.assign(Document.prototype, {
      open(this: Document) {
        Reflect.apply(open, this, []);
        this.addEventListener('securitypolicyviolation', note);
      },
    });
  });
}

export const violations = (page: Page): Promise<Violation[]> => page.evaluate(() => window.violations ?? []);
