package app

// FieldHasWords says whether a field of a record can be told to people.
func FieldHasWords(field string) bool {
	return unspoken(field) || fieldName(field) != "nội dung" || field == "Content"
}
