//go:build !windows

package native

// probe trusts the system: elsewhere the libraries of GL bring software drawing along.
func probe() Graphics { return Graphics{Version: "2.1"} }

// ask needs no other process where nothing is asked.
func ask(string) Graphics { return probe() }
