package gui

import "tdkt/internal/gui/desk"

// Every word of the window's frame.
const (
	wordProgram          = "Sổ Thi đua"
	tabPlans             = desk.TabPlans
	tabStaff             = desk.TabStaff
	tabPledges           = desk.TabPledges
	tabEvaluations       = desk.TabEvaluations
	tabAwards            = desk.TabAwards
	wordYear             = "Năm"
	wordUnit             = "Đơn vị"
	wordAllUnits         = "Toàn cơ quan"
	wordUndo             = "Hoàn tác"
	wordImport           = "Nhập từ Excel"
	wordExport           = "Xuất hồ sơ trình"
	wordSaved            = "Đã lưu: "
	wordRedone           = "Đã làm lại: "
	wordUndone           = "Đã hoàn tác: "
	wordFile             = "Tệp"
	wordEdit             = "Sửa"
	wordHelp             = "Trợ giúp"
	wordNewFile          = "Tạo sổ mới…"
	wordOpenFile         = "Mở sổ có sẵn…"
	wordOpenLast         = "Mở lại "
	wordSample           = "Xem thử với dữ liệu mẫu…"
	wordImportStaff      = "Nhập danh sách cán bộ từ Excel…"
	wordImportWorkbook   = "Nhập sổ dữ liệu (nhân sự, xếp loại, khen thưởng…)"
	wordMergeFile        = "Nhập từ máy khác…"
	wordExportSubmission = "Xuất bộ hồ sơ trình…"
	wordExportDocuments  = "Văn bản Word…"
	wordExportWorkbook   = "Xuất toàn bộ sổ dữ liệu ra Excel…"
	wordExportList       = "Xuất danh sách này ra Excel… (Ctrl+Shift+E)"
	wordUndoLast         = "Hoàn tác thao tác gần nhất (Ctrl+Z)"
	wordHistory          = "Lịch sử thao tác… (Ctrl+Shift+Z)"
	wordRedoLast         = "Làm lại thao tác vừa hoàn tác (Ctrl+Y)"
	wordNews             = "Có gì mới"
	wordSearch           = "Tìm mọi thứ"
	wordSearchMenu       = "Tìm mọi thứ… (Ctrl+K)"
	wordScreen           = "Màn hình"
	wordCommand          = "Lệnh"
	wordHelpHere         = "Trợ giúp cho màn hình này (F1)"
	wordHelpHint         = "Tìm trong trợ giúp: gõ không cần dấu"
	wordAbout            = "Giới thiệu"
	fileName             = "so-thi-dua.sotd"
	sampleName           = "du-lieu-mau.sotd"
	wordOrg              = "Thông tin cơ quan"
	wordMake             = "Tạo sổ"
	textWelcome          = "Theo dõi thi đua, khen thưởng của cơ quan: từ đăng ký đầu năm đến hồ sơ trình tỉnh.\nDữ liệu nằm trong một tệp trên máy này, không dùng mạng."
	textAbout            = "Sổ Thi đua — sổ theo dõi thi đua, khen thưởng của sở, ngành.\nKết luận đủ, không đủ hay thiếu dữ liệu đều nêu điều luật; phần chưa kiểm chứng được ghi rõ."
	textSearchHint       = "Tên hoặc mã cán bộ, phòng, danh hiệu, số quyết định, sáng kiến, kế hoạch, màn hình, lệnh…"
	textNoList           = "Màn hình này không có danh sách để xuất."
	textListOf           = "Năm %d, %s"
	textNothingFound     = "Không tìm thấy. Hãy thử bớt chữ; gõ không dấu cũng được."
)
