/**
 * Returns a copy with the object's own fields and without a prototype. If something has polluted
 * `Object.prototype`, a field that is missing stays missing: nobody becomes a host by `Object.prototype.role`.
 * Anything but an object is returned as it is. (valibot needs it for a schema, too: it reads the fields with
 * `for … in`.)
 */
export const ownFields = <T>(given: T): T =>
  typeof given === 'object' && given !== null ? Object.assign(Object.create(null), given) : given;
