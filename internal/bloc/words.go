package bloc

import "fmt"

// Every word that people read.
const (
	whyMore        = "Thực hiện %s / kế hoạch %s × điểm chuẩn %s = %s điểm."
	whyLess        = "Càng thấp càng tốt, thực hiện %s, kế hoạch %s: kế hoạch / thực hiện × điểm chuẩn %s = %s điểm."
	whyOverLine    = "Tính %s điểm, phần vượt thưởng %s điểm."
	whyOverMost    = "Tính %s điểm, phần vượt thưởng %s điểm, không phải %s: nhiều nhất %s%% của điểm chuẩn."
	whyNoOver      = "Tính %s điểm; khung chấm điểm không thưởng phần vượt."
	whyLevel       = "Mức %s được %s%% của điểm chuẩn %s = %s điểm."
	whyOther       = "Điểm tự chấm %s khác %s tính theo công thức."
	whyChecked     = "Khối thẩm định %s, đơn vị tự chấm %s."
	whyBase        = "Điểm các tiêu chí: %s."
	whyOver        = "Thưởng phần vượt: %s."
	whyOverCut     = "Thưởng phần vượt: %s, không phải %s, vì đã đến mức cao nhất của cả bảng."
	whyExtra       = "%s %s: %s%s."
	whyDays        = " (chậm %d ngày)"
	whyNotLate     = "Báo cáo chậm %d ngày: chưa đến mức bị trừ điểm."
	whyMissing     = "Còn %d mục chưa có điểm nên chưa xếp hạng."
	whyUnchecked   = "Còn %d tiêu chí khối chưa thẩm định, đang lấy điểm tự chấm."
	whyBarred      = "Không được xét khen thưởng của khối: %s."
	whyDecided     = "Khối đã thống nhất đề nghị."
	whyDecidedNone = "Khối đã thống nhất không đề nghị."
	whyRank        = "Xếp hạng %d của khối."
	whyOpen        = "Còn đơn vị chưa đủ điểm nên chưa đề nghị theo hạng."
	whyChoose      = "%d đơn vị cùng hạng %d mà chỉ còn %d %s: khối cần bỏ phiếu chọn."
	gapBoth        = "Chưa có chỉ tiêu giao và kết quả thực hiện."
	gapPlan        = "Chưa có chỉ tiêu giao."
	gapResult      = "Chưa có kết quả thực hiện."
	gapZeroPlan    = "Chỉ tiêu giao bằng 0 nên không tính được tỷ lệ. Hãy ghi điểm tự chấm."
	gapZeroResult  = "Kết quả bằng 0 nên không tính được tỷ lệ. Hãy ghi điểm tự chấm."
	gapLevel       = "Chưa chọn mức."
	gapNoLevel     = "Khung chấm điểm không có mức “%s”."
	gapNoShare     = "Khung chấm điểm chưa nêu mức %s được bao nhiêu phần trăm điểm chuẩn. Hãy ghi điểm, hoặc bổ sung khung."
	gapPlain       = "Chưa chấm."
	gapOutside     = "Chưa có điểm Hội đồng chấm."
	gapReason      = "Khung chấm điểm không còn lý do “%s”: chưa tính được điểm."
	noteScale      = "Điểm chuẩn các tiêu chí cộng lại là %s, khác thang điểm %s."
	noteBarred     = "%s được đề nghị %s nhưng không được xét: %s."
	noteVotes      = "%s có %s phiếu trên %d người bỏ phiếu."
	noteMany       = "Đề nghị %d %s, khung chấm điểm cho %d."
	noteOwn        = "Chưa đánh dấu đơn vị nào là cơ quan mình."
	wordBonus      = "Thưởng"
	wordMinus      = "Trừ"
)

// timesWords says how many times, nothing for once.
func timesWords(n int) string {
	if n < 2 {
		return ""
	}
	return fmt.Sprintf(" (%d lần)", n)
}
