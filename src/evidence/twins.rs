//! The two languages of a unit against each other.
//!
//! What a number is and how it is compared must agree; the words round it, its printed scale and
//! its place in the sentence need not.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::read::number_value;
use super::{Figure, Mention, MentionKind};
use crate::language::Language;
use crate::portal::Comparator;

/// A number of one language that the other does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Whose number it is.
    pub language: Language,
    /// Its index in that language's mentions.
    pub mention: usize,
    /// The number of the other language that it was probably meant to equal.
    pub closest: Option<usize>,
}

/// The numbers that have no equal in the other language, the Vietnamese first; none where the two
/// say the same.
pub fn same_numbers(vi: &[Mention], en: &[Mention]) -> Vec<Difference> {
    let mut places: BTreeMap<MentionKind, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
    for (index, mention) in vi.iter().enumerate() {
        places.entry(meaning(&mention.kind, Language::Vi)).or_default().0.push(index);
    }
    for (index, mention) in en.iter().enumerate() {
        places.entry(meaning(&mention.kind, Language::En)).or_default().1.push(index);
    }
    let (mut only_vi, mut only_en) = (Vec::new(), Vec::new());
    for (in_vi, in_en) in places.values() {
        let both = in_vi.len().min(in_en.len());
        only_vi.extend_from_slice(&in_vi[both..]);
        only_en.extend_from_slice(&in_en[both..]);
    }
    only_vi.sort_unstable();
    only_en.sort_unstable();
    match_bare(&mut only_vi, vi, &mut only_en, en);
    let mut differences = one_sided(Language::Vi, (&only_vi, vi), (&only_en, en));
    differences.extend(one_sided(Language::En, (&only_en, en), (&only_vi, vi)));
    differences
}

/// Takes out what one language counts and the other only numbers: `05 trường mầm non`, *5 are
/// preschools*.
fn match_bare(only_vi: &mut Vec<usize>, vi: &[Mention], only_en: &mut Vec<usize>, en: &[Mention]) {
    let counted = |kind: &MentionKind| match kind {
        MentionKind::Figure(figure) if figure.comparator == Comparator::Reach => {
            figure.high.is_none().then_some(figure.low)
        }
        _ => None,
    };
    let bare = |kind: &MentionKind, language: Language| match kind {
        MentionKind::Other(printed) => number_value(printed, language),
        _ => None,
    };
    only_vi.retain(|&index| {
        let kind = &vi[index].kind;
        let twin = only_en.iter().position(|&other| {
            let other = &en[other].kind;
            counted(kind).is_some_and(|value| bare(other, Language::En) == Some(value))
                || counted(other).is_some_and(|value| bare(kind, Language::Vi) == Some(value))
        });
        twin.map(|place| only_en.remove(place)).is_none()
    });
}

/// The differences of one language, each with the closest unmatched number of the other: of the
/// same value, else at the same place in the order.
fn one_sided(
    language: Language,
    (own, mentions): (&[usize], &[Mention]),
    (others, of_other): (&[usize], &[Mention]),
) -> Vec<Difference> {
    let mut by_value: BTreeMap<Decimal, Vec<usize>> = BTreeMap::new();
    for &other in others.iter().rev() {
        if let Some(value) = first_value(&of_other[other].kind, language.other()) {
            by_value.entry(value).or_default().push(other);
        }
    }
    let difference = |(place, &mention): (usize, &usize)| {
        let same_value = first_value(&mentions[mention].kind, language)
            .and_then(|value| by_value.get_mut(&value)?.pop());
        Difference { language, mention, closest: same_value.or_else(|| others.get(place).copied()) }
    };
    own.iter().enumerate().map(difference).collect()
}

/// The kind without what only one language writes: the signs of a bare number, and whether a year
/// stands in a name or in a time.
fn meaning(kind: &MentionKind, language: Language) -> MentionKind {
    match kind {
        MentionKind::Year(year) => MentionKind::Other(year.to_string()),
        // The header `Năm 2025` of a table may be `2025` in the other language.
        MentionKind::Figure(figure) if is_bare_year(figure) => {
            MentionKind::Other(figure.low.to_string())
        }
        MentionKind::Figure(figure) => {
            MentionKind::Figure(Figure { start: false, ..figure.clone() })
        }
        MentionKind::Other(printed) => MentionKind::Other(plain(printed, language)),
        other => other.clone(),
    }
}

