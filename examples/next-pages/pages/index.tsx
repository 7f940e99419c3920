import Link from 'next/link';

export default function Home() {
  return (
    <>
      <h1>Team Atlas</h1>
      <p>We look back at the week, and plan the next one.</p>
      <Link href="/meeting" role="button">
        Go to the weekly review
      </Link>
    </>
  );
}
