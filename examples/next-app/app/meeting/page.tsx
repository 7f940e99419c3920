import { Meeting } from '@/components/meeting';

export default function Page() {
  return <Meeting />;
}
