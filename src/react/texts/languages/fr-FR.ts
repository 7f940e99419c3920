import type { Locale } from './locale.ts';

const setup =
  'Cette réunion n’est pas configurée correctement. Veuillez le signaler aux responsables de ce site.';
const connection = 'Zoom est inaccessible. Veuillez vérifier votre connexion, puis réessayer.';

export default {
  join: 'Rejoindre la réunion',
  authorizing: 'Demande d’accès…',
  loading: 'Chargement de Zoom…',
  joining: 'Connexion à la réunion…',
  slow: 'Connexion toujours en cours… Cela prend plus de temps que d’habitude.',
  waitingForHost: 'En attente du lancement de la réunion par l’hôte',
  waitingForHostHint: 'Vous y entrerez dès qu’elle commencera.',
  nextTry: 'Prochain essai dans {seconds} s',
  tryingNow: 'Nouvel essai en cours…',
  tryNow: 'Essayer maintenant',
  waitingForAdmission: 'L’hôte vous laissera bientôt entrer',
  joined: 'Vous êtes dans la réunion',
  reconnecting: 'Reconnexion…',
  reconnectingHint: 'La connexion a été perdue. Vous serez de retour dans un instant.',
  left: {
    user: 'Vous avez quitté la réunion',
    removed: 'Il a été mis fin à votre participation',
    ended: 'L’hôte a mis fin à la réunion',
    'time-limit': 'La réunion a atteint sa durée maximale',
    elsewhere: 'Vous avez rejoint cette réunion ailleurs',
    other: 'La réunion a été fermée',
  },
  failed: 'Impossible de rejoindre la réunion',
  connectionLost: 'Connexion perdue',
  rejoin: 'Rejoindre à nouveau',
  retry: 'Réessayer',
  cancel: 'Annuler',
  leave: 'Quitter',
  openZoom: 'Continuer sur Zoom',
  errors: {
    'invalid-meeting': setup,
    'invalid-user-name': 'Veuillez saisir votre nom pour rejoindre la réunion.',
    'invalid-options': setup,
    'signature-request-failed': 'Votre accès n’a pas pu être obtenu. Veuillez réessayer.',
    'signature-unreachable': 'Ce site est inaccessible. Veuillez vérifier votre connexion, puis réessayer.',
    'signature-timeout': 'La demande d’accès prend trop de temps. Veuillez réessayer.',
    'signature-denied':
      'Vous n’avez pas l’autorisation de rejoindre cette réunion. Avez-vous ouvert une session sur ce site\u00a0?',
    'signature-endpoint-failed': 'Ce site rencontre un problème. Veuillez réessayer dans un instant.',
    'signature-unreadable': setup,
    'signature-missing': setup,
    'signature-invalid': setup,
    'signature-expired': 'Votre accès a expiré. Veuillez réessayer.',
    'component-load-failed': connection,
    'sdk-load-failed':
      'Zoom n’a pas pu être chargé. Veuillez vérifier votre connexion et les bloqueurs de votre navigateur.',
    'sdk-file-missing': setup,
    'sdk-blocked':
      'Votre navigateur ou votre réseau bloque Zoom. Veuillez vérifier vos bloqueurs ou essayer un autre réseau.',
    'sdk-blocked-by-policy': setup,
    'sdk-load-timeout':
      'Le chargement de Zoom prend trop de temps. Veuillez vérifier votre connexion, puis réessayer.',
    'sdk-not-found': setup,
    'sdk-assets-unreachable':
      'Les fichiers multimédias de Zoom n’ont pas pu être chargés. Veuillez vérifier votre connexion, puis réessayer.',
    'sdk-outdated': setup,
    'page-sandboxed': setup,
    'insecure-context': 'Les réunions nécessitent une connexion sécurisée (https).',
    'browser-unsupported':
      'Ce navigateur ne peut pas afficher la réunion. Veuillez utiliser un navigateur récent sur ordinateur ou l’application Zoom.',
    'phone-unsupported':
      'Cette réunion ne peut pas être affichée sur un téléphone. Veuillez utiliser un ordinateur ou l’application Zoom.',
    offline: 'Vous semblez être hors ligne. Veuillez vérifier votre connexion, puis réessayer.',
    'wrong-passcode': 'Le code secret de cette réunion n’a pas été accepté.',
    'not-started': 'L’hôte n’a pas encore lancé cette réunion. Veuillez réessayer dans un instant.',
    'meeting-not-found': 'Cette réunion n’existe pas ou n’est plus valide.',
    'meeting-ended': 'Cette réunion est terminée.',
    'meeting-full': 'La réunion est complète.',
    'meeting-locked': 'L’hôte a verrouillé la réunion. Veuillez lui demander de vous laisser entrer.',
    'another-meeting-in-progress': 'L’hôte est encore dans une autre réunion. Veuillez réessayer plus tard.',
    'email-required': 'Votre adresse e-mail est requise pour cette réunion.',
    'registration-required': 'Cette réunion nécessite une inscription préalable.',
    'login-required': 'Vous devez vous connecter à Zoom pour rejoindre cette réunion.',
    removed: 'L’hôte a mis fin à votre participation à cette réunion.',
    'duplicate-participant': 'Vous êtes déjà dans cette réunion, peut-être sur un autre appareil.',
    blocked: 'L’organisation de l’hôte ne vous permet pas de rejoindre cette réunion.',
    'web-join-disabled':
      'Cette réunion n’est pas accessible depuis un navigateur. Veuillez utiliser l’application Zoom.',
    'permission-denied': setup,
    'token-invalid': setup,
    'authorized-user-absent':
      'La personne qui vous donne accès n’est pas dans la réunion. Veuillez réessayer plus tard.',
    'too-many-requests': 'Zoom est très sollicité. Veuillez patienter un instant, puis réessayer.',
    'connection-failed': connection,
    'connection-lost': 'La connexion à la réunion a été perdue. Veuillez réessayer.',
    'join-timeout':
      'La connexion à la réunion prend trop de temps. Veuillez vérifier votre réseau, puis réessayer.',
    'join-failed': 'Impossible de rejoindre la réunion pour le moment. Veuillez réessayer.',
    internal: 'Une erreur s’est produite sur cette page. Veuillez réessayer.',
  },
  otherWays: {
    openApp: 'Ouvrir dans l’application Zoom',
    openTab: 'Ouvrir un nouvel onglet',
    copyLink: 'Copier le lien de cette page',
    copied: 'Copié',
    notOpened: 'Cela n’a pas fonctionné. Veuillez réessayer.',
    noCamera: 'La caméra n’est pas disponible sur cette page.',
    noMicrophone: 'Le micro n’est pas disponible sur cette page.',
    noCameraNorMicrophone: 'La caméra et le micro ne sont pas disponibles sur cette page.',
    dismiss: 'Fermer',
  },
} satisfies Locale;
