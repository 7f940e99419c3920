import type { Locale } from './locale.ts';

const setup = 'このミーティングは正しく設定されていません。このサイトの運営者にお知らせください。';
const connection = 'Zoomに接続できません。ネットワーク接続を確認して、もう一度お試しください。';

export default {
  join: 'ミーティングに参加',
  authorizing: '参加の許可を確認しています…',
  loading: 'Zoomを読み込んでいます…',
  joining: 'ミーティングに接続しています…',
  slow: '引き続き参加の処理をしています… 通常より時間がかかっています。',
  waitingForHost: 'ホストがミーティングを開始するのを待っています',
  waitingForHostHint: '開始され次第、参加できます。',
  nextTry: '{seconds}秒後に再試行します',
  tryingNow: '再試行しています…',
  tryNow: '今すぐ再試行',
  waitingForAdmission: 'まもなくホストが参加を許可します',
  joined: 'ミーティングに参加しています',
  reconnecting: '再接続しています…',
  reconnectingHint: '接続が切れました。まもなくミーティングに戻ります。',
  left: {
    user: 'ミーティングから退出しました',
    removed: 'ミーティングから削除されました',
    ended: 'ホストがミーティングを終了しました',
    'time-limit': 'ミーティングが制限時間に達しました',
    elsewhere: 'このミーティングには別の場所から参加しています',
    other: 'ミーティングは終了しました',
  },
  failed: 'ミーティングに参加できません',
  connectionLost: '接続が切れました',
  rejoin: '再度参加',
  retry: '再試行',
  cancel: 'キャンセル',
  leave: '退出',
  openZoom: 'Zoomで続ける',
  errors: {
    'invalid-meeting': setup,
    'invalid-user-name': 'ミーティングに参加するには、お名前を入力してください。',
    'invalid-options': setup,
    'signature-request-failed': '参加の許可を取得できませんでした。もう一度お試しください。',
    'signature-unreachable':
      'このサイトに接続できません。ネットワーク接続を確認して、もう一度お試しください。',
    'signature-timeout': '参加の許可の確認に時間がかかりすぎています。もう一度お試しください。',
    'signature-denied':
      'このミーティングへの参加は許可されていません。このサイトにサインインしているかご確認ください。',
    'signature-endpoint-failed':
      '現在、このサイトで問題が発生しています。しばらくしてからもう一度お試しください。',
    'signature-unreadable': setup,
    'signature-missing': setup,
    'signature-invalid': setup,
    'signature-expired': '参加の許可の有効期限が切れました。もう一度お試しください。',
    'component-load-failed': connection,
    'sdk-load-failed':
      'Zoomを読み込めませんでした。ネットワーク接続と、ブラウザの広告ブロックなどの機能を確認してください。',
    'sdk-file-missing': setup,
    'sdk-blocked':
      'ブラウザまたはネットワークがZoomをブロックしています。広告ブロックなどの機能を確認するか、別のネットワークでお試しください。',
    'sdk-blocked-by-policy': setup,
    'sdk-load-timeout':
      'Zoomの読み込みに時間がかかりすぎています。ネットワーク接続を確認して、もう一度お試しください。',
    'sdk-not-found': setup,
    'sdk-assets-unreachable':
      'Zoomのメディアファイルを読み込めませんでした。ネットワーク接続を確認して、もう一度お試しください。',
    'sdk-outdated': setup,
    'page-sandboxed': setup,
    'insecure-context': 'ミーティングは安全な接続（https）でのみ利用できます。',
    'browser-unsupported':
      'このブラウザではミーティングを表示できません。最新のパソコン用ブラウザまたはZoomアプリをお使いください。',
    'phone-unsupported':
      'このミーティングはスマートフォンでは表示できません。パソコンまたはZoomアプリをお使いください。',
    offline: 'オフラインのようです。ネットワーク接続を確認して、もう一度お試しください。',
    'wrong-passcode': 'このミーティングのパスコードが受け付けられませんでした。',
    'not-started': 'ホストはまだこのミーティングを開始していません。しばらくしてからもう一度お試しください。',
    'meeting-not-found': 'このミーティングは存在しないか、すでに無効になっています。',
    'meeting-ended': 'このミーティングは終了しました。',
    'meeting-full': 'ミーティングは満員です。',
    'meeting-locked': 'ホストがミーティングをロックしています。参加できるようホストにご依頼ください。',
    'another-meeting-in-progress':
      'ホストは別のミーティングに参加中です。しばらくしてからもう一度お試しください。',
    'email-required': 'このミーティングにはメールアドレスが必要です。',
    'registration-required': 'このミーティングには事前の登録が必要です。',
    'login-required': 'このミーティングにはZoomへのサインインが必要です。',
    removed: 'ホストによってこのミーティングから削除されました。',
    'duplicate-participant': 'すでにこのミーティングに参加しています。別のデバイスをご確認ください。',
    blocked: 'ホストの組織により、このミーティングへの参加は許可されていません。',
    'web-join-disabled': 'このミーティングにはブラウザから参加できません。Zoomアプリをお使いください。',
    'permission-denied': setup,
    'token-invalid': setup,
    'authorized-user-absent':
      '参加を許可する担当者がミーティングにいません。しばらくしてからもう一度お試しください。',
    'too-many-requests': 'Zoomが混み合っています。しばらく待ってからもう一度お試しください。',
    'connection-failed': connection,
    'connection-lost': 'ミーティングへの接続が切れました。もう一度お試しください。',
    'join-timeout': '参加に時間がかかりすぎています。ネットワーク接続を確認して、もう一度お試しください。',
    'join-failed': '現在、ミーティングに参加できません。もう一度お試しください。',
    internal: 'このページで問題が発生しました。もう一度お試しください。',
  },
  otherWays: {
    openApp: 'Zoomアプリで開く',
    openTab: '新しいタブで開く',
    copyLink: 'このページのリンクをコピー',
    copied: 'コピーしました',
    notOpened: '開けませんでした。もう一度お試しください。',
    noCamera: 'このページではカメラを使用できません。',
    noMicrophone: 'このページではマイクを使用できません。',
    noCameraNorMicrophone: 'このページではカメラとマイクを使用できません。',
    dismiss: '閉じる',
  },
} satisfies Locale;
