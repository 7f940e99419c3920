import type { Locale } from './locale.ts';

const setup =
  'Dieses Meeting ist nicht richtig eingerichtet. Bitte wenden Sie sich an die Betreiber dieser Website.';
const connection = 'Zoom ist nicht erreichbar. Bitte prüfen Sie Ihre Verbindung und versuchen Sie es erneut.';

export default {
  join: 'Meeting beitreten',
  authorizing: 'Zugang wird angefragt…',
  loading: 'Zoom wird geladen…',
  joining: 'Verbindung zum Meeting wird hergestellt…',
  slow: 'Der Beitritt läuft noch… Es dauert länger als üblich.',
  waitingForHost: 'Warten, bis der Host das Meeting startet',
  waitingForHostHint: 'Sobald es beginnt, sind Sie dabei.',
  nextTry: 'Nächster Versuch in {seconds} s',
  tryingNow: 'Neuer Versuch läuft…',
  tryNow: 'Jetzt versuchen',
  waitingForAdmission: 'Der Host lässt Sie bald eintreten',
  joined: 'Sie sind im Meeting',
  reconnecting: 'Verbindung wird wiederhergestellt…',
  reconnectingHint: 'Die Verbindung ist unterbrochen. Sie sind gleich wieder dabei.',
  left: {
    user: 'Sie haben das Meeting verlassen',
    removed: 'Sie wurden aus dem Meeting entfernt',
    ended: 'Der Host hat das Meeting beendet',
    'time-limit': 'Das Zeitlimit des Meetings ist erreicht',
    elsewhere: 'Sie sind diesem Meeting anderswo beigetreten',
    other: 'Das Meeting wurde geschlossen',
  },
  failed: 'Beitritt zum Meeting nicht möglich',
  connectionLost: 'Verbindung verloren',
  rejoin: 'Erneut beitreten',
  retry: 'Erneut versuchen',
  cancel: 'Abbrechen',
  leave: 'Verlassen',
  openZoom: 'Bei Zoom fortfahren',
  errors: {
    'invalid-meeting': setup,
    'invalid-user-name': 'Bitte geben Sie Ihren Namen ein, um dem Meeting beizutreten.',
    'invalid-options': setup,
    'signature-request-failed': 'Ihr Zugang konnte nicht angefragt werden. Bitte versuchen Sie es erneut.',
    'signature-unreachable':
      'Diese Website ist nicht erreichbar. Bitte prüfen Sie Ihre Verbindung und versuchen Sie es erneut.',
    'signature-timeout': 'Die Anfrage Ihres Zugangs dauert zu lange. Bitte versuchen Sie es erneut.',
    'signature-denied':
      'Sie dürfen an diesem Meeting nicht teilnehmen. Sind Sie auf dieser Website angemeldet?',
    'signature-endpoint-failed':
      'Diese Website hat gerade ein Problem. Bitte versuchen Sie es gleich noch einmal.',
    'signature-unreadable': setup,
    'signature-missing': setup,
    'signature-invalid': setup,
    'signature-expired': 'Ihr Zugang ist abgelaufen. Bitte versuchen Sie es erneut.',
    'component-load-failed': connection,
    'sdk-load-failed':
      'Zoom konnte nicht geladen werden. Bitte prüfen Sie Ihre Verbindung und die Blocker in Ihrem Browser.',
    'sdk-file-missing': setup,
    'sdk-blocked':
      'Etwas in Ihrem Browser oder Netzwerk blockiert Zoom. Bitte prüfen Sie Ihre Blocker oder versuchen Sie es in einem anderen Netzwerk.',
    'sdk-blocked-by-policy': setup,
    'sdk-load-timeout': 'Zoom lädt zu lange. Bitte prüfen Sie Ihre Verbindung und versuchen Sie es erneut.',
    'sdk-not-found': setup,
    'sdk-assets-unreachable':
      'Die Mediendateien von Zoom konnten nicht geladen werden. Bitte prüfen Sie Ihre Verbindung und versuchen Sie es erneut.',
    'sdk-outdated': setup,
    'page-sandboxed': setup,
    'insecure-context': 'Meetings funktionieren nur über eine sichere Verbindung (https).',
    'browser-unsupported':
      'Dieser Browser kann das Meeting nicht anzeigen. Bitte nutzen Sie einen aktuellen Browser am Computer oder die Zoom-App.',
    'phone-unsupported':
      'Dieses Meeting kann auf einem Smartphone nicht angezeigt werden. Bitte nutzen Sie einen Computer oder die Zoom-App.',
    offline: 'Sie scheinen offline zu sein. Bitte prüfen Sie Ihre Verbindung und versuchen Sie es erneut.',
    'wrong-passcode': 'Der Kenncode dieses Meetings wurde nicht angenommen.',
    'not-started':
      'Der Host hat dieses Meeting noch nicht gestartet. Bitte versuchen Sie es gleich noch einmal.',
    'meeting-not-found': 'Dieses Meeting gibt es nicht oder es ist nicht mehr gültig.',
    'meeting-ended': 'Dieses Meeting ist beendet.',
    'meeting-full': 'Das Meeting ist voll.',
    'meeting-locked':
      'Der Host hat das Meeting gesperrt. Bitte wenden Sie sich an den Host, um eingelassen zu werden.',
    'another-meeting-in-progress':
      'Der Host ist noch in einem anderen Meeting. Bitte versuchen Sie es später erneut.',
    'email-required': 'Für dieses Meeting wird Ihre E-Mail-Adresse benötigt.',
    'registration-required': 'Für dieses Meeting müssen Sie sich zuerst registrieren.',
    'login-required': 'Für dieses Meeting müssen Sie sich bei Zoom anmelden.',
    removed: 'Der Host hat Sie aus diesem Meeting entfernt.',
    'duplicate-participant': 'Sie sind bereits in diesem Meeting, vielleicht auf einem anderen Gerät.',
    blocked: 'Die Organisation des Hosts erlaubt Ihnen die Teilnahme an diesem Meeting nicht.',
    'web-join-disabled': 'Diesem Meeting kann man im Browser nicht beitreten. Bitte nutzen Sie die Zoom-App.',
    'permission-denied': setup,
    'token-invalid': setup,
    'authorized-user-absent':
      'Die Person, die Sie einlässt, ist nicht im Meeting. Bitte versuchen Sie es später erneut.',
    'too-many-requests':
      'Zoom ist gerade ausgelastet. Bitte warten Sie einen Moment und versuchen Sie es erneut.',
    'connection-failed': connection,
    'connection-lost': 'Die Verbindung zum Meeting ist abgebrochen. Bitte versuchen Sie es erneut.',
    'join-timeout':
      'Der Beitritt dauert zu lange. Bitte prüfen Sie Ihre Verbindung und versuchen Sie es erneut.',
    'join-failed': 'Der Beitritt zum Meeting ist gerade nicht möglich. Bitte versuchen Sie es erneut.',
    internal: 'Auf dieser Seite ist ein Fehler aufgetreten. Bitte versuchen Sie es erneut.',
  },
  otherWays: {
    openApp: 'In der Zoom-App öffnen',
    openTab: 'In neuem Tab öffnen',
    copyLink: 'Link zu dieser Seite kopieren',
    copied: 'Kopiert',
    notOpened: 'Das hat nicht geklappt. Bitte versuchen Sie es erneut.',
    noCamera: 'Die Kamera ist auf dieser Seite nicht verfügbar.',
    noMicrophone: 'Das Mikrofon ist auf dieser Seite nicht verfügbar.',
    noCameraNorMicrophone: 'Kamera und Mikrofon sind auf dieser Seite nicht verfügbar.',
    dismiss: 'Schließen',
  },
} satisfies Locale;
