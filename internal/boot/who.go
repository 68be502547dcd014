package boot

import "strings"

// nobody stands in the journal where the machine's account names no person.
const nobody = "không rõ tên"

// nameless are accounts that a machine is delivered with; they say nothing of who sits there.
const nameless = " root administrator admin user owner guest pc default ubuntu "

// personOf is who sits at the program: the whole name of the account, or its short one
// without the domain that Windows puts before it.
func personOf(full, account string) string {
	if i := strings.LastIndexByte(account, '\\'); i >= 0 {
		account = account[i+1:]
	}
	for _, name := range []string{strings.TrimSpace(full), strings.TrimSpace(account)} {
		if name != "" && !strings.Contains(nameless, " "+strings.ToLower(name)+" ") {
			return name
		}
	}
	return nobody
}
