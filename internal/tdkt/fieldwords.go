package tdkt

// factFields are the fields of what the law reads.
func factFields() map[Noun][]Field {
	return map[Noun][]Field{
		NounOrg: fieldsOf(
			"id", "name=tên", "superior=cơ quan cấp trên", "issuer=cơ quan ban hành", "place=nơi ban hành", "symbol=ký hiệu",
			"authority=quyền hạn ký", "signer_role=chức vụ người ký", "signer=người ký", "preparer=người lập biểu",
			"mandate=văn bản quy định chức năng, nhiệm vụ", "keeper=bộ phận lưu",
		),
		NounUnit: fieldsOf("id", "code=mã", "name=tên", "parent=đơn vị cấp trên", "kind=loại", "founded=ngày thành lập", "closed=ngày kết thúc hoạt động", "into=đơn vị kế thừa", "counts=tính lịch sử cho đơn vị kế thừa"),
		NounPerson: fieldsOf(
			"id", "code=mã", "name=tên", "born=ngày sinh", "born_year=năm sinh", "sex=giới tính", "cccd=số CCCD|masked", "unit=đơn vị",
			"position=chức vụ", "employment=đối tượng", "leader=lãnh đạo", "start=ngày vào làm", "end=ngày thôi việc",
		),
		NounPost:       fieldsOf("id", "person=cán bộ", "from=từ", "to=đến", "unit=đơn vị", "position=chức vụ", "leader=lãnh đạo"),
		NounDiscipline: fieldsOf("id", "person=cán bộ", "form=hình thức", "date=ngày", "decision=số quyết định", "kind=loại", "counts_in=tính vào năm"),
		NounAbsence:    fieldsOf("id", "person=cán bộ", "from=từ", "to=đến", "kind=loại"),
		NounHold:       fieldsOf("id", "subject=cho", "from=từ", "to=đến", "reason=lý do"),
		NounRating: fieldsOf(
			"id", "year=năm", "subject=cho", "level=mức", "points=điểm|points", "decision=số quyết định",
			"notified=ngày thông báo",
		),
		NounInitiative: fieldsOf(
			"id", "year=năm", "person=cán bộ", "title=tên", "kind=loại", "scope=phạm vi", "share=tỷ lệ đóng góp",
			"decision=số quyết định", "date=ngày",
		),
		NounAward: fieldsOf(
			"id", "subject=cho", "code=danh hiệu|title", "from=từ năm", "to=đến năm", "decision=số quyết định", "date=ngày",
			"level=cấp", "revoked=đã hủy",
		),
		NounPledge: fieldsOf("id", "year=năm", "subject=cho", "title=danh hiệu|title", "initiative=sáng kiến"),
		NounTick:   fieldsOf("id", "year=năm", "subject=cho", "title=danh hiệu|title", "need", "met=kết quả", "by=người đánh giá", "date=ngày"),
		NounException: fieldsOf(
			"id", "year=năm", "subject=cho", "title=danh hiệu|title", "need", "by=người quyết định", "document=số văn bản", "date=ngày",
			"reason=lý do",
		),
		NounLocal:      fieldsOf("id", "year=năm", "key", "value=giá trị", "document=số văn bản", "date=ngày", "about=trích yếu"),
		NounRegulation: fieldsOf("id", "number=số văn bản", "signed=ngày ký", "first=từ năm", "last=đến năm", "text=nội dung"),
		NounYear:       fieldsOf("id", "year=năm", "closed=sổ đã chốt", "locked=đã khóa"),
		NounPeriodMark: fieldsOf(
			"id", "year=năm", "person=cán bộ", "period=kỳ", "state=tình trạng", "self=tự chấm", "head=người đứng đầu chấm", "lines=điểm tiêu chí chung",
			"shares=tỷ lệ kết quả", "note=ghi chú", "by=người ghi", "date=ngày",
		),
		NounDuty:       fieldsOf("id", "person=cán bộ", "group=nhóm", "from=từ"),
		NounRatingFact: fieldsOf("id", "year=năm", "subject=cho", "key", "value=giá trị", "document=số văn bản", "date=ngày"),
		NounPassage:    fieldsOf("id", "year=năm", "subject=cho", "part=mục báo cáo", "text=nội dung", "round=đợt"),
		NounLayout:     fieldsOf("id", "kind=loại", "text=nội dung"),
		NounFigure:     fieldsOf("id", "year=năm", "form=biểu", "row=mã số", "column=cột", "value=số liệu"),
		NounOfficer: fieldsOf(
			"id", "person=cán bộ", "name=tên", "born=ngày sinh", "born_year=năm sinh", "sex=giới tính", "education=trình độ đào tạo",
			"since=ngày vào ngành thi đua", "since_year=năm vào ngành thi đua", "from=tính từ", "to=đến",
		),
		NounBureau: fieldsOf("id", "name=tên", "level=mã số trong biểu", "from=từ", "to=đến"),
		NounWorkItem: fieldsOf(
			"id", "year=năm", "person=cán bộ", "period=kỳ", "name=tên", "weight=đơn vị quy đổi", "assigned=giao", "done=hoàn thành",
			"good=đạt chất lượng", "on_time=đúng hạn", "returned=lần trả lại", "late=lần chậm",
		),
	}
}

