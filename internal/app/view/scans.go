package view

import (
	"tdkt/internal/tdkt"
)

// ScanOf is the scan of a decision; false when there is none.
func (v *View) ScanOf(decision tdkt.ID) (tdkt.Attachment, bool) {
	for _, at := range v.Attachments {
		if decision != "" && at.Decision == decision {
			return at, true
		}
	}
	return tdkt.Attachment{}, false
}
