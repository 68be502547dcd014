// Package intake turns the records an office already has into facts: it finds the tables
// on the sheets of any file, says what each is, and reads staff, ratings, awards,
// initiatives, discipline, absences and pledges out of them. It is pure: sheets in, facts
// out, with the cells each fact was read from. What it does not surely read it hands on
// as a doubt or names as left; it drops nothing and guesses nothing silently. Words are
// data: the tables of synonyms are words.toml.
package intake
