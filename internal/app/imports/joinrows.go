package imports

import (
	"bytes"
	"encoding/json"
	"fmt"
	"iter"
	"reflect"
	"strings"

	"tdkt/internal/app/reports"
	"tdkt/internal/app/view"
	"tdkt/internal/tdkt"
)

// records walks every record the view holds, of whatever kind: a join must forget
// none, nor those of a kind added later.
func records(v *view.View) iter.Seq[tdkt.Record] {
	return func(yield func(tdkt.Record) bool) { walkRecords(reflect.ValueOf(v).Elem(), yield) }
}

// walkRecords looks into the slices of records of a struct, and into structs of tdkt.
func walkRecords(v reflect.Value, yield func(tdkt.Record) bool) bool {
	record := reflect.TypeFor[tdkt.Record]()
	for i := range v.NumField() {
		f := v.Field(i)
		if f.Kind() == reflect.Pointer && !f.IsNil() {
			f = f.Elem()
		}
		switch {
		case !v.Type().Field(i).IsExported():
		case f.Kind() == reflect.Slice && f.Type().Elem().Implements(record):
			for k := range f.Len() {
				if !yield(f.Index(k).Interface().(tdkt.Record)) {
					return false
				}
			}
		case f.Kind() == reflect.Struct && f.Type().PkgPath() == record.PkgPath():
			if !walkRecords(f, yield) {
				return false
			}
		}
	}
	return true
}

// renamed is a record that speaks of one person instead of another, wherever it
// does; false when it does not. Keys are unique, so its JSON form is searched.
func renamed(rec tdkt.Record, from, to tdkt.ID) (tdkt.Record, bool, error) {
	raw, err := json.Marshal(rec)
	if err != nil {
		return nil, false, fmt.Errorf("app: write a record as JSON: %w", err)
	}
	if !bytes.Contains(raw, []byte(from)) {
		return nil, false, nil
	}
	out := reflect.New(reflect.TypeOf(rec))
	if err := json.Unmarshal(bytes.ReplaceAll(raw, []byte(from), []byte(to)), out.Interface()); err != nil {
		return nil, false, fmt.Errorf("app: read a record from JSON: %w", err)
	}
	return out.Elem().Interface().(tdkt.Record), true, nil
}

// joinRows sorts the rows of the other record: moved as they are, said already, or
// said differently.
func (j *Join) joinRows() error {
	mine := map[string]tdkt.Record{}
	var moved []tdkt.Record
	for rec := range records(j.base) {
		if n := rec.Noun(); n == tdkt.NounPost || n == tdkt.NounPerson {
			continue // joined by rules of their own
		}
		now, ok, err := renamed(rec, j.Drop.ID, j.Keep.ID)
		if err != nil {
			return err
		}
		if ok {
			moved = append(moved, now)
		} else {
			mine[naturalKey(rec)] = rec
		}
	}
	counts := map[string]int{}
	var order []string
	for _, rec := range moved {
		old, has := mine[naturalKey(rec)]
		switch {
		case !has || twoAwards(j.base, old, rec):
			j.put = append(j.put, rec)
			name := nounWords(rec.Noun())
			if counts[name] == 0 {
				order = append(order, name)
			}
			counts[name]++
		case content(old) == content(rec):
			j.drop = append(j.drop, rec)
		default:
			j.Clashes = append(j.Clashes, Clash{
				What: clashName(j.base, rec), Kept: recordWords(j.base, old), Lost: recordWords(j.base, rec), mine: old, other: rec,
			})
		}
	}
	for _, name := range order {
		j.Moves = append(j.Moves, fmt.Sprintf("%d %s", counts[name], name))
	}
	return nil
}

// naturalKey is what no two records of one person may share.
func naturalKey(rec tdkt.Record) string {
	noun := rec.Noun()
	switch r := rec.(type) {
	case tdkt.Rating:
		return view.KeyOf(noun, r.Year, r.Subject)
	case tdkt.Pledge:
		return view.KeyOf(noun, r.Year, r.Subject, r.Title)
	case tdkt.Nomination:
		return view.KeyOf(noun, r.Year, r.Subject, r.Title)
	case tdkt.Tick:
		return view.KeyOf(noun, r.Year, r.Subject, r.Title, r.Need)
	case tdkt.Exception:
		return view.KeyOf(noun, r.Year, r.Subject, r.Title, r.Need)
	case tdkt.Award:
		return view.KeyOf(noun, r.Subject, r.Code, r.From, r.To)
	case tdkt.Initiative:
		return view.KeyOf(noun, r.Year, r.Person, r.Kind, tdkt.Fold(r.Title))
	case tdkt.Discipline:
		return view.KeyOf(noun, r.Person, r.Date, r.Form)
	case tdkt.Absence:
		return view.KeyOf(noun, r.Person, r.From, tdkt.Fold(r.Kind))
	case tdkt.Hold:
		return view.KeyOf(noun, r.Subject, r.From, tdkt.Fold(r.Reason))
	}
	return workKey(rec)
}

// workKey is naturalKey for the rows of the year's work.
func workKey(rec tdkt.Record) string {
	noun := rec.Noun()
	switch r := rec.(type) {
	case tdkt.Ranking:
		return view.KeyOf(noun, r.Year, r.Title, r.Person)
	case tdkt.Participant:
		return view.KeyOf(noun, r.Movement, r.Subject, r.Year)
	case tdkt.Attendance:
		return view.KeyOf(noun, r.Event, r.Person)
	case tdkt.PeriodMark:
		return view.KeyOf(noun, r.Year, r.Person, r.Period)
	case tdkt.WorkItem:
		return view.KeyOf(noun, r.Year, r.Person, r.Period, r.Name)
	case tdkt.Duty:
		return view.KeyOf(noun, r.Person, r.From)
	case tdkt.RatingFact:
		return view.KeyOf(noun, r.Year, r.Subject, r.Key)
	case tdkt.Passage:
		return view.KeyOf(noun, r.Year, r.Round, r.Subject, r.Part)
	}
	return string(noun) + content(rec)
}

