package view

import (
	"fmt"
	"slices"
	"strings"

	"tdkt/internal/law"
	"tdkt/internal/tdkt"
)

// leastMembers is how many members with a vote make a Council: fewer cannot outvote one.
const leastMembers = 3

// mayDecide refuses a meeting of a Council that may not make results known: without chair,
// secretary or enough members, without a quorum of its own rules, or short of it.
func (v *View) mayDecide(m tdkt.Meeting) error {
	var lacks []string
	council := v.CouncilOn(m.Date)
	for _, need := range []struct {
		role tdkt.Role
		word string
	}{{tdkt.Chair, "chủ tịch"}, {tdkt.Clerk, "thư ký"}} {
		if !slices.ContainsFunc(council, func(c tdkt.Member) bool { return c.Role == need.role }) {
			lacks = append(lacks, "chưa có "+need.word)
		}
	}
	if n := Voters(council); n < leastMembers {
		lacks = append(lacks, fmt.Sprintf("chỉ có %d thành viên biểu quyết, cần ít nhất %d", n, leastMembers))
	}
	met, took, rule, err := v.QuorumOf(m)
	if err != nil {
		return err
	}
	if !rule.Known {
		lacks = append(lacks, "chưa nhập tỷ lệ dự họp tối thiểu theo quy chế (trang Quy định riêng)")
	}
	switch {
	case len(lacks) > 0:
		return tdkt.Errorf(tdkt.Invalid, "Chưa công bố được kết quả phiên họp ngày %s: Hội đồng %s. Hãy bổ sung rồi làm lại.", m.Date, strings.Join(lacks, "; "))
	case met == law.No:
		return tdkt.Errorf(tdkt.Invalid, "Phiên họp ngày %s có %d trên %d thành viên tham gia, chưa đủ %s để họp. Hãy xem lại thành phần dự họp hoặc họp lại.", m.Date, took, m.Members, rule.Words())
	}
	return nil
}
