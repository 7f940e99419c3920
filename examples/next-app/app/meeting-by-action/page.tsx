import { getSignature } from '@/app/actions';
import { Meeting } from '@/components/meeting';

export default function Page() {
  return <Meeting action={getSignature} />;
}
