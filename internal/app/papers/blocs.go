package papers

import (
	"tdkt/internal/app"
	"tdkt/internal/bloc"
	"tdkt/internal/tdkt"
)

// ShareBlocRules writes the rules and the criteria of a khối as a file that another office
// takes with TakeBlocRules.
func ShareBlocRules(a *app.App, b tdkt.Bloc, path string) error {
	if err := MayWrite(a, path, ".toml"); err != nil {
		return err
	}
	r, err := a.View().BlocRules(b)
	if err != nil {
		return err
	}
	for _, c := range a.View().BlocCriteriaOf(b) {
		r.Criteria = append(r.Criteria, bloc.Criterion{
			Number: c.Number, Text: c.Text, Kind: string(c.Kind), Measure: c.Measure, Outside: c.Outside,
			Points: bloc.Number{Quantity: tdkt.Quantity{Known: c.Standard > 0, N: int64(c.Standard)}},
		})
	}
	return writeWhole(path, []byte(r.Text()))
}
