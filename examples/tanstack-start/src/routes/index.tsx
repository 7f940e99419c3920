import { createFileRoute, Link } from '@tanstack/react-router';

export const Route = createFileRoute('/')({
  head: () => ({ meta: [{ title: 'Weekly review' }] }),
  component: Home,
});

function Home() {
  return (
    <>
      <h1>Weekly review</h1>
      <p>Grace Hopper and Alan Turing are already in the meeting.</p>
      <Link to="/meeting" role="button">
        Go to the meeting
      </Link>
    </>
  );
}
