package backup

import "strings"

const onNetwork = "Tệp nằm trên thư mục mạng: mất mạng khi đang ghi có thể làm hỏng tệp. Hãy chép tệp vào ổ đĩa của máy này để làm việc."

// Risk is a sentence about a place that may harm a data file, "" for a usual one:
// a shared folder of the network, or one that another program copies elsewhere.
func Risk(path string) string {
	if mapped(path) {
		return onNetwork
	}
	path = strings.ReplaceAll(path, `\`, "/")
	if strings.HasPrefix(path, "//") && !strings.HasPrefix(path, "//?/") && !strings.HasPrefix(path, "//./") || strings.HasPrefix(path, "//?/UNC/") {
		return onNetwork
	}
	parts := strings.Split(path, "/")
	for _, part := range parts[:len(parts)-1] {
		if name := syncer(strings.ToLower(part)); name != "" {
			return "Tệp nằm trong thư mục đồng bộ của " + name + ": việc đồng bộ khi đang ghi có thể làm hỏng tệp. Hãy chép tệp sang thư mục khác để làm việc."
		}
	}
	return ""
}

// syncer is the program that keeps a folder of this name in step with others.
func syncer(folder string) string {
	for _, s := range []struct{ prefix, name string }{
		{"onedrive", "OneDrive"},
		{"google drive", "Google Drive"},
		{"googledrive", "Google Drive"},
		{"my drive", "Google Drive"},
		{"drive của tôi", "Google Drive"},
		{"dropbox", "Dropbox"},
		{"iclouddrive", "iCloud"},
	} {
		if folder == s.prefix || strings.HasPrefix(folder, s.prefix+" ") || strings.HasPrefix(folder, s.prefix+"-") {
			return s.name
		}
	}
	return ""
}
