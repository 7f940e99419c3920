import { expect, it } from 'vitest';
import { copyDeep } from '../../src/utils/copy-deep.ts';

it('copies plain objects and arrays without undefined fields, and passes on everything else', () => {
  const date = new Date();
  const run = () => {};
  const given = { list: [undefined, { no: undefined, date }], run, zero: 0, none: null, no: undefined };
  const copy = copyDeep(given);
  expect(Object.keys(copy)).toEqual(['list', 'run', 'zero', 'none']);
  expect(copy).toEqual({ list: [undefined, { date }], run, zero: 0, none: null });
  expect(copy.list).not.toBe(given.list);
  expect((copy.list[1] as { date: Date }).date).toBe(date);
});

it('keeps the shape of a cycle', () => {
  const given: { self?: unknown; list: unknown[] } = { list: [] };
  given.self = given;
  given.list.push(given);
  const copy = copyDeep(given);
  expect(copy).not.toBe(given);
  expect(copy.self).toBe(copy);
  expect(copy.list[0]).toBe(copy);
});

it('puts something else in the place of a value, by its path', () => {
  const given = { a: { b: [1, 2] }, b: 1 };
  expect(copyDeep(given, (value, path) => (path.join('.') === 'a.b.1' ? 'two' : value))).toEqual({
    a: { b: [1, 'two'] },
    b: 1,
  });
});
