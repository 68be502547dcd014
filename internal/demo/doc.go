// Package demo is the sample department: invented people, real kinds of cases,
// the years 2019 to 2024 and the plan of 2023. It is pure and always the same, so
// that screens, tests and manuals can speak of its people by code.
//
// The facts stand in data/*.txt, one table a file, each with its columns named in
// its first lines. The stories they tell are listed in the test of the stories.
package demo
