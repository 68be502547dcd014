// Package tdkt holds the nouns of emulation and commendation (thi đua, khen
// thưởng): people, units, ratings, titles, pledges and decisions, as plain
// values. It imports nothing of ours and knows no screen, storage or file format.
package tdkt
