import '@picocss/pico/css/pico.min.css';
import type { AppProps } from 'next/app';
import Head from 'next/head';

export default function App({ Component, pageProps }: AppProps) {
  return (
    <>
      <Head>
        <title>Team Atlas</title>
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="data:," />
      </Head>
      {/* Pico knows a `main` in the body. Next.js puts an element of its own between them. */}
      <main className="container" style={{ paddingBlock: 'var(--pico-block-spacing-vertical)' }}>
        <Component {...pageProps} />
      </main>
    </>
  );
}
