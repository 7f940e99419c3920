import { Link } from 'react-router';

export function Home() {
  return (
    <>
      <h1>Team Atlas</h1>
      <p>We look back at the week, and plan the next one.</p>
      <Link to="/meeting" role="button">
        Go to the weekly review
      </Link>
    </>
  );
}
