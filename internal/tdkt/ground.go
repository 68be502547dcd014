package tdkt

// What an Exception may stand for beside a need of the law: an act of the procedure that
// did not go as asked. They are values of Exception.Need.
const (
	NeedVote  = "bieu-quyet" // the Council's vote: none, not counted up, or short
	NeedHold  = "tam-dung"   // an open case
	NeedTwice = "da-tang"    // the same title of the same years under another decision
)

// ActNeed is an Exception.Need that no law file holds, as people read it.
type ActNeed struct{ Need, Words string }

// ActNeeds lists them in the order shown.
func ActNeeds() []ActNeed {
	return []ActNeed{
		{NeedVote, "biểu quyết của Hội đồng"},
		{NeedHold, "tạm dừng xét"},
		{NeedTwice, "đã được tặng danh hiệu này"},
	}
}

// ActNeedWords is an act's need in words; false for a need of the law.
func ActNeedWords(need string) (string, bool) {
	for _, a := range ActNeeds() {
		if a.Need == need {
			return a.Words, true
		}
	}
	return "", false
}

// Ground (căn cứ) is upon what a case goes on that something stands against: who allowed
// it, by which document, and why. It becomes an Exception.
type Ground struct {
	By       string
	Document string
	Date     Day
	Reason   string
}
