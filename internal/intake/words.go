package intake

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"

	"github.com/BurntSushi/toml"

	"tdkt/internal/tdkt"
)

//go:embed words.toml
var wordsFile string

// wordsTOML is words.toml as it is written.
type wordsTOML struct {
	Header []struct {
		Field string
		Exact []string
		Has   []string
	}
	Noun      struct{ Before, Person, Unit, Collective, Behind []string }
	Short     map[string]string
	Honorific struct{ Male, Female, Other, Family []string }
	Post      struct{ Lead, Ask, Plain, Party []string }
	Unit      struct {
		Begin []string
		Short []struct {
			Short []string
			Name  string
		}
	}
	Rating []struct {
		Level string
		Sure  *bool
		Words []string
	}
	Title []struct {
		Code   string
		Of     string
		Yearly bool
		Words  []string
	}
	Form []struct {
		Name, Ask, Alone string
		Words            []string
		Giver            []struct {
			Code  string
			Words []string
		}
	}
	Giver []struct {
		Level string
		Words []string
	}
}

// words are the tables of synonyms, made ready once.
type words struct {
	exact, folded           map[string]string // header → field
	compact                 map[string]string // folded header without spaces → field
	has                     []hasField
	inFull                  map[string]string // short form in headers → what it stands for
	nounKinds               []giverWords      // words for people, rooms, collectives
	nounBefore, nounBehind  phrases
	male, female, other     phrases
	family, familyFold      map[string]bool
	lead, ask, plain, party phrases
	unitBegin               phrases
	short                   map[string]string // folded short form → unit's name
	rating, ratingFold      map[string]ratingWord
	rated                   []giverWords // ratings in words that stand in no other text
	titles                  []titleWords
	forms                   []formWords
	givers                  []giverWords
}

type hasField struct {
	phrase phrase
	field  string
}

type ratingWord struct {
	level string
	sure  bool
}

type titleWords struct {
	code    string
	of      string
	yearly  bool
	phrases phrases
}

type formWords struct {
	name, ask, alone string
	phrases          phrases
	givers           []giverWords
}

type giverWords struct {
	code, level string
	phrases     phrases
}

// vocabulary is words.toml, read once.
var vocabulary = sync.OnceValue(func() *words {
	var in wordsTOML
	meta, err := toml.Decode(wordsFile, &in)
	if err == nil && len(meta.Undecoded()) > 0 {
		err = fmt.Errorf("unknown key %v", meta.Undecoded()[0])
	}
	if err != nil {
		panic("intake: words.toml: " + err.Error())
	}
	w := &words{}
	w.headers(&in)
	w.headerNouns(&in)
	w.people(&in)
	w.merit(&in)
	return w
})

func (w *words) headers(in *wordsTOML) {
	w.exact, w.folded, w.compact = map[string]string{}, map[string]string{}, map[string]string{}
	once := func(m map[string]string, key, field string) {
		if f, taken := m[key]; taken && f != field {
			m[key] = "" // two meanings: only the accents tell
		} else {
			m[key] = field
		}
	}
	for _, h := range in.Header {
		for _, text := range h.Exact {
			key, fold := keyOf(tokens(text))
			if _, taken := w.exact[key]; !taken {
				w.exact[key] = h.Field
			}
			once(w.folded, fold, h.Field)
			once(w.compact, strings.ReplaceAll(fold, " ", ""), h.Field)
		}
		for _, text := range h.Has {
			w.has = append(w.has, hasField{newPhrase(text), h.Field})
		}
	}
}

// headerNouns makes ready what headers of nothing but nouns are read with.
func (w *words) headerNouns(in *wordsTOML) {
	w.inFull = map[string]string{}
	for short, full := range in.Short {
		w.inFull[wordForm(short)] = full
	}
	for level, texts := range map[string][]string{"person": in.Noun.Person, "unit": in.Noun.Unit, "collective": in.Noun.Collective} {
		w.nounKinds = append(w.nounKinds, giverWords{level: level, phrases: newPhrases(texts)})
	}
	w.nounBefore, w.nounBehind = newPhrases(in.Noun.Before), newPhrases(in.Noun.Behind)
}

func (w *words) people(in *wordsTOML) {
	w.male, w.female, w.other = newPhrases(in.Honorific.Male), newPhrases(in.Honorific.Female), newPhrases(in.Honorific.Other)
	w.family, w.familyFold = map[string]bool{}, map[string]bool{}
	for _, f := range in.Honorific.Family {
		w.family[wordForm(f)], w.familyFold[tdkt.Fold(f)] = true, true
	}
	w.lead, w.ask, w.plain, w.party = newPhrases(in.Post.Lead), newPhrases(in.Post.Ask), newPhrases(in.Post.Plain), newPhrases(in.Post.Party)
	w.unitBegin = newPhrases(in.Unit.Begin)
	w.short = map[string]string{}
	for _, s := range in.Unit.Short {
		for _, text := range s.Short {
			_, fold := keyOf(tokens(text))
			w.short[fold] = s.Name
		}
	}
}

func (w *words) merit(in *wordsTOML) {
	w.rating, w.ratingFold = map[string]ratingWord{}, map[string]ratingWord{}
	for _, r := range in.Rating {
		for _, text := range r.Words {
			key, fold := keyOf(tokens(text))
			word := ratingWord{r.Level, r.Sure == nil || *r.Sure}
			if _, taken := w.rating[key]; !taken {
				w.rating[key] = word
			}
			if _, taken := w.ratingFold[fold]; !taken {
				w.ratingFold[fold] = word
			}
		}
	}
	for _, r := range in.Rating {
		if r.Sure != nil && !*r.Sure {
			continue
		}
		g := giverWords{level: r.Level, phrases: phrases{}}
		for _, text := range r.Words {
			if p := newPhrase(text); whollyRating(p) {
				g.phrases.add(p)
			}
		}
		w.rated = append(w.rated, g)
	}
	for _, t := range in.Title {
		w.titles = append(w.titles, titleWords{t.Code, t.Of, t.Yearly, newPhrases(t.Words)})
	}
	for _, f := range in.Form {
		form := formWords{name: f.Name, ask: f.Ask, alone: f.Alone, phrases: newPhrases(f.Words)}
		for _, g := range f.Giver {
			form.givers = append(form.givers, giverWords{code: g.Code, phrases: newPhrases(g.Words)})
		}
		w.forms = append(w.forms, form)
	}
	for _, g := range in.Giver {
		w.givers = append(w.givers, giverWords{level: g.Level, phrases: newPhrases(g.Words)})
	}
}

// whollyRating says whether words are a rating wherever they stand: short forms of HT…NV
// and what ends in nhiệm vụ; "xuất sắc" and "hoàn thành" stand in other texts too.
func whollyRating(p phrase) bool {
	last, first := p.folds[len(p.folds)-1], p.folds[0]
	if len(p.folds) == 1 {
		return len(first) >= 3 && (strings.HasPrefix(first, "ht") || strings.HasPrefix(first, "kht") || strings.HasPrefix(first, "cht"))
	}
	return last == "vu" || strings.HasSuffix(last, "nv")
}
