package anchor

import (
	"unsafe"

	"golang.org/x/sys/windows"
)

// wrap has Windows lock the key to the account of the person at the PC.
func wrap(seed []byte) ([]byte, error) {
	var out windows.DataBlob
	err := windows.CryptProtectData(blob(seed), nil, nil, 0, nil, windows.CRYPTPROTECT_UI_FORBIDDEN, &out)
	if err != nil {
		return nil, err
	}
	return taken(out)
}

func unwrap(text []byte) ([]byte, error) {
	var out windows.DataBlob
	err := windows.CryptUnprotectData(blob(text), nil, nil, 0, nil, windows.CRYPTPROTECT_UI_FORBIDDEN, &out)
	if err != nil {
		return nil, err
	}
	return taken(out)
}

func blob(text []byte) *windows.DataBlob {
	if len(text) == 0 {
		return &windows.DataBlob{}
	}
	return &windows.DataBlob{Size: uint32(len(text)), Data: &text[0]} //nolint:gosec // a key is short
}

// taken copies what Windows gave and frees it.
func taken(b windows.DataBlob) ([]byte, error) {
	text := append([]byte(nil), unsafe.Slice(b.Data, b.Size)...)
	_, err := windows.LocalFree(windows.Handle(unsafe.Pointer(b.Data)))
	return text, err
}
