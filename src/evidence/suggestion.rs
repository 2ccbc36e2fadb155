//! What a row would have to say of a figure that no row takes up yet: the goal, the periods that it
//! may be for, and words to quote in which it is the only figure. Everything but the indicator,
//! which a person must choose.

mod questions;

use std::ops::Range;

use super::proof::figure_in;
use super::table::{self, CellReading, Reported};
use super::{
    Failure, MentionKind, UnitInPlan, Vocabulary, period, quote, sentence, spelling, words,
};
use crate::language::Localized;
use crate::portal::{Comparator, CountUnit, DueDay, Goal, Measure, StatementKind};

/// What a row says, as an author types it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// What the words make of it: wanted, an aim, reported, where a change begins, due.
    pub kind: StatementKind,
    pub goal: String,
    /// `2030`, `2021-2025`, `every year`, `none`; more than one where the text leaves the choice.
    pub periods: Vec<String>,
    pub quote: String,
    /// What it is counted in; `None` for a day.
    pub measure: Option<Localized>,
    /// What a person must look at first: with a question the row must never be taken as it is.
    pub questions: Vec<Localized>,
}

/// The suggestion for a mention; `None` where it is neither a figure nor a day before which
/// something is due, or cannot be quoted.
pub fn suggest(
    unit: &UnitInPlan,
    mention: usize,
    units: &[CountUnit],
    vocabulary: &Vocabulary,
) -> Option<Suggestion> {
    let of = &unit.mentions[mention];
    let table = CellReading::new(None, unit, Some(mention), vocabulary);
    let mut asked_first = Vec::new();
    let (goal, measure, asked) = match &of.kind {
        MentionKind::Figure(figure) => {
            let mut figure = figure.clone();
            if let Some(table) = &table {
                table.apply(&mut figure);
            }
            if let Some(bound) = sentence::bound_of_lead_in(unit, vocabulary) {
                match sentence::with_bound(figure.comparator, bound) {
                    Some(comparator) => figure.comparator = comparator,
                    None => asked_first.push(Localized::text(
                        "câu dẫn và câu này so sánh trái nhau",
                        "the lead-in and the sentence compare it in two ways",
                    )),
                }
            }
            let measure =
                spelling::measure(figure.measure.as_ref().unwrap_or(&Measure::Index), units);
            // Which value does not matter: only that a figure is meant.
            (
                spelling::figure(&figure),
                Some(measure),
                Goal::Value { comparator: Comparator::Reach, value: figure.low },
            )
        }
        &MentionKind::DayOfYear { month, day, before: true } => {
            (spelling::day(&of.kind)?, None, Goal::Before(DueDay::EveryYear { month, day }))
        }
        _ => return None,
    };
    let is_alone = |words: &str| {
        quote::find(words, unit.text, unit.mentions)
            .is_ok_and(|found| figure_in(&found, asked, unit).is_ok_and(|at| at == mention))
    };
    let quote = candidates(unit, mention).into_iter().find(|words| is_alone(words))?;
    let mut periods: Vec<String> =
        period::nearest(unit, &of.span, vocabulary).into_iter().map(spelling::period).collect();
    if periods.is_empty() {
        periods.push(spelling::period(crate::portal::Period::None));
    }
    let (mut kind, questions) = questions::of(unit, mention, vocabulary);
    // A table says by its heads what was reached and what is wanted.
    match table.as_ref().and_then(|table| table.reported) {
        Some(Reported::Yes) => kind = StatementKind::Baseline,
        Some(Reported::No) if kind == StatementKind::Result => kind = StatementKind::Target,
        _ => {}
    }
    let of_table = table.iter().flat_map(|table| &table.failures).filter_map(in_table);
    let questions = asked_first.into_iter().chain(of_table).chain(questions).collect();
    Some(Suggestion { kind, goal, periods, quote, measure, questions })
}

/// What the table leaves open.
fn in_table(failure: &Failure) -> Option<Localized> {
    let Failure::Table { place, word, trouble } = failure else { return None };
    Some(table::describe(place, word, trouble).1)
}

