package law

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strconv"

	"tdkt/internal/tdkt"
)

// Bonus is the money of one award decided on a day.
type Bonus struct {
	Amount int64 // đồng, rounded up to 10,000
	Times  int   // coefficient in hundredths, the factor for units or households included
	Salary int64 // mức lương cơ sở
	UpTo   bool  // the statute gives the amount as a ceiling
	Cite   string
	Mark   string
}

// tariff is one file of coefficients, used for decisions of its days.
type tariff struct {
	file     string
	from     tdkt.Day
	till     tdkt.Day // zero: in force
	rounding int64
	bonuses  []bonus
	fund     *FundShare
}

// FundShare is the part of the fund (quỹ thi đua, khen thưởng) that may go into organising the
// work: what is spent on no decision.
type FundShare struct {
	Percent    int
	Cite, Mark string
}

// FundShare is the share of a day; false where no text we hold sets one.
func (r *Rules) FundShare(on tdkt.Day) (FundShare, bool) {
	for _, t := range r.tariffs {
		if t.fund != nil && t.from <= on && (t.till == 0 || on <= t.till) {
			return *t.fund, true
		}
	}
	return FundShare{}, false
}

// bonus is the coefficient of one code.
type bonus struct {
	Code   string
	Tenths int
	Unit   int // factor for a collective, 0: as for a person
	// Household is the factor for a household in tenths, by HouseholdCite; 0: none that we hold.
	Household     int
	HouseholdCite string `toml:"household_cite"`
	UpTo          bool   `toml:"up_to"`
	Cite          string
	Mark          string
}

// salary is a base salary from a day on.
type salary struct {
	From   date
	Amount int64
	Cite   string
	Mark   string
}

type tariffFile struct {
	ID, Name, Note string
	From, Till     date
	Rounding       int64 // amounts are rounded up to a multiple of it
	Source         map[string]source
	Bonus          []bonus
	Salary         []salary
	Fund           *FundShare
}

// loadMoney reads the tariffs and base salaries.
func (r *Rules) loadMoney(dir fs.FS) error {
	names, err := files(dir, "money")
	if err != nil {
		return err
	}
	for _, name := range names {
		var file tariffFile
		if _, err := decode(dir, name, &file); err != nil {
			return err
		}
		if err := r.addMoney(name, &file); err != nil {
			return fmt.Errorf("law: %s: %w", name, err)
		}
	}
	return r.checkMoney()
}

// addSalaries takes the base salaries of a file, each by a decree in force on its first day.
func (r *Rules) addSalaries(file *tariffFile) error {
	for _, s := range file.Salary {
		by, ok := file.Source[s.Cite]
		if s.From.Day == 0 || s.Amount <= 0 || !knownMark(s.Mark) || !ok {
			return fmt.Errorf("salary from %s: from, amount, cite or mark is not right", s.From)
		}
		if s.Mark == "V" && by.Held == "" {
			return fmt.Errorf("salary from %s: mark V, but %s was not read", s.From, by.Name)
		}
		if err := r.lives(by, s.From.Day, s.From.Day); err != nil {
			return fmt.Errorf("salary from %s: %w", s.From, err)
		}
		s.Cite = by.Name
		r.salaries = append(r.salaries, s)
	}
	return nil
}

func (r *Rules) addMoney(name string, file *tariffFile) error {
	r.hold(file.Source)
	if err := r.addSalaries(file); err != nil {
		return err
	}
	if len(file.Bonus) == 0 {
		return nil
	}
	if file.From.Day == 0 || file.Rounding <= 0 {
		return errors.New("from and rounding must be given")
	}
	t := tariff{file: name, from: file.From.Day, till: file.Till.Day, rounding: file.Rounding}
	for _, b := range file.Bonus {
		if err := r.citeBonus(file, &b); err != nil {
			return fmt.Errorf("bonus %s: %w", b.Code, err)
		}
		_, known := r.place[b.Code]
		twice := slices.ContainsFunc(t.bonuses, func(o bonus) bool { return o.Code == b.Code })
		if !known || twice || b.Tenths <= 0 || !knownMark(b.Mark) {
			return fmt.Errorf("bonus %s: code, tenths or mark is not right, or it is written twice", b.Code)
		}
		t.bonuses = append(t.bonuses, b)
	}
	if t.fund = file.Fund; t.fund != nil {
		cite, err := r.clause(file.Source, t.fund.Cite, t.fund.Mark, file.From.Day, file.Till.Day)
		if err != nil || t.fund.Percent <= 0 || t.fund.Percent > 100 {
			return fmt.Errorf("fund: percent, cite or mark is not right: %w", err)
		}
		t.fund.Cite = cite
	}
	r.tariffs = append(r.tariffs, t)
	return nil
}

// citeBonus puts the clauses of a bonus into words.
func (r *Rules) citeBonus(file *tariffFile, b *bonus) (err error) {
	if b.Cite, err = r.clause(file.Source, b.Cite, b.Mark, file.From.Day, file.Till.Day); err != nil || b.Household == 0 {
		return err
	}
	b.HouseholdCite, err = r.clause(file.Source, b.HouseholdCite, b.Mark, file.From.Day, file.Till.Day)
	return err
}

