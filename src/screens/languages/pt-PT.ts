import type { Locale } from './locale.ts';

// Zoom has one Portuguese, read in Portugal and in Brazil: where both share a word, it stands here.
const setup = 'Esta reunião não está configurada corretamente. Informe os responsáveis por este site.';
const connection = 'Não é possível aceder ao Zoom. Verifique a sua ligação e tente novamente.';

export default {
  join: 'Entrar na reunião',
  authorizing: 'A pedir acesso…',
  loading: 'A carregar o Zoom…',
  joining: 'A entrar na reunião…',
  slow: 'Ainda a entrar… Está a demorar mais do que o habitual.',
  waitingForHost: 'A aguardar que o anfitrião inicie a reunião',
  waitingForHostHint: 'Entrará assim que a reunião começar.',
  nextTry: 'Próxima tentativa em {seconds} s',
  tryingNow: 'A tentar agora…',
  tryNow: 'Tentar agora',
  waitingForAdmission: 'O anfitrião permitirá a sua entrada em breve',
  joined: 'Está na reunião',
  reconnecting: 'A restabelecer a ligação…',
  reconnectingHint: 'A ligação foi interrompida. Voltará à reunião dentro de momentos.',
  left: {
    user: 'Saiu da reunião',
    removed: 'A sua participação na reunião foi terminada',
    ended: 'O anfitrião encerrou a reunião',
    'time-limit': 'A reunião atingiu o limite de tempo',
    elsewhere: 'Entrou nesta reunião noutro local',
    unmount: 'Saiu da reunião',
    other: 'A reunião foi fechada',
  },
  failed: 'Não é possível entrar na reunião',
  connectionLost: 'Ligação interrompida',
  rejoin: 'Entrar novamente',
  retry: 'Tentar novamente',
  cancel: 'Cancelar',
  leave: 'Sair',
  openZoom: 'Continuar no Zoom',
  errors: {
    'invalid-meeting': setup,
    'invalid-user-name': 'Introduza o seu nome para entrar na reunião.',
    'invalid-options': setup,
    'signature-request-failed': 'Não foi possível obter o seu acesso à reunião. Tente novamente.',
    'signature-unreachable': 'Não é possível aceder a este site. Verifique a sua ligação e tente novamente.',
    'signature-timeout': 'O pedido de acesso à reunião está a demorar demasiado. Tente novamente.',
    'signature-denied': 'Não tem permissão para entrar nesta reunião. Iniciou sessão neste site?',
    'signature-endpoint-failed': 'Este site está com um problema. Tente novamente dentro de momentos.',
    'signature-unreadable': setup,
    'signature-missing': setup,
    'signature-invalid': setup,
    'signature-expired': 'O seu acesso à reunião expirou. Tente novamente.',
    'component-load-failed': connection,
    'sdk-load-failed':
      'Não foi possível carregar o Zoom. Verifique a sua ligação e os bloqueadores do seu navegador.',
    'sdk-file-missing': setup,
    'sdk-blocked':
      'Algo no seu navegador ou na sua rede bloqueia o Zoom. Verifique os seus bloqueadores ou experimente outra rede.',
    'sdk-blocked-by-policy': setup,
    'sdk-load-timeout':
      'O Zoom está a demorar demasiado a carregar. Verifique a sua ligação e tente novamente.',
    'sdk-not-found': setup,
    'sdk-assets-unreachable':
      'Não foi possível carregar os ficheiros multimédia do Zoom. Verifique a sua ligação e tente novamente.',
    'sdk-outdated': setup,
    'insecure-context': 'As reuniões só funcionam através de uma ligação segura (https).',
    'browser-unsupported':
      'Este navegador não consegue mostrar a reunião. Utilize um navegador atualizado num computador ou a aplicação Zoom.',
    'phone-unsupported':
      'Esta reunião não pode ser mostrada num telemóvel. Utilize um computador ou a aplicação Zoom.',
    'media-forbidden':
      'Esta página não permite que o Zoom utilize a câmara e o microfone. Pode ver e ouvir a reunião.',
    offline: 'Parece que não tem ligação à Internet. Verifique a ligação e tente novamente.',
    'wrong-passcode': 'A senha desta reunião não foi aceite.',
    'not-started': 'O anfitrião ainda não iniciou esta reunião. Tente novamente dentro de momentos.',
    'meeting-not-found': 'Esta reunião não existe ou já não é válida.',
    'meeting-ended': 'Esta reunião terminou.',
    'meeting-full': 'A reunião está cheia.',
    'meeting-locked': 'O anfitrião bloqueou a reunião. Peça-lhe que permita a sua entrada.',
    'another-meeting-in-progress': 'O anfitrião ainda está noutra reunião. Tente novamente mais tarde.',
    'email-required': 'Esta reunião requer o seu endereço de e-mail.',
    'registration-required': 'Esta reunião requer uma inscrição prévia.',
    'login-required': 'Esta reunião requer que inicie sessão no Zoom.',
    removed: 'O anfitrião terminou a sua participação nesta reunião.',
    'duplicate-participant': 'Já está nesta reunião, talvez noutro dispositivo.',
    blocked: 'A organização do anfitrião não permite a sua entrada nesta reunião.',
    'web-join-disabled':
      'Não é possível entrar nesta reunião através de um navegador. Utilize a aplicação Zoom.',
    'permission-denied': setup,
    'token-invalid': setup,
    'authorized-user-absent': 'A pessoa que lhe dá acesso não está na reunião. Tente novamente mais tarde.',
    'too-many-requests': 'O Zoom está sobrecarregado. Aguarde um momento e tente novamente.',
    'connection-failed': connection,
    'connection-lost': 'A ligação à reunião foi interrompida. Tente novamente.',
    'join-timeout':
      'A entrada na reunião está a demorar demasiado. Verifique a sua ligação e tente novamente.',
    'join-failed': 'De momento, não é possível entrar na reunião. Tente novamente.',
    internal: 'Ocorreu um erro nesta página. Tente novamente.',
  },
} satisfies Locale;
