// Package view is what is in the open file at one moment, read only: the rows of a year as
// screens and papers show them, what each case comes to, and in one sentence what would be
// wrong with a row before it is written. A View is made once per change and never altered;
// it knows no store and writes nothing. Package app makes it and is the one that writes.
package view