/// Words that may be quoted, the best first: the part of the sentence up to the figure, what
/// follows the figure before it, the whole sentence with brackets round the figure.
fn candidates(unit: &UnitInPlan, mention: usize) -> Vec<String> {
    const FEWEST_WORDS: usize = 4;
    let span = &unit.mentions[mention].span;
    let sentence = words::sentence(unit.text, span.clone());
    let start = |range: Range<usize>| {
        unit.text[range.clone()]
            .rfind(['.', ';', ':'])
            .map_or(range.start, |at| range.start + at + 1)
    };
    let part = start(sentence.start..span.start);
    let before = unit.mentions[..mention]
        .iter()
        .rev()
        .find(|other| matches!(other.kind, MentionKind::Figure(_) | MentionKind::DayOfYear { .. }));
    let behind = before.map_or(part, |other| other.span.end.max(part)).min(span.start);
    let words =
        |from: usize| plain(unit.text[from..span.end].trim_start_matches([',', ';', ')', ' ']));
    let chosen = |from: usize| {
        let head = unit.text[from..span.start].trim_start();
        format!("{}[{}]", plain(head), plain(&unit.text[span.clone()]))
    };
    // `Giảm 10% số đơn vị trường học`: what is counted stands behind the figure where little stands
    // before it.
    let whole = |from: usize| {
        plain(
            unit.text[from..piece_end(unit.text, span.end)]
                .trim_start_matches([',', ';', ')', ' '])
                .trim_end(),
        )
    };
    let is_long =
        |words: &str| words.split(' ').count() >= FEWEST_WORDS || words == plain(unit.text);
    let mut candidates = Vec::new();
    for from in [part, behind] {
        candidates.extend([words(from), whole(from)].into_iter().filter(|words| is_long(words)));
    }
    candidates.extend([
        chosen(part),
        chosen(sentence.start),
        whole(part),
        plain(unit.text),
        chosen(0),
    ]);
    candidates
}

/// Where the piece of a sentence ends that a figure stands in: at a sign with a space behind it,
/// not at that of a decimal.
fn piece_end(text: &str, from: usize) -> usize {
    let ends = |(at, sign): (usize, char)| {
        let rest = &text[from + at + sign.len_utf8()..];
        matches!(sign, ',' | ';' | '.' | ':' | '(')
            && (rest.is_empty() || rest.starts_with(' ') || sign == '(')
    };
    text[from..].char_indices().find(|letter| ends(*letter)).map_or(text.len(), |(at, _)| from + at)
}

/// Text as a quote has it: its own brackets are none of the author's.
fn plain(text: &str) -> String {
    text.replace('[', "\\[").replace(']', "\\]")
}

#[cfg(test)]
mod tests {
    use super::super::read;
    use super::*;
    use crate::language::Language;

    fn suggestions(text: &str) -> Vec<(String, String, String)> {
        let vocabulary = Vocabulary::of(Language::Vi);
        let mentions = read(text, Language::Vi, &vocabulary);
        let unit = UnitInPlan {
            language: Language::Vi,
            text,
            mentions: &mentions,
            headings: vec!["MỤC TIÊU ĐẾN NĂM 2030"],
            title: "Kế hoạch",
            lead_ins: Vec::new(),
            notes_below: Vec::new(),
            notes: Vec::new(),
            next: None,
            made: None,
            places: &[],
            cell: None,
        };
        let found =
            (0..mentions.len()).filter_map(|mention| suggest(&unit, mention, &[], &vocabulary));
        found.map(|found| (found.goal, found.periods.join(" | "), found.quote)).collect()
    }

