// To be evaluated in a page that is in a practice meeting.

/** Has the SDK reconnect, and keeps it at that for 5 s, which is less than it has patience for. */
export function beginReconnecting(): void {
  const { network } = window.app.practice;
  network.setLatency(5_000);
  void network.failover();
}

/** From now on it is answered at once. */
export function finishReconnecting(): void {
  window.app.practice.network.setLatency(0);
}