// checkMoney refuses gaps between tariffs and salaries out of order.
func (r *Rules) checkMoney() error {
	for i := 1; i < len(r.tariffs); i++ {
		if a, b := r.tariffs[i-1], r.tariffs[i]; a.till == 0 || a.till.Next() != b.from {
			return fmt.Errorf("law: %s: from %s does not follow till of %s", b.file, b.from, a.file)
		}
	}
	for i := 1; i < len(r.salaries); i++ {
		if r.salaries[i].From.Day <= r.salaries[i-1].From.Day {
			return fmt.Errorf("law: base salary from %s stands out of order", r.salaries[i].From)
		}
	}
	if len(r.tariffs) == 0 || len(r.salaries) == 0 {
		return errors.New("law: book money holds no tariff or no base salary")
	}
	return nil
}

// Bonus computes the money for a code and kind of subject; an Invalid error when
// no tariff covers the day or the code has none.
func (r *Rules) Bonus(kind tdkt.SubjectKind, code string, decided tdkt.Day) (Bonus, error) {
	return r.bonus(kind, false, code, decided)
}

// BonusOf is Bonus for a subject of the book: a household has its own factor.
func (r *Rules) BonusOf(f *Facts, s tdkt.Subject, code string, decided tdkt.Day) (Bonus, error) {
	return r.bonus(s.Kind, f.IsHousehold(s), code, decided)
}

func (r *Rules) bonus(kind tdkt.SubjectKind, household bool, code string, decided tdkt.Day) (Bonus, error) {
	t, pay, err := r.rates(decided)
	if err != nil {
		return Bonus{}, err
	}
	info, known := r.Code(code)
	if !known || !slices.Contains(info.Kinds, kind) {
		return Bonus{}, tdkt.Errorf(tdkt.Invalid, "Không có danh hiệu, hình thức khen thưởng mã “%s” cho %s; hãy kiểm tra lại mã.", code, kindWords(kind))
	}
	for _, b := range t.bonuses {
		switch {
		case b.Code != code:
		case household && b.Household == 0:
			return Bonus{}, tdkt.Errorf(tdkt.Invalid, "Chương trình không có mức tiền thưởng %s cho hộ gia đình ngày %s; hãy tính số tiền ngoài chương trình.",
				info.Name, decided)
		case household:
			b.Cite += ", " + b.HouseholdCite
			return t.bonus(b, b.Household, pay), nil
		case kind == tdkt.AUnit && b.Unit > 0:
			return t.bonus(b, 10*b.Unit, pay), nil
		default:
			return t.bonus(b, 10, pay), nil
		}
	}
	return Bonus{}, tdkt.Errorf(tdkt.Invalid, "Văn bản có hiệu lực ngày %s không có mức tiền thưởng cho %s; hãy tính số tiền ngoài chương trình.", decided, info.Name)
}

// rates finds the tariff and the base salary of a day.
func (r *Rules) rates(decided tdkt.Day) (*tariff, *salary, error) {
	var t *tariff
	for i := range r.tariffs {
		if x := &r.tariffs[i]; x.from <= decided && (x.till == 0 || decided <= x.till) {
			t = x
		}
	}
	var pay *salary
	for i := range r.salaries {
		if r.salaries[i].From.Day <= decided {
			pay = &r.salaries[i]
		}
	}
	if t == nil || pay == nil {
		first := max(r.tariffs[0].from, r.salaries[0].From.Day)
		if pay != nil {
			return nil, nil, tdkt.Errorf(tdkt.Invalid,
				"Chương trình chỉ có hệ số tiền thưởng cho quyết định ký từ ngày %s; mức lương cơ sở ngày %s là %s đồng, hãy nhân với hệ số của văn bản khi đó.",
				first, decided, thousands(pay.Amount))
		}
		return nil, nil, tdkt.Errorf(tdkt.Invalid,
			"Chương trình chỉ có mức tiền thưởng cho quyết định ký từ ngày %s; hãy nhập hoặc sửa ngày quyết định.", first)
	}
	return t, pay, nil
}

// thousands writes an amount with its dots: 1.150.000.
func thousands(n int64) string {
	if n < 1000 {
		return strconv.FormatInt(n, 10)
	}
	return fmt.Sprintf("%s.%03d", thousands(n/1000), n%1000)
}

// bonus is the money of a coefficient so many tenths of a person's.
func (t *tariff) bonus(b bonus, factor int, pay *salary) Bonus {
	times := b.Tenths * factor
	amount := int64(times) * pay.Amount
	step := t.rounding * 100
	return Bonus{
		Amount: (amount + step - 1) / step * t.rounding, Times: times, Salary: pay.Amount, UpTo: b.UpTo,
		Cite: b.Cite + "; " + pay.Cite, Mark: weaker(b.Mark, pay.Mark),
	}
}

// weaker is the less certain of two marks.
func weaker(a, b string) string {
	order := []string{"V", "V2", "U", "C"}
	return order[max(slices.Index(order, a), slices.Index(order, b))]
}
