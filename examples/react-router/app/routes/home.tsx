import { Link } from 'react-router';

export default function Home() {
  return (
    <>
      <title>Weekly review</title>
      <h1>Weekly review</h1>
      <p>Grace Hopper and Alan Turing are already in the meeting.</p>
      <Link to="/meeting" role="button">
        Go to the meeting
      </Link>
    </>
  );
}
