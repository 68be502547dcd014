package tdkt

// Words is what people call rows of the noun, in the middle of a sentence.
func (n Noun) Words() string {
	if w, ok := nounWords()[n]; ok {
		return w
	}
	return "tài liệu liên quan"
}

// Known says whether the word is a noun: the file has tables of its own besides.
func (n Noun) Known() bool { return nounWords()[n] != "" }

func nounWords() map[Noun]string {
	return map[Noun]string{ //nolint:gosec // passages are texts, no passwords
		NounOrg:         "thông tin chung của cơ quan",
		NounUnit:        "đơn vị",
		NounPerson:      "cán bộ",
		NounPost:        "quá trình công tác",
		NounDiscipline:  "kỷ luật",
		NounAbsence:     "thời gian nghỉ",
		NounHold:        "tạm dừng xét",
		NounRating:      "xếp loại",
		NounInitiative:  "sáng kiến",
		NounAward:       "khen thưởng",
		NounPledge:      "đăng ký thi đua",
		NounTick:        "tiêu chí định tính",
		NounLocal:       "quy định riêng",
		NounRegulation:  "quy định của tỉnh",
		NounYear:        "năm thi đua",
		NounNomination:  "đề nghị xét tặng",
		NounPlan:        "kế hoạch",
		NounTask:        "nhiệm vụ",
		NounMovement:    "phong trào thi đua",
		NounParticipant: "tham gia phong trào",
		NounExample:     "gương điển hình",
		NounEvent:       "hoạt động",
		NounAttendance:  "người dự hoạt động",
		NounPact:        "giao ước thi đua",
		NounRanking:     "thứ tự ưu tiên",
		NounAttachment:  "giấy tờ đính kèm",
		NounException:   "trường hợp ngoại lệ",
		NounMerge:       "lần nhập từ máy khác",

		NounStep:         "các bước xét đề nghị",
		NounMember:       "thành viên Hội đồng",
		NounRound:        "đợt xét",
		NounMeeting:      "phiên họp Hội đồng",
		NounPresence:     "thành phần dự họp",
		NounBallot:       "kết quả kiểm phiếu",
		NounDecision:     "quyết định",
		NounDecisionLine: "danh sách kèm quyết định",
		NounFundEntry:    "thu, chi quỹ khen thưởng",
		NounComplaint:    "khiếu nại, tố cáo",
		NounStock:        "phôi bằng",
		NounOpinion:      "ý kiến lãnh đạo",
		NounAccount:      "tài khoản",

		NounPeriodMark: "điểm theo kỳ",
		NounWorkItem:   "việc được giao trong kỳ",
		NounDuty:       "nhóm nhiệm vụ",
		NounRatingFact: "căn cứ xếp loại",

		NounPassage: "lời báo cáo thành tích",
		NounFigure:  "số liệu thống kê gõ tay",
		NounOfficer: "công chức làm công tác thi đua",
		NounBureau:  "tổ chức làm công tác thi đua",
		NounLayout:  "bố cục danh sách",

		NounBloc:          "khối thi đua",
		NounBlocMember:    "thành viên khối thi đua",
		NounBlocCriterion: "tiêu chí của khối thi đua",
		NounBlocMark:      "điểm của khối thi đua",
		NounBlocExtra:     "điểm thưởng, điểm trừ của khối thi đua",
	}
}
