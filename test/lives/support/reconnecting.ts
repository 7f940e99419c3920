// The functions in this file are evaluated in a page that is in a simulated meeting.

/** Makes the SDK reconnect, and delays each answer by 5 s, which is less than the SDK waits. */
export function beginReconnecting(): void {
  const { network } = window.app.practice;
  network.setLatency(5_000);
  void network.failover();
}

/** From now on, the SDK gets its answers at once. */
export function finishReconnecting(): void {
  window.app.practice.network.setLatency(0);
}
