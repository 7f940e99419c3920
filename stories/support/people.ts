export const two = ['Grace Hopper', 'Alan Turing'];

/** Nine people, together with the user who joins. */
export const nine = [
  ...two,
  'Katherine Johnson',
  'Edsger Dijkstra',
  'Barbara Liskov',
  'Donald Knuth',
  'Radia Perlman',
  'Margaret Hamilton',
];