// workFields are the fields of what the year's work leaves behind.
func workFields() map[Noun][]Field {
	return map[Noun][]Field{
		NounMerge: fieldsOf("id", "file=tệp", "head", "signers=máy đã ký", "past", "origins=nguồn", "losers=phần không lấy", "united=dòng hợp nhất"),
		NounNomination: fieldsOf(
			"id", "year=năm", "subject=cho", "title=danh hiệu|title", "state=tình trạng", "date=ngày", "reason=lý do", "regime",
			"checksum", "findings", "movement=phong trào", "round=đợt xét",
		),
		NounRanking: fieldsOf("id", "year=năm", "title=danh hiệu|title", "person=cán bộ", "place=thứ tự"),
		NounAttachment: fieldsOf(
			"id", "year=năm", "nomination=đề nghị", "decision=quyết định", "paper=giấy tờ", "name=tên", "origin=nơi lấy tệp",
			"date=ngày", "size=số byte", "pages=số trang", "sha256=mã kiểm tra", "round=đợt xét",
		),
		NounPlan: fieldsOf(
			"id", "year=năm", "kind=loại", "number=số", "symbol=ký hiệu", "date_text=ngày ghi trên văn bản", "date=ngày", "place=nơi ban hành",
			"superior=cơ quan cấp trên", "issuer=cơ quan ban hành", "title=tên", "bases=căn cứ", "preamble=phần mở đầu",
			"sections=phần nội dung", "closing=phần kết", "recipients=nơi nhận", "authority=quyền hạn ký", "signer_role=chức vụ người ký",
			"signer=người ký",
		),
		NounTask: fieldsOf(
			"id", "plan=kế hoạch", "section=mục của kế hoạch", "year=năm", "place=thứ tự", "title=tên", "unit=đơn vị", "person=cán bộ",
			"deadline=hạn", "state=tình trạng", "progress=tiến độ", "done=ngày xong", "evidence=minh chứng", "note=ghi chú",
		),
		NounMovement: fieldsOf(
			"id", "name=tên", "kind=loại", "scope=phạm vi", "manner=loại hình", "from=từ", "to=đến", "plan=kế hoạch",
			"document=số văn bản", "criteria=tiêu chí", "reviews=lần sơ kết, tổng kết",
		),
		NounParticipant: fieldsOf("id", "movement=phong trào", "subject=cho", "scores=điểm từng tiêu chí", "result=kết quả", "year=năm"),
		NounExample: fieldsOf(
			"id", "year=năm", "kind=loại", "subject=cho", "name=tên", "story=thành tích", "found_by=người phát hiện", "date=ngày",
			"spread=cách nhân rộng", "manner=loại hình",
		),
		NounEvent: fieldsOf(
			"id", "year=năm", "kind=loại", "name=tên", "host=cơ quan tổ chức", "from=từ", "to=đến", "place=nơi tổ chức", "content=nội dung",
			"document=số văn bản", "remarks=ý kiến",
		),
		NounAttendance: fieldsOf("id", "event=hoạt động", "person=cán bộ", "result=kết quả"),
		NounPact:       fieldsOf("id", "year=năm", "unit=đơn vị", "received=ngày nhận", "file=tệp", "signed=ngày ký", "signer=người ký", "note=ghi chú"),
		NounBloc: fieldsOf(
			"id", "year=năm", "name=tên", "scale=thang điểm|points", "rules=khung chấm điểm", "signed=ngày ký giao ước", "signed_place=nơi ký giao ước",
			"targets=nội dung giao ước", "met=ngày họp tổng kết", "met_place=nơi họp tổng kết", "chair=người chủ trì", "secretary=thư ký",
			"present=thành phần dự họp", "remarks=kết quả hoạt động", "hardship=khó khăn, hạn chế", "ahead=phương hướng",
			"next=trưởng khối năm sau", "sent_to=nơi nhận báo cáo",
		),
		NounBlocMember: fieldsOf(
			"id", "year=năm", "bloc=khối", "place=thứ tự", "name=tên", "role=vai trò", "own=là cơ quan mình", "leader=người ký", "position=chức vụ người ký",
			"votes=số phiếu", "voters=số người bỏ phiếu", "proposed=đề nghị khen thưởng", "note=ghi chú",
		),
		NounBlocCriterion: fieldsOf(
			"id", "year=năm", "bloc=khối", "place=thứ tự", "number=số mục", "text=nội dung", "kind=cách chấm", "standard=điểm chuẩn|points",
			"measure=đơn vị tính", "outside=Hội đồng chấm",
		),
		NounBlocMark: fieldsOf(
			"id", "year=năm", "member=thành viên khối", "criterion=tiêu chí", "plan=chỉ tiêu giao", "result=kết quả thực hiện", "level=mức", "self=điểm tự chấm",
			"checked=điểm khối thẩm định", "evidence=minh chứng",
		),
		NounBlocExtra: fieldsOf(
			"id", "year=năm", "member=thành viên khối", "minus=điểm trừ", "key", "reason=lý do", "count=số lần, số ngày", "points=điểm mỗi lần|points",
		),
		NounRound:    fieldsOf("id", "kind=loại", "year=năm", "name=tên", "date=ngày", "movement=phong trào"),
		NounStep:     fieldsOf("id", "nomination=đề nghị", "from=trạng thái trước", "to=trạng thái sau", "date=ngày", "by=người ghi", "reason=lý do"),
		NounMember:   fieldsOf("id", "person=cán bộ", "name=tên", "role=vai trò", "voting=được biểu quyết", "from=từ", "to=đến", "decision=số quyết định"),
		NounMeeting:  fieldsOf("id", "year=năm", "date=ngày", "place=nơi họp", "title=tên", "members=số thành viên", "minutes=biên bản", "round=đợt xét"),
		NounPresence: fieldsOf("id", "meeting=phiên họp", "member=thành viên", "state=tình trạng", "reason=lý do"),
		NounBallot: fieldsOf(
			"id", "meeting=phiên họp", "nomination=đề nghị", "members=số thành viên", "for=đồng ý", "against=không đồng ý",
			"invalid=không hợp lệ", "away=vắng", "recused=không bỏ phiếu cho mình", "result=kết quả",
		),
		NounDecision: fieldsOf(
			"id", "kind=loại", "number=số", "date=ngày", "issuer=cơ quan ban hành", "signer=người ký", "level=cấp", "manner=loại hình",
			"movement=phong trào", "round=đợt xét", "title=tên", "ground=căn cứ hủy bỏ", "corrections=lần đính chính",
		),
		NounDecisionLine: fieldsOf(
			"id", "decision=quyết định", "place=thứ tự", "subject=cho", "code=danh hiệu|title", "nomination=đề nghị",
			"award=khen thưởng", "amount=số tiền",
		),
		NounFundEntry: fieldsOf(
			"id", "year=năm", "date=ngày", "kind=loại", "content=nội dung", "amount=số tiền", "decision=số quyết định",
			"document=số văn bản",
		),
		NounComplaint: fieldsOf(
			"id", "received=ngày nhận", "sender=người gửi", "kind=loại", "subject=cho", "award=khen thưởng", "nomination=đề nghị",
			"summary=tóm tắt", "deadline=hạn", "closed=ngày giải quyết xong", "upheld=kết luận", "outcome=kết quả giải quyết", "hold=tạm dừng xét",
		),
		NounAccount: fieldsOf("id", "login=tên đăng nhập", "name=họ tên", "role=vai trò", "secret"),
		NounStock:   fieldsOf("id", "name=tên", "width=chiều rộng", "height=chiều cao", "fields=ô in"),
		NounOpinion: fieldsOf(
			"id", "year=năm", "subject=cho", "title=danh hiệu|title", "verdict=ý kiến", "text=nội dung ý kiến", "by=người cho ý kiến",
			"date=ngày", "answer=trả lời", "done=ngày xong",
		),
	}
}
