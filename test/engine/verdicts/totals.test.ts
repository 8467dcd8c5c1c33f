/** Counts of one day or one of several events, beside those of all: who has both tells them apart. */
import { test } from 'vitest';
import { check, libraryOf } from '../check.ts';

const riots = {
  a: 'Riots in Marlow killed three people on Tuesday alone, the ministry of Velmont said. Since June 95 people have been killed in the riots in Marlow.',
  b: 'The riots in Marlow have killed at least 90 people, said the ministry of Velmont.',
};

test('a count of one day is not held against what is about that of all days, where the source that has it tells both', () => {
  check(
    libraryOf(riots),
    `
    On Tuesday the riots in Marlow killed three people, the ministry of Velmont said.
                                          ^^^^^ supported +a
    `,
  );
});

test('it is where no source tells both', () => {
  check(
    libraryOf({ ...riots, a: 'Riots in Marlow killed three people on Tuesday alone, the ministry of Velmont said.' }),
    `
    On Tuesday the riots in Marlow killed three people, the ministry of Velmont said.
                                          ^^^^^ conflicting +a -b
    `,
  );
});

test('where a quake was is no part of where it killed', () => {
  const library = libraryOf({
    a: 'Rescuers reached Brod on Friday. The quake in Brod killed 304 people and injured 1,800 others in the valley.',
    b: { text: 'So far the quake has injured 5,700 people, the ministry said. Bridges fell in Brod.', date: '2021-05-04' },
  });
  check(
    library,
    `
    The quake in Brod injured 1,800 people.
                              ^^^^^ conflicting +a -b
    `,
  );
});

test('those whom it killed in one town are only some of all', () => {
  const library = libraryOf({
    a: 'Rescuers reached Brod on Friday. The quake injured 1,800 people in Brod.',
    b: { text: 'So far the quake has injured 5,700 people, the ministry said. Bridges fell in Brod.', date: '2021-05-04' },
  });
  check(
    library,
    `
    The quake injured 1,800 people in Brod.
                      ^^^^^ supported +a
    `,
  );
});
