import Link from 'next/link';

export default function Page() {
  return (
    <>
      <h1>Team Atlas</h1>
      <p>We look back at the week, and plan the next one.</p>
      <p>
        <Link href="/meeting" role="button">
          Go to the weekly review
        </Link>
      </p>
      <p>
        <Link href="/meeting-by-action">Go there with a signature from a server action</Link>
      </p>
    </>
  );
}
