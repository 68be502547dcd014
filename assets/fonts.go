package assets

import _ "embed"

// The letters of printed pages: Liberation Serif, as wide as Times New Roman, which
// the forms of the State ask for. Its licence (SIL OFL 1.1) is fonts/LICENSE.txt.
var (
	//go:embed fonts/LiberationSerif-Regular.ttf
	FontRegular []byte
	//go:embed fonts/LiberationSerif-Bold.ttf
	FontBold []byte
	//go:embed fonts/LiberationSerif-Italic.ttf
	FontItalic []byte
)
