package merge

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"tdkt/internal/tdkt"
)

// emptyPart is a part none of whose fields is given.
const emptyPart = "{}"

// whole is the one part of a row that is taken or left as a whole.
const whole = ""

// split takes a row's JSON apart. Most rows are one part: a rating's level and its
// decision belong together. What several people fill in over time is taken field by
// field, but for fields that make sense only together.
func split(noun tdkt.Noun, raw []byte) (map[string]string, error) {
	var fields map[string]json.RawMessage
	if err := decode(raw, &fields); err != nil {
		return nil, err
	}
	delete(fields, "id")
	if !byField(noun) {
		value, err := json.Marshal(fields)
		return map[string]string{whole: string(value)}, err
	}
	groups := map[string]map[string]json.RawMessage{}
	for name, value := range flat(fields) {
		part := together(name)
		if groups[part] == nil {
			groups[part] = map[string]json.RawMessage{}
		}
		groups[part][name] = value
	}
	parts := map[string]string{}
	for part, group := range groups {
		value, err := json.Marshal(group)
		if err != nil {
			return nil, err
		}
		parts[part] = string(value)
	}
	return parts, nil
}

// byField says whether the fields of a noun are merged one by one.
func byField(noun tdkt.Noun) bool {
	switch noun {
	case tdkt.NounOrg, tdkt.NounUnit, tdkt.NounPerson, tdkt.NounYear:
		return true
	default:
		return false
	}
}

// together is the part a field belongs to.
func together(field string) string {
	switch field {
	case "born", "born_year":
		return "born"
	case "start", "end":
		return "service"
	case "unit", "position", "leader":
		return "post"
	case "founded", "closed":
		return "span"
	}
	return field
}

// flat puts the fields of a nested object beside the others: "closed.titles".
func flat(fields map[string]json.RawMessage) map[string]json.RawMessage {
	out := map[string]json.RawMessage{}
	for name, value := range fields {
		var inner map[string]json.RawMessage
		if len(value) == 0 || value[0] != '{' || json.Unmarshal(value, &inner) != nil {
			out[name] = value
			continue
		}
		for field, v := range inner {
			out[name+"."+field] = v
		}
	}
	return out
}

// assemble is the row that parts make, as JSON with sorted keys.
func assemble(key tdkt.ID, parts map[string]string) []byte {
	fields := map[string]any{"id": key}
	for _, part := range slices.Sorted(maps.Keys(parts)) {
		var group map[string]json.RawMessage
		if json.Unmarshal([]byte(parts[part]), &group) != nil {
			continue
		}
		for name, value := range group {
			outer, field, nested := strings.Cut(name, ".")
			if !nested {
				fields[name] = value
				continue
			}
			inner, ok := fields[outer].(map[string]json.RawMessage)
			if !ok {
				inner = map[string]json.RawMessage{}
				fields[outer] = inner
			}
			inner[field] = value
		}
	}
	text, err := json.Marshal(fields)
	if err != nil {
		panic(fmt.Sprintf("merge: a row of JSON values is no JSON: %v", err))
	}
	return text
}

func decode(raw []byte, into any) error {
	if err := json.Unmarshal(raw, into); err != nil {
		return fmt.Errorf("row of the history: %w", err)
	}
	return nil
}
