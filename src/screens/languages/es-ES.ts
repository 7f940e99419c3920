import type { Locale } from './locale.ts';

const setup = 'Esta reunión no está bien configurada. Comuníqueselo a los responsables de este sitio web.';
const connection = 'No se puede acceder a Zoom. Compruebe su conexión e inténtelo de nuevo.';

export default {
  join: 'Unirse a la reunión',
  authorizing: 'Solicitando acceso…',
  loading: 'Cargando Zoom…',
  joining: 'Conectando con la reunión…',
  slow: 'Seguimos conectando… Está tardando más de lo habitual.',
  waitingForHost: 'Esperando a que el anfitrión inicie la reunión',
  waitingForHostHint: 'Entrará en cuanto empiece.',
  nextTry: 'Próximo intento en {seconds} s',
  tryingNow: 'Intentándolo…',
  tryNow: 'Intentar ahora',
  waitingForAdmission: 'El anfitrión le permitirá entrar pronto',
  joined: 'Está en la reunión',
  reconnecting: 'Reconectando…',
  reconnectingHint: 'Se perdió la conexión. Volverá a la reunión en un momento.',
  left: {
    user: 'Ha salido de la reunión',
    removed: 'Se le ha retirado de la reunión',
    ended: 'El anfitrión ha finalizado la reunión',
    'time-limit': 'La reunión ha alcanzado su límite de tiempo',
    elsewhere: 'Se ha unido a esta reunión desde otro lugar',
    other: 'La reunión se ha cerrado',
  },
  failed: 'No es posible unirse a la reunión',
  connectionLost: 'Conexión perdida',
  rejoin: 'Volver a unirse',
  retry: 'Intentar de nuevo',
  cancel: 'Cancelar',
  leave: 'Salir',
  openZoom: 'Continuar en Zoom',
  errors: {
    'invalid-meeting': setup,
    'invalid-user-name': 'Introduzca su nombre para unirse a la reunión.',
    'invalid-options': setup,
    'signature-request-failed': 'No hemos podido obtener su acceso. Inténtelo de nuevo.',
    'signature-unreachable':
      'No se puede acceder a este sitio web. Compruebe su conexión e inténtelo de nuevo.',
    'signature-timeout': 'La solicitud de acceso está tardando demasiado. Inténtelo de nuevo.',
    'signature-denied': 'No tiene permiso para unirse a esta reunión. ¿Ha iniciado sesión en este sitio web?',
    'signature-endpoint-failed':
      'Este sitio web tiene un problema en este momento. Inténtelo de nuevo dentro de un momento.',
    'signature-unreadable': setup,
    'signature-missing': setup,
    'signature-invalid': setup,
    'signature-expired': 'Su acceso ha caducado. Inténtelo de nuevo.',
    'component-load-failed': connection,
    'sdk-load-failed': 'No se pudo cargar Zoom. Compruebe su conexión y los bloqueadores de su navegador.',
    'sdk-file-missing': setup,
    'sdk-blocked':
      'Algo en su navegador o en su red bloquea Zoom. Revise sus bloqueadores o pruebe con otra red.',
    'sdk-blocked-by-policy': setup,
    'sdk-load-timeout': 'Zoom tarda demasiado en cargarse. Compruebe su conexión e inténtelo de nuevo.',
    'sdk-not-found': setup,
    'sdk-assets-unreachable':
      'No se pudieron cargar los archivos multimedia de Zoom. Compruebe su conexión e inténtelo de nuevo.',
    'sdk-outdated': setup,
    'insecure-context': 'Las reuniones solo funcionan con una conexión segura (https).',
    'browser-unsupported':
      'Este navegador no puede mostrar la reunión. Utilice un navegador de escritorio actualizado o la aplicación de Zoom.',
    'phone-unsupported':
      'Esta reunión no se puede mostrar en un teléfono. Utilice un ordenador o la aplicación de Zoom.',
    offline: 'Parece que no tiene conexión. Compruébela e inténtelo de nuevo.',
    'wrong-passcode': 'No se ha aceptado el código de acceso de esta reunión.',
    'not-started':
      'El anfitrión todavía no ha iniciado esta reunión. Inténtelo de nuevo dentro de un momento.',
    'meeting-not-found': 'Esta reunión no existe o ya no es válida.',
    'meeting-ended': 'Esta reunión ha terminado.',
    'meeting-full': 'La reunión está completa.',
    'meeting-locked': 'El anfitrión ha bloqueado la reunión. Pídale que le deje entrar.',
    'another-meeting-in-progress': 'El anfitrión todavía está en otra reunión. Inténtelo de nuevo más tarde.',
    'email-required': 'Esta reunión requiere su dirección de correo electrónico.',
    'registration-required': 'Esta reunión requiere que se registre antes.',
    'login-required': 'Esta reunión requiere que inicie sesión en Zoom.',
    removed: 'El anfitrión le ha retirado de esta reunión.',
    'duplicate-participant': 'Ya está en esta reunión, quizá desde otro dispositivo.',
    blocked: 'La organización del anfitrión no le permite unirse a esta reunión.',
    'web-join-disabled':
      'No es posible unirse a esta reunión desde un navegador. Utilice la aplicación de Zoom.',
    'permission-denied': setup,
    'token-invalid': setup,
    'authorized-user-absent':
      'La persona que le da acceso no está en la reunión. Inténtelo de nuevo más tarde.',
    'too-many-requests': 'Zoom está saturado. Espere un momento e inténtelo de nuevo.',
    'connection-failed': connection,
    'connection-lost': 'Se ha perdido la conexión con la reunión. Inténtelo de nuevo.',
    'join-timeout':
      'La conexión con la reunión está tardando demasiado. Compruebe su red e inténtelo de nuevo.',
    'join-failed': 'No es posible unirse a la reunión en este momento. Inténtelo de nuevo.',
    internal: 'Se ha producido un error en esta página. Inténtelo de nuevo.',
  },
} satisfies Locale;