// twoAwards says whether the rows are two decisions that may both stand: a form can be
// given twice for one year, a yearly title cannot.
func twoAwards(v *view.View, a, b tdkt.Record) bool {
	x, isX := a.(tdkt.Award)
	y, isY := b.(tdkt.Award)
	if !isX || !isY {
		return false
	}
	code, _ := v.Rules.Code(x.Code)
	return !code.Yearly && x.Decision != "" && y.Decision != "" && x.Decision != y.Decision
}

// content is a record without its own key.
func content(rec tdkt.Record) string {
	raw, err := json.Marshal(rec)
	if err != nil {
		return string(rec.RecordID())
	}
	return strings.Replace(string(raw), string(rec.RecordID()), "", 1)
}

// nounWords are the kinds of rows as a person counts them.
func nounWords(n tdkt.Noun) string {
	names := map[tdkt.Noun]string{
		tdkt.NounRating: "kết quả xếp loại", tdkt.NounPledge: "đăng ký", tdkt.NounNomination: "đề nghị", tdkt.NounTick: "tiêu chí đã đánh giá",
		tdkt.NounAward: "danh hiệu, hình thức", tdkt.NounInitiative: "sáng kiến", tdkt.NounDiscipline: "kỷ luật", tdkt.NounAbsence: "đợt nghỉ",
		tdkt.NounException: "ngoại lệ", tdkt.NounHold: "đợt tạm dừng xét", tdkt.NounParticipant: "lần tham gia phong trào", tdkt.NounAttendance: "lần dự hội nghị, tập huấn",
		tdkt.NounPeriodMark: "điểm theo kỳ", tdkt.NounWorkItem: "việc được giao trong kỳ", tdkt.NounDuty: "nhóm nhiệm vụ", tdkt.NounRatingFact: "căn cứ xếp loại",
		tdkt.NounPassage: "lời báo cáo thành tích",
	}
	if name, ok := names[n]; ok {
		return name
	}
	return "dòng khác"
}

// clashName says what the two records say differently.
func clashName(v *view.View, rec tdkt.Record) string {
	switch r := rec.(type) {
	case tdkt.Rating:
		return fmt.Sprintf("Xếp loại năm %d", r.Year)
	case tdkt.Pledge:
		return fmt.Sprintf("Đăng ký %s năm %d", v.TitleName(r.Title), r.Year)
	case tdkt.Nomination:
		return fmt.Sprintf("Đề nghị %s năm %d", v.TitleName(r.Title), r.Year)
	case tdkt.Tick:
		return fmt.Sprintf("Tiêu chí của %s năm %d", v.TitleName(r.Title), r.Year)
	case tdkt.Ranking:
		return fmt.Sprintf("Thứ tự xét chọn %s năm %d", v.TitleName(r.Title), r.Year)
	case tdkt.Exception:
		return fmt.Sprintf("Ngoại lệ %s năm %d", v.TitleName(r.Title), r.Year)
	case tdkt.Award:
		return fmt.Sprintf("%s năm %d", v.TitleName(r.Code), r.To)
	case tdkt.Initiative:
		return fmt.Sprintf("Sáng kiến năm %d", r.Year)
	case tdkt.PeriodMark:
		return fmt.Sprintf("Điểm %s năm %d", r.Period.Words(), r.Year)
	case tdkt.Duty:
		return "Nhóm nhiệm vụ"
	}
	return "Dòng ghi hai lần"
}

// recordWords is what a row says beyond the name of its clash.
func recordWords(v *view.View, rec tdkt.Record) string {
	switch r := rec.(type) {
	case tdkt.Rating:
		return view.Joined(reports.LevelName(r.Level), view.Prefixed("điểm", view.PointsWords(r.Points)), view.Prefixed("quyết định", r.Decision))
	case tdkt.Pledge:
		return view.Joined(view.Prefixed("sáng kiến", r.Initiative))
	case tdkt.Nomination:
		return view.Joined(string(r.State), r.Date.String(), r.Reason)
	case tdkt.Tick:
		return view.Joined(map[bool]string{true: "đạt", false: "không đạt"}[r.Met], r.By, r.Date.String())
	case tdkt.Ranking:
		return number("thứ", r.Place)
	case tdkt.Exception:
		return view.Joined(r.By, view.Prefixed("văn bản", r.Document), r.Date.String(), r.Reason)
	case tdkt.Award:
		return (&reports.CardMaker{V: v}).Award(r)
	case tdkt.Initiative:
		return view.Joined(r.Title, "phạm vi "+string(r.Scope), number("tỷ lệ đóng góp (%)", r.Share), view.Prefixed("quyết định", r.Decision), r.Date.String())
	case tdkt.PeriodMark:
		return view.Joined(string(r.State), view.Prefixed("tự chấm", ScoreWords(r.Self)), view.Prefixed("xác nhận", ScoreWords(r.Head)))
	case tdkt.Duty:
		return view.Joined(r.Group, number("từ năm", r.From))
	case tdkt.Discipline:
		return v.DisciplineWords(r) + view.Prefixed(", quyết định", r.Decision)
	case tdkt.Absence:
		return v.AbsenceWords(r)
	case tdkt.Hold:
		return v.HoldWords(r)
	}
	return nounWords(rec.Noun())
}
