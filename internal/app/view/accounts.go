package view

import (
	"slices"

	"tdkt/internal/tdkt"
)

// Logins are the accounts of people.
func (v *View) Logins() []tdkt.Account {
	return slices.DeleteFunc(slices.Clone(v.Accounts), func(x tdkt.Account) bool { return x.Role == tdkt.AccessPaper })
}
