import '@picocss/pico/css/pico.min.css';
import type { Metadata, Viewport } from 'next';

export const metadata: Metadata = { title: 'Team Atlas', icons: 'data:,' };
export const viewport: Viewport = { colorScheme: 'light dark' };

export default function Layout({ children }: LayoutProps<'/'>) {
  return (
    <html lang="en">
      <body>
        <main className="container">{children}</main>
      </body>
    </html>
  );
}
