package native

import "unsafe"

// highContrast is HIGHCONTRASTW.
type highContrast struct {
	size, flags uint32
	scheme      *uint16
}

const (
	getHighContrast = 0x42
	highContrastOn  = 1
)

// HighContrast says whether the user asks Windows for colours of high contrast.
func HighContrast() bool {
	h := highContrast{size: uint32(unsafe.Sizeof(highContrast{}))}
	ok, _, _ := userProc("SystemParametersInfoW").Call(getHighContrast, uintptr(h.size), uintptr(unsafe.Pointer(&h)), 0)
	return ok != 0 && h.flags&highContrastOn != 0
}
