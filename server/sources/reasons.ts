/** Why a document is skipped, in words for the writer; each is a message of its own to translate. */
export const reasons = {
  empty: 'empty',
  /** Its bytes are not what its name promises; what a library throws at them is written for programmers. */
  damaged: 'damaged: it cannot be read as the kind of file its name says',
  noText: 'holds no text',
  pictures: 'holds no text: its pages are pictures, as of a scan',
  password: 'protected by a password',
  passwordOrOld: 'protected by a password, or in an old Office format',
  copyProtection: 'protected against copying',
  entities: 'defines XML entities, which no document needs',
  bomb: 'unpacks to far more than a document holds',
  tooManyPages: 'has more than 5,000 pages',
  tooManyCells: 'has too many cells: it is a database',
  tooMuchText: 'holds too much text',
  tooLargePage: 'too large to be read as a web page',
  tooLong: 'takes too long to read',
  tooMuchMemory: 'takes too much memory to read',
} as const;
