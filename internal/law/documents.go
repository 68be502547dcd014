package law

import (
	"fmt"
	"io/fs"
	"slices"

	"tdkt/internal/tdkt"
)

// What a Document is cited for.
const (
	AboutMerit  = "thi đua, khen thưởng"
	AboutSalary = "lương cơ sở"
	AboutRating = "xếp loại chất lượng"
)

// Document (văn bản) is a legal text that the office's papers may cite: who issued it, when
// it was signed, and between which days it holds.
type Document struct {
	Key, Type, Number, Issuer, Title string

	Signed, From tdkt.Day
	Till         tdkt.Day // its last day in force, zero while nobody ended it
	Replaces     []string // keys
	About, Mark  string
	Within       string // key of the consolidated text it was read in, "" when in its own
}

// lawType is the one type of document that is cited without its number.
const lawType = "Luật"

// Citation names the document as Decree 30/2020 asks of a paper's bases: type, number, day,
// issuer and title; a law without its number and issuer.
func (d Document) Citation() string {
	if d.Type == lawType {
		return fmt.Sprintf("%s %s %s", d.Type, d.Title, d.Signed.Long())
	}
	return fmt.Sprintf("%s số %s %s của %s %s", d.Type, d.Number, d.Signed.Long(), d.Issuer, d.Title)
}

// InForce says whether the document may be cited by a paper of a day.
func (d Document) InForce(on tdkt.Day) bool {
	return d.From <= on && (d.Till == 0 || on <= d.Till)
}

// Documents lists what a paper of a day may cite about something, the laws first, each in
// the order of the file.
func (r *Rules) Documents(about string, on tdkt.Day) []Document {
	var list []Document
	for _, d := range r.documents {
		if d.About == about && d.InForce(on) {
			list = append(list, d)
		}
	}
	return list
}

// Document finds a legal text by its number; false for one that the program does not know.
func (r *Rules) Document(number string) (Document, bool) {
	i := slices.IndexFunc(r.documents, func(d Document) bool { return d.Number == number })
	if i < 0 {
		return Document{}, false
	}
	return r.documents[i], true
}

// documentFile is regimes/documents.toml.
type documentFile struct {
	Document []struct {
		Key, Type, Number, Issuer, Title, About, Mark, Within string

		Signed, From, Till date
		Replaces           []string
	}
}

func (r *Rules) loadDocuments(dir fs.FS) error {
	const name = "documents.toml"
	if _, err := fs.Stat(dir, name); err != nil {
		return nil //nolint:nilerr // a draft of other books need not bring this one
	}
	var file documentFile
	if _, err := decode(dir, name, &file); err != nil {
		return err
	}
	for _, f := range file.Document {
		d := Document{
			Key: f.Key, Type: f.Type, Number: f.Number, Issuer: f.Issuer, Title: f.Title, About: f.About, Mark: f.Mark,
			Signed: f.Signed.Day, From: f.From.Day, Till: f.Till.Day, Replaces: f.Replaces, Within: f.Within,
		}
		if err := r.checkDocument(d); err != nil {
			return fmt.Errorf("law: %s: document %q: %w", name, f.Key, err)
		}
		r.documents = append(r.documents, d)
	}
	return nil
}

// checkDocument refuses a text that could not be cited, or whose days contradict those of
// what it replaces.
func (r *Rules) checkDocument(d Document) error {
	switch {
	case d.Key == "" || d.Type == "" || d.Number == "" || d.Issuer == "" || d.Title == "":
		return fmt.Errorf("key, type, number, issuer and title must be given")
	case !slices.Contains([]string{AboutMerit, AboutSalary, AboutRating}, d.About):
		return fmt.Errorf("about %q is unknown", d.About)
	case !knownMark(d.Mark):
		return fmt.Errorf("mark %q is unknown", d.Mark)
	case d.Signed == 0 || d.From < d.Signed || d.Till != 0 && d.Till < d.From:
		return fmt.Errorf("signed, from and till are not in order")
	}
	for _, key := range d.Replaces {
		i := slices.IndexFunc(r.documents, func(o Document) bool { return o.Key == key })
		if i < 0 {
			return fmt.Errorf("replaces %q, which does not stand before it", key)
		}
		if old := r.documents[i]; old.Till == 0 || old.Till.Next() != d.From {
			return fmt.Errorf("replaces %q, which must end on the day before %s", key, d.From)
		}
	}
	return nil
}
