/** Code that every app of the benchmark can load later, and that no run of it loads. */
export function open(): void {
  document.title = 'Settings';
}