fn is_bare_year(figure: &Figure) -> bool {
    let years = Decimal::from(1900)..=Decimal::from(2100);
    figure.comparator == Comparator::Reach
        && figure.high.is_none()
        && figure.measure.is_none()
        && figure.low.scale() == 0
        && years.contains(&figure.low)
}

/// `06` is 6, `2.000` of a Vietnamese text is 2000.
fn plain(printed: &str, language: Language) -> String {
    let number = |part: &str| {
        number_value(part, language).map_or_else(|| part.to_owned(), |value| value.to_string())
    };
    ['-', '/']
        .iter()
        .find_map(|joint| {
            printed
                .split_once(*joint)
                .map(|(low, high)| format!("{}{joint}{}", number(low), number(high)))
        })
        .unwrap_or_else(|| number(printed))
}

/// The number that a reader would look for in the other language.
fn first_value(kind: &MentionKind, language: Language) -> Option<Decimal> {
    let value = match kind {
        MentionKind::Figure(figure) => figure.low,
        MentionKind::Year(year) | MentionKind::Stage(year, _) | MentionKind::SchoolYear(year) => {
            Decimal::from(*year)
        }
        MentionKind::Quarter(quarter, _) | MentionKind::HalfYear(quarter, _) => {
            Decimal::from(*quarter)
        }
        MentionKind::NineMonths(year) => Decimal::from(*year),
        MentionKind::Date(date) => {
            Decimal::from(date.day.or(date.month).map_or(date.year, i16::from))
        }
        MentionKind::ImpossibleDate(day, ..) => Decimal::from(*day),
        MentionKind::DayOfYear { day, .. } => Decimal::from(*day),
        MentionKind::Age { from: count, .. }
        | MentionKind::Level(count)
        | MentionKind::Frequency { count, .. }
        | MentionKind::Duration { count, .. }
        | MentionKind::Ordinal(count) => Decimal::from(*count),
        MentionKind::DocumentNumber(number) => number_value(
            number.split(|character: char| !character.is_ascii_digit()).next()?,
            language,
        )?,
        MentionKind::Other(printed) => number_value(printed.split(['-', '/']).next()?, language)?,
        MentionKind::EveryYear => return None,
    };
    Some(value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::{Vocabulary, read};

    fn differences(vi: &str, en: &str) -> Vec<(Language, usize, Option<usize>)> {
        let words = |term: &str| Vocabulary {
            units: vec![(term.to_owned(), "count:school".to_owned())],
            ..Vocabulary::of(Language::Vi)
        };
        let (vi, en) =
            (read(vi, Language::Vi, &words("trường")), read(en, Language::En, &words("schools")));
        same_numbers(&vi, &en)
            .into_iter()
            .map(|difference| (difference.language, difference.mention, difference.closest))
            .collect()
    }

    #[test]
    fn order_and_printed_scale_do_not_matter() {
        assert_eq!(
            differences(
                "Đến năm 2030, 48,50% trong 2.000 trường",
                "48.5% of 2,000 schools by 2030"
            ),
            []
        );
        assert_eq!(differences("1.200/2.000 em", "1,200/2,000 children"), []);
        assert_eq!(
            differences(
                "Đề án 06 và Luật Giáo dục 2019",
                "Project 06 and the 2019 Law on Education"
            ),
            []
        );
    }

    #[test]
    fn another_comparator_is_another_figure() {
        assert_eq!(
            differences("đạt trên 98%", "reaches at least 98%"),
            [(Language::Vi, 0, Some(0)), (Language::En, 0, Some(0))]
        );
    }

    #[test]
    fn the_closest_is_of_the_same_value_else_of_the_same_place() {
        let found = differences("đạt 20% và trên 30%", "reaches 30% and 25%");
        assert_eq!(
            found,
            [
                (Language::Vi, 0, Some(0)),
                (Language::Vi, 1, Some(0)),
                (Language::En, 0, Some(1)),
                (Language::En, 1, Some(1))
            ]
        );
    }

    #[test]
    fn a_number_that_stands_once_more_in_one_language_is_a_difference() {
        assert_eq!(
            differences("100% trường, 100% lớp", "100% of schools and all classes"),
            [(Language::Vi, 1, None)]
        );
        assert_eq!(differences("hằng năm", "in due course"), [(Language::Vi, 0, None)]);
    }

    #[test]
    fn before_a_day_and_on_a_day_are_not_the_same() {
        assert_eq!(
            differences("trước ngày 10/12", "on 10 December"),
            [(Language::Vi, 0, Some(0)), (Language::En, 0, Some(0))]
        );
    }
}
