package view

// MaxPaper is how large one file of a dossier may be, which the data file carries, or a
// template.
const MaxPaper = 20 << 20
