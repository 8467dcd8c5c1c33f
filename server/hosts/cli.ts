/** The command line: `second-source check | conflicts | extract | serve`. */
console.log('second-source');
