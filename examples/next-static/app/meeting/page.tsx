import { Meeting } from './meeting';

export default function Page() {
  return <Meeting />;
}
