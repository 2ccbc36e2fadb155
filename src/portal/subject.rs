//! What a figure is of: one identity, wherever statements are held against each other.

use super::{Breakdown, Indicator, IndicatorIndex, Portal, Statement};
use crate::language::Localized;
use crate::language::text::{tones_last, unify};

/// The indicator, the part of it that is meant, and the whole that it is measured against.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Subject<'portal> {
    pub indicator: IndicatorIndex,
    pub breakdown: &'portal Breakdown,
    /// As it is compared, not as it is shown; none for the indicator's own.
    pub denominator: Option<String>,
}

impl Portal {
    pub fn subject<'portal>(&'portal self, statement: &'portal Statement) -> Subject<'portal> {
        let indicator = self.indicator(statement.indicator);
        Subject {
            indicator: statement.indicator,
            breakdown: &statement.breakdown,
            denominator: other_denominator(indicator, statement.denominator.as_ref()),
        }
    }
}

/// The denominator that a statement gives, as it is compared; none where it is the indicator's.
///
/// The Vietnamese words decide: the English are a translation, and two rows may translate the same
/// words differently. Capitals, spaces, dashes, the place of a tone mark (`hóa`, `hoá`) and a full
/// stop make no difference.
pub fn other_denominator(indicator: &Indicator, words: Option<&Localized>) -> Option<String> {
    let own = indicator.denominator.as_ref().map(identity);
    words.map(identity).filter(|words| own.as_ref() != Some(words))
}

fn identity(words: &Localized) -> String {
    let unified: String = words.vi.chars().map(unify).collect();
    let one_space_each = unified.split_whitespace().collect::<Vec<_>>().join(" ");
    tones_last(one_space_each.trim_end_matches(['.', ',', ';', ':']))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::portal::sample;

    #[test]
    fn a_denominator_is_the_same_however_it_is_spelt_and_translated() {
        let mut portal = sample::portal();
        portal.indicators[0].denominator = Some(Localized::text("tổng số trẻ", "all children"));
        let indicator = &portal.indicators[0];
        let of = |vi: &str, en: &str| other_denominator(indicator, Some(&Localized::text(vi, en)));
        let budget = of("ngân sách địa phương", "the local budget");
        assert!(budget.is_some());
        assert_eq!(of("Ngân sách  địa phương.", "local budget"), budget);
        assert_eq!(of("hoá đơn", "invoices"), of("hóa đơn", "invoices"));
        assert_ne!(of("ngân sách trung ương", "the local budget"), budget);
        assert_eq!(of("Tổng số trẻ", "children in all"), None, "the indicator's own");
        assert_eq!(other_denominator(indicator, None), None);
    }
}
