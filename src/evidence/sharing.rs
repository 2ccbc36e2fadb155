//! Several statements on one figure: right only where their indicators or their breakdowns differ.

use std::collections::BTreeMap;

use crate::portal::{Breakdown, IndicatorIndex};

/// What a statement rests on: the unit and the mention in it, and what it says that they measure.
pub type Rest<'claim> = (usize, usize, IndicatorIndex, &'claim Breakdown);

/// The pairs of claims (by their places in the slice) of one indicator that rest on one mention of
/// one unit with the same breakdown, or of which one has none at all. Each claim is named once,
/// with the first that it clashes with.
pub fn clashes(claims: &[Rest]) -> Vec<(usize, usize)> {
    let mut by_figure: BTreeMap<(usize, usize, IndicatorIndex), Vec<usize>> = BTreeMap::new();
    for (index, &(unit, mention, indicator, _)) in claims.iter().enumerate() {
        by_figure.entry((unit, mention, indicator)).or_default().push(index);
    }
    let mut clashes = Vec::new();
    for sharing in by_figure.values() {
        let whole = sharing.iter().copied().find(|&index| claims[index].3.0.is_empty());
        let mut first_of: BTreeMap<&Breakdown, usize> = BTreeMap::new();
        for &index in sharing {
            let first = *first_of.entry(claims[index].3).or_insert(index);
            let other = if first == index { whole } else { Some(first) };
            if let Some(other) = other.filter(|&other| other != index) {
                clashes.push((other.min(index), other.max(index)));
            }
        }
    }
    clashes.sort_unstable();
    clashes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::portal::{DimensionIndex, MemberIndex};

    fn member(member: usize) -> Breakdown {
        Breakdown(vec![(DimensionIndex(0), MemberIndex(member))])
    }

    #[test]
    fn one_figure_serves_several_members() {
        let (primary, secondary) = (member(0), member(1));
        assert_eq!(
            clashes(&[(7, 0, IndicatorIndex(0), &primary), (7, 0, IndicatorIndex(0), &secondary)]),
            []
        );
    }

    #[test]
    fn one_figure_serves_one_member_once() {
        let (primary, secondary) = (member(0), member(1));
        assert_eq!(
            clashes(&[
                (7, 0, IndicatorIndex(0), &primary),
                (7, 0, IndicatorIndex(0), &secondary),
                (7, 0, IndicatorIndex(0), &primary),
                (7, 0, IndicatorIndex(0), &primary)
            ]),
            [(0, 2), (0, 3)]
        );
    }

    #[test]
    fn the_whole_shares_its_figure_with_no_part() {
        let (primary, whole) = (member(0), Breakdown::default());
        assert_eq!(
            clashes(&[(7, 0, IndicatorIndex(0), &primary), (7, 0, IndicatorIndex(0), &whole)]),
            [(0, 1)]
        );
        assert_eq!(
            clashes(&[(7, 0, IndicatorIndex(0), &whole), (7, 0, IndicatorIndex(0), &whole)]),
            [(0, 1)]
        );
    }

    #[test]
    fn other_figures_and_other_units_are_free() {
        let whole = Breakdown::default();
        assert_eq!(
            clashes(&[
                (7, 0, IndicatorIndex(0), &whole),
                (7, 1, IndicatorIndex(0), &whole),
                (8, 0, IndicatorIndex(0), &whole)
            ]),
            []
        );
    }
}
