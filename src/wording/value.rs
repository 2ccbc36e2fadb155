//! Values and goals in words: `trên 57,6%`, `over 57.6%`.

use rust_decimal::Decimal;

use super::grade::{read_by_editor, uncertain};
use super::time::before;
use crate::language::{Language, number, pick};
use crate::portal::{Bound, Breakdown, Comparator, CountUnit, Goal, Measure, Portal, Statement};

/// A number with its unit: `48,5%`, `3 trường`, `170 students per 10,000 people`.
pub fn amount(portal: &Portal, measure: &Measure, value: Decimal, language: Language) -> String {
    let written = number::format(value, language);
    with_unit(portal, measure, written, value == Decimal::ONE, language)
}

/// Two numbers with their common unit: `35–40%`.
fn amounts(
    portal: &Portal,
    measure: &Measure,
    low: Decimal,
    high: Decimal,
    language: Language,
) -> String {
    with_unit(portal, measure, number::range(low, high, language), false, language)
}

fn with_unit(
    portal: &Portal,
    measure: &Measure,
    written: String,
    is_one: bool,
    language: Language,
) -> String {
    match measure {
        Measure::Percent => format!("{written}%"),
        Measure::Counted(id) => match portal.units.iter().find(|unit| &unit.id == id) {
            Some(unit) => {
                let name = unit_name(unit, is_one, language);
                // `15‰`, as `15%`.
                let space = if name.starts_with(char::is_alphanumeric) { " " } else { "" };
                format!("{written}{space}{name}")
            }
            None => written,
        },
        Measure::Level => match language {
            Language::Vi => format!("mức độ {written}"),
            Language::En => format!("level {written}"),
        },
        Measure::Index | Measure::Milestone | Measure::Date => written,
    }
}

fn unit_name(unit: &CountUnit, is_one: bool, language: Language) -> &str {
    match (language, is_one) {
        (Language::Vi, _) => &unit.name_vi,
        (Language::En, true) => &unit.name_en_one,
        (Language::En, false) => &unit.name_en_other,
    }
}

/// What the unit of an indicator is called where no number stands before it.
pub fn measure_name(portal: &Portal, measure: &Measure, language: Language) -> String {
    let (vi, en) = match measure {
        Measure::Percent => ("phần trăm (%)", "per cent (%)"),
        Measure::Index => ("chỉ số", "index"),
        Measure::Level => ("mức độ", "level"),
        Measure::Milestone => (
            "việc phải hoàn thành hoặc duy trì, không có con số",
            "a milestone without a figure: done or not",
        ),
        Measure::Date => ("ngày", "date"),
        Measure::Counted(id) => {
            return portal
                .units
                .iter()
                .find(|unit| &unit.id == id)
                .map_or_else(|| id.clone(), |unit| unit_name(unit, false, language).to_owned());
        }
    };
    pick(language, vi, en).to_owned()
}

/// The goal as it stands in a table: `trên 57,6%`, `reduce by 10%`, `trước ngày 10/12 hằng năm`.
pub fn goal(portal: &Portal, measure: &Measure, goal: Goal, language: Language) -> String {
    match goal {
        Goal::Value { comparator, value } => {
            let words = comparator_words(comparator, language);
            after_words(&words, amount(portal, measure, value, language))
        }
        Goal::Range { comparator, low, high } => {
            let words = comparator_words(comparator, language);
            after_words(&words, amounts(portal, measure, low, high, language))
        }
        Goal::Maintain => pick(language, "duy trì", "maintain").to_owned(),
        Goal::Complete => pick(language, "hoàn thành", "complete").to_owned(),
        Goal::Before(day) => before(day, language),
    }
}

/// What a statement says, as [`goal`] has it, with what must be said beside it: for what has no
/// badges.
pub fn said(portal: &Portal, statement: &Statement, language: Language) -> String {
    let words =
        goal(portal, &portal.indicator(statement.indicator).measure, statement.goal, language);
    let doubts = doubts(statement, language);
    if doubts.is_empty() { words } else { format!("{words} ({doubts})") }
}

/// What must be said of a figure wherever it stands without its badges; empty for most.
pub fn doubts(statement: &Statement, language: Language) -> String {
    let uncertain = statement.uncertain.then(|| uncertain(language));
    let read = statement.reading().map(|_| read_by_editor(language));
    uncertain
        .into_iter()
        .chain(read)
        .chain(not_final(statement, language))
        .collect::<Vec<_>>()
        .join("; ")
}

/// The same for what has a badge beside it that says how uncertain it is.
pub fn value(portal: &Portal, statement: &Statement, language: Language) -> String {
    let goal =
        goal(portal, &portal.indicator(statement.indicator).measure, statement.goal, language);
    let words: Vec<&str> = not_final(statement, language).collect();
    if words.is_empty() { goal } else { format!("{goal} ({})", words.join(", ")) }
}

/// What is said of a figure that is not, or not any more, the last word.
pub fn not_final(
    statement: &Statement,
    language: Language,
) -> impl Iterator<Item = &'static str> + use<> {
    let provisional = statement.provisional.then(|| pick(language, "số sơ bộ", "provisional"));
    let is_replaced = statement.replaced_by.is_some();
    let replaced = is_replaced.then(|| pick(language, "đã được thay", "replaced"));
    provisional.into_iter().chain(replaced)
}

fn after_words(words: &str, amount: String) -> String {
    if words.is_empty() { amount } else { format!("{words} {amount}") }
}

/// The words before a value; none for what is simply to be reached.
fn comparator_words(comparator: Comparator, language: Language) -> String {
    let (vi, en) = match comparator {
        Comparator::IncreaseBy(bound) => return change_by("tăng", "increase by", bound, language),
        Comparator::ReduceBy(bound) => return change_by("giảm", "reduce by", bound, language),
        Comparator::AtLeast => ("ít nhất", "at least"),
        Comparator::Above => ("trên", "over"),
        Comparator::AtMost => ("không quá", "no more than"),
        Comparator::Below => ("dưới", "below"),
        Comparator::About => ("khoảng", "about"),
        Comparator::Maintain => ("duy trì", "maintain"),
        Comparator::Before => ("trước", "before"),
        Comparator::Reach | Comparator::Range | Comparator::Complete => ("", ""),
    };
    pick(language, vi, en).to_owned()
}

/// The verb of a change with the words of its bound: `tăng ít nhất`, `to increase by at least`.
pub fn change_by(vi: &str, en: &str, bound: Bound, language: Language) -> String {
    let of_bound = match bound {
        Bound::Exactly | Bound::Range => return pick(language, vi, en).to_owned(),
        Bound::AtLeast => ("ít nhất", "at least"),
        Bound::Above => ("trên", "more than"),
        Bound::AtMost => ("không quá", "no more than"),
        Bound::Below => ("dưới", "less than"),
        Bound::About => ("khoảng", "about"),
    };
    format!("{} {}", pick(language, vi, en), pick(language, of_bound.0, of_bound.1))
}

/// The names of a breakdown's members: `tiểu học, mức độ 2`; empty for the whole.
pub fn breakdown(portal: &Portal, breakdown: &Breakdown, language: Language) -> String {
    portal
        .members(breakdown)
        .map(|(_, member)| member.name.get(language).as_str())
        .collect::<Vec<_>>()
        .join(", ")
}
