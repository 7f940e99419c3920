/**
 * Copies plain objects and arrays at any depth, including cycles. Undefined fields are left out. Everything else,
 * such as elements, class instances and functions, is passed on as it is.
 *
 * @param replace Returns the replacement for a value, or the value itself to have it copied. `path` lists the keys
 *   that lead to it.
 */
export function copyDeep<T>(
  value: T,
  replace: (value: unknown, path: readonly string[]) => unknown = (value) => value,
): T {
  const copies = new Map<unknown, object>();
  const copy = (entry: unknown, path: readonly string[]): unknown => {
    const found = replace(entry, path);
    if (found !== entry || !(Array.isArray(entry) || isPlainObject(entry))) return found;
    let made = copies.get(entry);
    if (made === undefined) {
      made = Array.isArray(entry) ? [] : {};
      copies.set(entry, made);
      for (const [key, field] of Object.entries(entry))
        if (field !== undefined || Array.isArray(entry))
          Object.assign(made, { [key]: copy(field, [...path, key]) });
    }
    return made;
  };
  return copy(value, []) as T;
}

/** Also true for plain objects of another window, which have that window's `Object.prototype`. */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
