package forms

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"tdkt/internal/columns"
	"tdkt/internal/dossier"
)

type bonus = dossier.BonusRow

// bonusSheet is the money: what each nominee gets, from which salary and article.
func bonusSheet(b *book) error {
	cols := bonusColumns(b, b.lists().Bonus)
	return b.add(layout{name: "Kinh phí khen thưởng", landscape: true, columns: widthsOf(b, columns.KeyBonus, true, cols, sizeSmall, b.Bonuses)}, func(s *sheet) {
		h := heading{title: "Kinh phí khen thưởng", lines: []string{s.yearLine()}}
		h.notes = append(h.notes, salaryWords(s.Bonuses)...)
		s.head(h)
		l := startList(s, cols, sizeSmall)
		l.write(byLevel(sortedByLevel(s.Bonuses)))
		l.none("Không có khoản nào.")
		l.total("Tổng cộng", l.lead())
		total := s.BonusTotal()
		s.sentence("Tổng số tiền: %s đồng (bằng chữ: %s đồng)./.", dots(total), dossier.Sentence(dossier.Words(total)))
		for _, words := range tariffWords(s.Bonuses) {
			s.remark(words)
		}
		s.signers()
	})
}

func tenths(r bonus) any {
	if r.Money.Times == 0 {
		return nil
	}
	return float64(r.Money.Times) / 100
}

func salary(r bonus) any {
	if r.Money.Salary == 0 {
		return nil
	}
	return r.Money.Salary
}

// byLevel puts a heading before each level that decides, which is the one that pays.
func byLevel(list []bonus) iter.Seq[line[bonus]] {
	return func(yield func(line[bonus]) bool) {
		level, group, n := "", 0, 0
		several := len(list) > 0 && list[0].Title.Level != list[len(list)-1].Title.Level
		for i, r := range list {
			if i == 0 || r.Title.Level != level {
				level, n = r.Title.Level, 0
				group++
				if !yield(line[bonus]{head: fmt.Sprintf("%s. CẤP QUYẾT ĐỊNH: %s", dossier.Roman(group), upper(level))}) {
					return
				}
			}
			n++
			if !yield(line[bonus]{n: n, row: r}) {
				return
			}
			if last := i == len(list)-1 || list[i+1].Title.Level != level; last && several && !yield(line[bonus]{sum: "Cộng mục " + dossier.Roman(group)}) {
				return
			}
		}
	}
}

// sortedByLevel keeps what one level decides together, in the order the levels come in.
func sortedByLevel(list []bonus) []bonus {
	var levels []string
	for _, r := range list {
		if !slices.Contains(levels, r.Title.Level) {
			levels = append(levels, r.Title.Level)
		}
	}
	out := slices.Clone(list)
	slices.SortStableFunc(out, func(x, y bonus) int {
		return slices.Index(levels, x.Title.Level) - slices.Index(levels, y.Title.Level)
	})
	return out
}

// bonusFormula is the coefficient times the base salary, rounded up to 10.000 đồng, where
// that is what is paid; "" where the law pays another amount, or nothing.
func bonusFormula(row int, r bonus, factors, salaries string) string {
	const unit = 10_000
	m := r.Money
	product := int64(m.Times) * m.Salary
	if product == 0 || product%100 != 0 || (product/100+unit-1)/unit*unit != r.Paid {
		return ""
	}
	return fmt.Sprintf("ROUNDUP(ROUND(%s%d*%s%d,0),-4)", factors, row, salaries, row)
}

// salaryWords says which base salary the amounts are counted by, and the day of the
// decision where there is one.
func salaryWords(list []bonus) []string {
	var words []string
	for _, r := range list {
		if r.Money.Salary == 0 {
			continue
		}
		w := fmt.Sprintf("Mức lương cơ sở %s đồng/tháng.", dots(r.Money.Salary))
		if r.Actual {
			w = fmt.Sprintf("Mức lương cơ sở %s đồng/tháng (quyết định ngày %s).", dots(r.Money.Salary), r.On)
		}
		if !slices.Contains(words, w) {
			words = append(words, w)
		}
	}
	return words
}

// tariffWords names the articles.
func tariffWords(list []bonus) []string {
	var words []string
	for _, r := range list {
		if r.Money.Cite == "" {
			continue
		}
		w := "Căn cứ: " + strings.TrimSuffix(r.Money.Cite, ".") + "."
		if !slices.Contains(words, w) {
			words = append(words, w)
		}
	}
	return words
}

// dots writes a number with dots between the thousands, as Vietnamese papers do.
func dots(n int64) string {
	digits := fmt.Sprint(n)
	var b strings.Builder
	for i, d := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 && digits[i-1] != '-' {
			b.WriteByte('.')
		}
		b.WriteRune(d)
	}
	return b.String()
}
