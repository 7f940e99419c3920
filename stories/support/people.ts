export const two = ['Grace Hopper', 'Alan Turing'];

/** With the person who joins. */
export const nine = [
  ...two,
  'Katherine Johnson',
  'Edsger Dijkstra',
  'Barbara Liskov',
  'Donald Knuth',
  'Radia Perlman',
  'Margaret Hamilton',
];
