package letters

import (
	"fmt"
	"strings"

	"tdkt/internal/docx"
	"tdkt/internal/dossier"
	"tdkt/internal/tdkt"
)

// pick says whether a nominee stands in a document.
type pick func(dossier.Nominee) bool

// The picks: what the Council saw, what goes on, what a higher level decides, what the
// department decides itself.
func all(dossier.Nominee) bool      { return true }
func listed(n dossier.Nominee) bool { return n.OnList() }
func above(n dossier.Nominee) bool  { return n.OnList() && n.Title.Level != dossier.OwnLevel }
func own(n dossier.Nominee) bool    { return n.OnList() && n.Title.Level == dossier.OwnLevel }

// group is one title with those put forward for it.
type group struct {
	title  dossier.Title
	people []dossier.Nominee
}

// groups puts the picked nominees under their titles, in the submission's order.
func groups(s *dossier.Submission, p pick) []group {
	var list []group
	for _, n := range s.Nominees {
		if !p(n) {
			continue
		}
		if k := len(list); k == 0 || list[k-1].title != n.Title {
			list = append(list, group{title: n.Title})
		}
		at := &list[len(list)-1]
		at.people = append(at.people, n)
	}
	return list
}

// listValues are the fields of a document with a list by title.
func listValues(v docx.Values, s *dossier.Submission, p pick) {
	list := groups(s, p)
	lines := 0
	named := map[tdkt.SubjectKind]map[tdkt.ID]bool{tdkt.AUnit: {}, tdkt.APerson: {}}
	for _, g := range list {
		lines += len(g.people)
		for _, x := range g.people {
			named[x.Subject.Kind][x.Subject.ID] = true // one may be given several titles
		}
	}
	units, people := len(named[tdkt.AUnit]), len(named[tdkt.APerson])
	v["số lượt"], v["số lượt bằng chữ"] = count(lines), inWords(int64(lines))
	v["số tập thể"], v["số tập thể bằng chữ"] = count(units), inWords(int64(units))
	v["số cá nhân"], v["số cá nhân bằng chữ"] = count(people), inWords(int64(people))
	words, short := subjectWords(units, people)
	v["đối tượng"], v["tổng đối tượng"] = docx.Text(words), docx.Text(short)
	paid := payments(s)
	v["có danh hiệu"] = when(len(list) > 0)
	v["danh hiệu"] = docx.Each(list, func(n int, g group) docx.Values {
		return docx.Values{
			"số mục":        docx.Text(dossier.Roman(n)),
			"tên danh hiệu": docx.Text(g.title.Name),
			"số lượng":      count(len(g.people)),
			"loại":          kindWords(g.title.Kind),
			"dấu":           mark(n, len(list)),
			"người": docx.Each(g.people, func(n int, x dossier.Nominee) docx.Values {
				return nomineeRow(n, x, s.BallotOf(x), paid)
			}),
		}
	})
}

// nomineeRow is one line of a list.
func nomineeRow(n int, x dossier.Nominee, b dossier.Ballot, paid map[payee]int64) docx.Values {
	amount := blank
	if sum, ok := paid[payee{x.Subject, x.Title}]; ok {
		amount = money(sum)
	}
	return docx.Values{
		"stt":             docx.Text(fmt.Sprint(n)),
		"họ và tên":       docx.Text(printed(x.Who)),
		"chức vụ, đơn vị": docx.Text(joined(x.Position, x.Unit)),
		"thành tích":      orBlank(x.Merit),
		"tiền thưởng":     amount,
		"đồng ý":          votes(b, b.For),
		"không đồng ý":    votes(b, b.Against),
		"tỷ lệ":           orBlank(b.Share()),
		"kết quả":         orBlank(b.Outcome),
	}
}

// votes is a count of votes, blank before the ballot was entered.
func votes(b dossier.Ballot, n int) docx.Text {
	if b.Members == 0 {
		return blank
	}
	return count(n)
}

// subjectWords counts units and people in a sentence, with the numbers in words and without;
// a kind of which there are none is not spoken of.
func subjectWords(units, people int) (words, short string) {
	var long, plain []string
	for _, k := range []struct {
		n    int
		kind string
	}{{units, "tập thể"}, {people, "cá nhân"}} {
		if k.n > 0 || units+people == 0 {
			long = append(long, fmt.Sprintf("%s %s (%s)", count(k.n), k.kind, inWords(int64(k.n))))
			plain = append(plain, fmt.Sprintf("%s %s", count(k.n), k.kind))
		}
	}
	return strings.Join(long, " và "), strings.Join(plain, ", ")
}

// printed is a name with what tells it from another of the same name.
func printed(w dossier.Who) string {
	if w.Apart == "" {
		return w.Name
	}
	return w.Name + " (" + w.Apart + ")"
}

// joined puts words that are there behind one another.
func joined(words ...string) string {
	var list []string
	for _, w := range words {
		if w != "" {
			list = append(list, w)
		}
	}
	return strings.Join(list, ", ")
}

func kindWords(k tdkt.SubjectKind) docx.Text {
	if k == tdkt.AUnit {
		return "tập thể"
	}
	return "cá nhân"
}

// payee is one subject and title that money may go to.
type payee struct {
	subject tdkt.Subject
	title   dossier.Title
}

// payments are the amounts paid. A title without a tariff is not in it.
func payments(s *dossier.Submission) map[payee]int64 {
	paid := map[payee]int64{}
	for _, b := range s.Bonuses {
		if b.Paid > 0 || b.Money.Amount > 0 {
			paid[payee{b.Subject, b.Title}] = b.Paid
		}
	}
	return paid
}

// moneyValues are the totals of a decision.
func moneyValues(v docx.Values, s *dossier.Submission) {
	paid := payments(s)
	var sum int64
	v["có mức 0"] = docx.Text("")
	for _, n := range s.Nominees {
		amount, known := paid[payee{n.Subject, n.Title}]
		if !own(n) || !known {
			continue
		}
		sum += amount
		if amount == 0 {
			v["có mức 0"] = shown
		}
	}
	v["tổng tiền"], v["tổng tiền bằng chữ"] = money(sum), inWords(sum)
}
