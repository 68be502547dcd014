package sheet

import (
	"strings"

	"tdkt/internal/tdkt"
)

// level reads a rating's level, by its short form or in full.
func level(text string) (tdkt.Level, error) {
	s := tdkt.Fold(strings.ReplaceAll(text, ".", ""))
	s = strings.TrimSuffix(strings.TrimPrefix(s, "xep loai "), " nhiem vu")
	switch s {
	case "htxs", "htxsnv", "xs", "xuat sac", "hoan thanh xuat sac":
		return tdkt.Excellent, nil
	case "htt", "httnv", "tot", "hoan thanh tot":
		return tdkt.Good, nil
	case "ht", "htnv", "hoan thanh":
		return tdkt.Done, nil
	case "kht", "khtnv", "khong hoan thanh", "chua hoan thanh":
		return tdkt.NotDone, nil
	}
	return "", sentence("Không có mức xếp loại “" + text + "”. Hãy ghi HTXS, HTT, HT hoặc KHT.")
}

func scope(text string) (tdkt.Scope, error) {
	switch strings.TrimPrefix(tdkt.Fold(text), "cap ") {
	case "co so", "so", "cs":
		return tdkt.Base, nil
	case "tinh", "thanh pho", "bo", "tinh, thanh pho":
		return tdkt.Province, nil
	case "toan quoc", "nha nuoc", "quoc gia":
		return tdkt.Nation, nil
	}
	return "", sentence("Không có phạm vi “" + text + "”. Hãy ghi Cơ sở, Tỉnh hoặc Toàn quốc.")
}

func initiativeKind(text string) (tdkt.InitiativeKind, error) {
	switch s := tdkt.Fold(text); {
	case s == "" || s == "sk" || strings.HasPrefix(s, "sang kien"):
		return tdkt.Innovation, nil
	case s == "dt" || strings.HasPrefix(s, "de tai"):
		return tdkt.Study, nil
	}
	return "", sentence("Không có loại “" + text + "”. Hãy ghi Sáng kiến hoặc Đề tài.")
}

func penalty(text string) (tdkt.Penalty, error) {
	s := tdkt.Fold(text)
	for _, p := range tdkt.Penalties() {
		if tdkt.Fold(string(p)) == s {
			return p, nil
		}
	}
	return "", sentence("Không có hình thức kỷ luật “" + text + "”. Hãy ghi Khiển trách, Cảnh cáo, Hạ bậc lương, Giáng chức, Cách chức, Buộc thôi việc hoặc Khai trừ (của Đảng).")
}

func sex(text string) (tdkt.Sex, error) {
	switch tdkt.Fold(text) {
	case "":
		return "", nil
	case "nam", "m", "ong":
		return tdkt.Male, nil
	case "nu", "f", "ba":
		return tdkt.Female, nil
	}
	return "", sentence("Không hiểu giới tính “" + text + "”. Hãy ghi Nam hoặc Nữ.")
}

func employment(text string) (tdkt.Employment, error) {
	switch s := tdkt.Fold(text); s {
	case "":
		return "", nil
	case "cb":
		return tdkt.Cadre, nil
	case "cc":
		return tdkt.CivilServant, nil
	case "vc":
		return tdkt.PublicStaff, nil
	case "nld", "hop dong", "hd", "hd68", "hd 68", "hop dong lao dong", "lao dong hop dong", "hd111", "hd 111":
		return tdkt.Worker, nil
	default:
		for _, e := range tdkt.Employments() {
			if tdkt.Fold(string(e)) == s {
				return e, nil
			}
		}
	}
	return "", sentence("Không có đối tượng “" + text + "”. Hãy ghi Cán bộ, Công chức, Viên chức hoặc Người lao động.")
}

// met reads the result of a manual need.
func met(text string) (bool, error) {
	switch tdkt.Fold(text) {
	case "dat", "x", "co", "1":
		return true, nil
	case "khong dat", "khong", "chua dat", "0":
		return false, nil
	}
	return false, sentence("Không hiểu kết quả “" + text + "”. Hãy ghi Đạt hoặc Không đạt.")
}
