import type { BrowserContext } from 'playwright';
import { watch } from './visit.ts';

/**
 * Tests Storybook's own window around a story: its toolbar and the "Play the host" panel. Returns what is wrong.
 */
export async function operate(context: BrowserContext, base: string): Promise<string[]> {
  const page = await context.newPage();
  const problems: string[] = [];
  watch(page, (problem) => problems.push(problem));
  try {
    await page.goto(`${base}?path=/story/zoomjoin--playground`);
    const story = page.frameLocator('#storybook-preview-iframe');
    await story.locator('[data-status=joined]').waitFor({ timeout: 60_000 });

    // This is a doc comment of the props' type. Storybook reads these from the source.
    await page.getByText('The name that the other participants see.').waitFor();
    await page.getByRole('tab', { name: 'Play the host' }).click();
    await page.getByRole('button', { name: 'Add somebody' }).click();
    await story.frameLocator('iframe').getByText('Katherine Johnson').first().waitFor();
    await page.getByText('Add somebody: done.').waitFor();
    await page.getByRole('button', { name: 'End for all' }).click();
    await story.locator('[data-status=left]').waitFor();

    await page.getByRole('button', { name: /^Light or dark/ }).click();
    await page.getByRole('option', { name: 'Dark' }).click();
    await story.locator('[style*="color-scheme: dark"]').waitFor();
    const folder = process.env['SCREENSHOTS'];
    if (folder !== undefined) await page.screenshot({ path: `${folder}/manager.png` });
  } catch (error) {
    problems.push(String(error));
  } finally {
    await page.close();
  }
  return problems;
}