    fn asked(text: &str) -> (String, StatementKind, Vec<String>) {
        let vocabulary = Vocabulary::of(Language::Vi);
        let mentions = read(text, Language::Vi, &vocabulary);
        let unit = UnitInPlan {
            language: Language::Vi,
            text,
            mentions: &mentions,
            headings: Vec::new(),
            title: "Kế hoạch",
            lead_ins: Vec::new(),
            notes_below: Vec::new(),
            notes: Vec::new(),
            next: None,
            made: None,
            places: &[],
            cell: None,
        };
        let figure =
            |mention: &super::super::Mention| matches!(mention.kind, MentionKind::Figure(_));
        let mention = mentions.iter().rposition(figure).expect("a figure");
        let found = suggest(&unit, mention, &[], &vocabulary).expect("a suggestion");
        (found.goal, found.kind, found.questions.into_iter().map(|question| question.en).collect())
    }

    #[test]
    fn what_is_turned_or_not_understood_is_a_question() {
        let (goal, kind, questions) = asked("Tỷ lệ trẻ mẫu giáo đến trường đạt 85% vào năm 2030.");
        assert_eq!((goal.as_str(), kind, questions), ("85", StatementKind::Target, Vec::new()));
        let (_, _, questions) = asked("Tỷ lệ trẻ mẫu giáo ngấp đạt 85% vào năm 2030.");
        assert_eq!(questions, ["not understood: “ngấp”"]);
        let (_, _, questions) =
            asked("Nếu được bố trí vốn, tỷ lệ trường đạt chuẩn đạt 85% vào năm 2030.");
        assert_eq!(questions, ["“Nếu được” makes it conditional"]);
        let (_, _, questions) = asked("Sau năm 2030, tỷ lệ trường đạt chuẩn đạt 85%.");
        assert_eq!(questions, ["“Sau năm 2030” is no time to reach it by"]);
    }

    #[test]
    fn the_words_say_of_which_kind_it_is() {
        let kind = |text| asked(text).1;
        assert_eq!(
            kind("Hướng tới tỷ lệ trường đạt chuẩn đạt 85% vào năm 2030."),
            StatementKind::Aim
        );
        assert_eq!(kind("Năm 2025, tỷ lệ trường đạt chuẩn đã đạt 85%."), StatementKind::Result);
        assert_eq!(asked("Tỷ lệ hộ nghèo giảm bình quân 1%/năm.").0, "\"reduce by 1\"");
        assert_eq!(asked("Số vụ được phát hiện tăng trên 3%.").0, "\"increase by > 3\"");
        assert_eq!(asked("Tỷ lệ hộ nghèo giảm 1,5 - 2%/năm.").0, "\"reduce by 1.5..2\"");
    }

    fn row(goal: &str, period: &str, quote: &str) -> (String, String, String) {
        (goal.to_owned(), period.to_owned(), quote.to_owned())
    }

    #[test]
    fn each_figure_gets_words_in_which_it_is_alone() {
        assert_eq!(
            suggestions(
                "Tỷ lệ trẻ nhà trẻ đến trường đạt 48,5%, tỷ lệ trẻ em mẫu giáo đạt trên 99,2%. \
                 Báo cáo trước ngày 10/12 hằng năm."
            ),
            [
                row("48.5", "2030", "Tỷ lệ trẻ nhà trẻ đến trường đạt 48,5%"),
                row("\"> 99.2\"", "2030", "tỷ lệ trẻ em mẫu giáo đạt trên 99,2%"),
                row("\"before 12-10\"", "every year", "Báo cáo trước ngày 10/12"),
            ]
        );
    }

    #[test]
    fn where_words_cannot_tell_brackets_do_and_the_nearest_year_is_the_period() {
        assert_eq!(
            suggestions("Đến năm 2026 đạt 40% và 50% số trường [mới]."),
            [
                row("40", "2026", "Đến năm 2026 đạt 40%"),
                row("50", "2026", "và 50% số trường \\[mới\\]")
            ]
        );
        assert_eq!(
            suggestions("Đạt 40% và 50%, 40% và 60%.")[3],
            row("60", "2030", "Đạt 40% và 50%, 40% và [60%]")
        );
        assert_eq!(
            suggestions("Giảm 10% số đơn vị, bằng 12,5% cả tỉnh.")[0],
            row("\"reduce by 10\"", "2030", "Giảm 10% số đơn vị")
        );
    }
}
