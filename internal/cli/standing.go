package cli

import (
	"strconv"
	"strings"

	"tdkt/internal/app"
	"tdkt/internal/dossier"
	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// stood is one case as -json prints it.
type stood struct {
	Subject    string     `json:"subject"`
	Name       string     `json:"name"`
	Kind       string     `json:"kind"`
	Title      string     `json:"title"`
	Year       int        `json:"year"`
	Round      string     `json:"round"`
	Level      string     `json:"level"`
	State      string     `json:"state"`
	Law        law.Answer `json:"law"`
	Hold       bool       `json:"hold"`
	ManualOpen int        `json:"manual_open"`
	Vote       stoodVote  `json:"vote"`
	Decided    *stoodBy   `json:"decided"` // null before a decision
	OnList     bool       `json:"on_list"`
	Faults     []stoodFor `json:"faults"`
	Exception  []string   `json:"exception"`
}

// stoodVote is a case's vote; answer is “none” where no vote was typed.
type stoodVote struct {
	Needed    bool   `json:"needed"`
	For       int    `json:"for"`
	Members   int    `json:"members"`
	Share     string `json:"share"`
	Least     int    `json:"least"`          // per cent of all members, 0: not set
	More      bool   `json:"more,omitempty"` // strictly more than least
	Answer    string `json:"answer"`
	Published bool   `json:"published"`
	Cite      string `json:"cite"`
}

type stoodBy struct {
	Number string `json:"number"`
	Date   string `json:"date"`
	Level  string `json:"level"`
	Signer string `json:"signer"`
	Amount int64  `json:"amount"`
}

type stoodFor struct {
	Reason  string `json:"reason"`
	Text    string `json:"text"`
	Covered bool   `json:"covered"`
}

// standing prints what each case of a year comes to, of all its rounds or of one.
func (c *call) standing() error {
	fs := c.flags("standing")
	year, round := yearFlag(fs), roundFlag(fs)
	if err := c.yearWords(fs, year); err != nil {
		return err
	}
	return c.with(func(a *app.App) error {
		v := a.View()
		rounds := v.RoundsOf(*year)
		if *round != "" {
			r, err := v.FindRound(*year, *round)
			if err != nil {
				return err
			}
			rounds = []tdkt.Round{r}
		}
		for _, r := range rounds {
			list, err := a.Standings(r)
			if err != nil {
				return err
			}
			for _, s := range list {
				c.stood(s)
			}
		}
		return nil
	})
}

func (c *call) stood(s dossier.Standing) {
	if c.json {
		c.line(stoodLine(s))
		return
	}
	place := "không có trong danh sách"
	if s.OnList {
		place = "trong danh sách " + s.Title.Level
	}
	c.printf("%s %s, %s: %s\n", s.Code, s.Named(), s.Round.Title(), place)
	for _, f := range s.Faults {
		covered := ""
		if f.Covered {
			covered = " (có ngoại lệ)"
		}
		c.printf("  %s%s\n", f.Text, covered)
	}
	if s.Given != nil {
		c.printf("  Quyết định %s ngày %s\n", s.Given.Decision.Number, s.Given.Decision.Date)
	}
}

func stoodLine(s dossier.Standing) stood {
	out := stood{
		Subject: s.Code, Name: s.Name, Kind: string(s.Subject.Kind), Title: s.Title.Code, Year: s.Round.Year, Round: s.Round.Title(),
		Level: s.Title.Level, State: string(s.Nomination.State), Law: s.Law.Answer, Hold: s.Law.Hold, ManualOpen: s.Law.ManualOpen,
		Vote: voteLine(s.Vote), OnList: s.OnList, Faults: []stoodFor{}, Exception: []string{},
	}
	if g := s.Given; g != nil {
		out.Decided = &stoodBy{g.Decision.Number, g.Decision.Date.ISO(), g.Decision.Level, g.Decision.Signer, g.Amount}
	}
	for _, f := range s.Faults {
		out.Faults = append(out.Faults, stoodFor{string(f.Reason), f.Text, f.Covered})
	}
	out.Exception = append(out.Exception, s.Law.ExceptionWords()...)
	return out
}

func voteLine(v dossier.Vote) stoodVote {
	out := stoodVote{Needed: v.Needed(), Least: v.Rule.Percent, More: v.Rule.More, Answer: "none", Cite: v.Rule.Cite}
	if v.Entered {
		out.For, out.Members, out.Share, out.Published = v.Ballot.For, v.Ballot.Members, percent(v.Ballot), v.Published
		out.Answer = string(v.Answer)
	}
	return out
}

// percent is a ballot's share as a number in text: “88,9”.
func percent(b tdkt.Ballot) string {
	if b.Members == 0 {
		return strconv.Itoa(0)
	}
	return strings.TrimSuffix(b.Share(), "%")
}
