//! Holds the two languages of a plan against each other: the same clauses and units, in the same
//! order. One mistake of the author is one diagnostic, however much of the text it shifts. Where a
//! unit is the same, so must be its marks of footnotes.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use super::footnotes::{marks_differ, told_missing};
use super::tree::footnote_key;
use crate::diagnostic::{Code, Diagnostic, Location, Report, Source};
use crate::language::{Language, Localized};
use crate::portal::{ClauseKind, PlanText, Unit, UnitIndex};

/// As much of a unit as a diagnostic marks.
const MARKED: usize = 40;

/// Whether both languages have the same structure; where not, the report says where they part.
/// Marks of footnotes that differ are reported too, and keep nothing from being paired.
pub fn same_structure(
    vi: &PlanText,
    en: &PlanText,
    vi_source: &Arc<Source>,
    en_source: &Arc<Source>,
    report: &mut Report,
) -> bool {
    let vi = Side::new(vi, vi_source, Language::Vi, report);
    let en = Side::new(en, en_source, Language::En, report);
    let mut is_same = true;
    let mut steps = steps(&vi.clauses(), &en.clauses()).into_iter().peekable();
    while let Some(step) = steps.next() {
        match step {
            Step::Gap(left, right) => {
                is_same = false;
                // A clause that only stands elsewhere is reported once, at its Vietnamese place.
                let is_known = left.is_empty()
                    && en.text.clauses[right.clone()]
                        .iter()
                        .all(|clause| vi.anchors.contains(clause.anchor.as_str()));
                let is_told = vi.has_only_footnotes(left.clone(), &en)
                    && en.has_only_footnotes(right.clone(), &vi);
                if !is_known && !is_told {
                    report.add(clauses_differ(&vi, &en, left, right));
                }
            }
            // Where a label is missing, what belongs to it stands in the clause before: the gap
            // says it already.
            Step::Twins(..) if matches!(steps.peek(), Some(Step::Gap(..))) => {}
            Step::Twins(left, right) => {
                let (left, right) = (vi.units_of(left), en.units_of(right));
                let gaps = gaps(&vi, &en, &left, &right);
                is_same &= gaps.is_empty();
                if let Some((gap, twin_gap)) = gaps.into_iter().find(|(gap, twin_gap)| {
                    !(vi.are_missed(gap, &en) && en.are_missed(twin_gap, &vi))
                }) {
                    report.add(units_differ(&vi, &en, (left, gap), (right, twin_gap)));
                }
            }
        }
    }
    if is_same {
        let sides = [&vi, &en].map(|side| (side.text, side.source, side.language));
        for diagnostic in
            (0..vi.text.units.len()).filter_map(|unit| marks_differ(sides, UnitIndex(unit)))
        {
            report.add(diagnostic);
        }
    }
    is_same
}

struct Side<'text> {
    text: &'text PlanText,
    source: &'text Arc<Source>,
    language: Language,
    /// Of the clauses.
    anchors: BTreeSet<&'text str>,
    /// The footnotes that its marks lead to and that are not there: told already.
    lacks: BTreeSet<String>,
}

impl<'text> Side<'text> {
    fn new(
        text: &'text PlanText,
        source: &'text Arc<Source>,
        language: Language,
        report: &Report,
    ) -> Self {
        let anchors = text.clauses.iter().map(|clause| clause.anchor.as_str()).collect();
        Side { text, source, language, anchors, lacks: told_missing(source, report) }
    }

    /// Whether these clauses are nothing but footnotes of which it was told that the other language
    /// lacks them.
    fn has_only_footnotes(&self, clauses: Range<usize>, other: &Side) -> bool {
        let units = self.first_unit(clauses.start)..self.first_unit(clauses.end);
        self.text.clauses[clauses].iter().all(|clause| clause.kind == ClauseKind::Footnotes)
            && self.are_missed(&units, other)
    }

    /// Whether these units are footnotes of which it was told that the other language lacks them.
    fn are_missed(&self, units: &Range<usize>, other: &Side) -> bool {
        let is_missed = |unit: usize| {
            self.text
                .footnote_of(UnitIndex(unit))
                .is_some_and(|footnote| other.lacks.contains(&footnote_key(&footnote.label)))
        };
        units.clone().all(is_missed)
    }

    fn clauses(&self) -> Vec<(&'text str, Option<ClauseKind>)> {
        self.text.clauses.iter().map(|clause| (clause.anchor.as_str(), Some(clause.kind))).collect()
    }

    /// A unit's anchor says its kind too.
    fn units(&self, range: Range<usize>) -> Vec<(&'text str, Option<ClauseKind>)> {
        self.text.units[range].iter().map(|unit| (unit.anchor.as_str(), None)).collect()
    }

    /// The units of a clause: they stand together.
    fn units_of(&self, clause: usize) -> Range<usize> {
        self.first_unit(clause)..self.first_unit(clause + 1)
    }

    /// The first unit of a clause, or what follows it where it has none.
    fn first_unit(&self, clause: usize) -> usize {
        self.text.units.partition_point(|unit| unit.clause.0 < clause)
    }

    /// The place of a unit; the end of the text behind the last one.
    fn place(&self, unit: usize) -> Location {
        match self.text.units.get(unit) {
            Some(unit) => Location::new(self.source, beginning(unit, &self.source.text)),
            None => {
                let end = self.source.text.trim_end().len();
                Location::new(self.source, end..end)
            }
        }
    }

    fn language_name(&self) -> Localized<&'static str> {
        match self.language {
            Language::Vi => Localized::new("bản tiếng Việt", "the Vietnamese text"),
            Language::En => Localized::new("bản tiếng Anh", "the English text"),
        }
    }
}

/// The range of a unit's first words, on one line.
fn beginning(unit: &Unit, source: &str) -> Range<usize> {
    if unit.text.is_empty() {
        let place = unit.origins.first().map_or(0, |&(_, place)| place);
        return place..place;
    }
    let end = unit.text.char_indices().nth(MARKED).map_or(unit.text.len(), |(offset, _)| offset);
    let range = unit.source_range(0..end);
    let line_end = source.get(range.clone()).and_then(|part| part.find(['\r', '\n']));
    range.start..line_end.map_or(range.end, |line_end| range.start + line_end)
}

type Key<'text> = (&'text str, Option<ClauseKind>);

/// A step through two sequences.
#[derive(Debug, PartialEq, Eq)]
enum Step {
    /// The same on both sides.
    Twins(usize, usize),
    /// What stands on one side only, up to the next twins.
    Gap(Range<usize>, Range<usize>),
}

/// Walks two sequences of unique keys, and finds together again wherever both go on with the same
/// key. Linear.
fn steps(left: &[Key], right: &[Key]) -> Vec<Step> {
    let in_left: BTreeMap<Key, usize> =
        left.iter().enumerate().map(|(index, &key)| (key, index)).collect();
    let in_right: BTreeMap<Key, usize> =
        right.iter().enumerate().map(|(index, &key)| (key, index)).collect();
    let mut steps = Vec::new();
    let (mut at, mut twin) = (0, 0);
    let (mut gap_start, mut gap_twin) = (0, 0);
    while at < left.len() || twin < right.len() {
        if at < left.len() && twin < right.len() && left[at] == right[twin] {
            if gap_start < at || gap_twin < twin {
                steps.push(Step::Gap(gap_start..at, gap_twin..twin));
            }
            steps.push(Step::Twins(at, twin));
            (at, twin) = (at + 1, twin + 1);
            (gap_start, gap_twin) = (at, twin);
            continue;
        }
        let to_go_right = left
            .get(at)
            .and_then(|key| in_right.get(key))
            .and_then(|&place| place.checked_sub(twin));
        let to_go_left = right
            .get(twin)
            .and_then(|key| in_left.get(key))
            .and_then(|&place| place.checked_sub(at));
        match (to_go_left, to_go_right) {
            _ if at == left.len() => twin += 1,
            _ if twin == right.len() => at += 1,
            (_, None) => at += 1,
            (None, _) => twin += 1,
            (Some(left), Some(right)) if left <= right => at += 1,
            _ => twin += 1,
        }
    }
    if gap_start < at || gap_twin < twin {
        steps.push(Step::Gap(gap_start..at, gap_twin..twin));
    }
    steps
}

fn clauses_differ(vi: &Side, en: &Side, left: Range<usize>, right: Range<usize>) -> Diagnostic {
    let anchor = |side: &Side, clause: usize| {
        side.text.clauses.get(clause).map(|clause| clause.anchor.clone())
    };
    let (side, own, other, others) =
        if left.is_empty() { (en, right, vi, left) } else { (vi, left, en, right) };
    let missing = anchor(side, own.start).unwrap_or_default();
    let (name, other_name) = (side.language_name(), other.language_name());
    let relation = relation(other.anchors.contains(missing.as_str()));
    let more = match own.len() - 1 {
        0 => Localized::text("", ""),
        more => Localized::text(
            format!(" (và {more} mục tiếp theo)"),
            format!(" (and {more} more clauses)"),
        ),
    };
    Diagnostic::new(
        Code::StructureDiffers,
        side.place(side.first_unit(own.start)),
        Localized::text(
            format!(
                "Mục `{missing}`{} của {} {} {}.",
                more.vi, name.vi, relation.vi, other_name.vi
            ),
            format!(
                "Clause `{missing}`{} of {} {} {}.",
                more.en, name.en, relation.en, other_name.en
            ),
        ),
        there(other, anchor(other, others.start)),
        Localized::text(
            "Hai ngôn ngữ phải có cùng các mục, với cùng nhãn và theo cùng thứ tự: hãy viết \
             thêm mục còn thiếu, hoặc sửa nhãn in ở đầu dòng; nhãn không phải là nhãn thì viết \
             `1\\.`.",
            "Both languages must have the same clauses, with the same labels in the same order: \
             write the missing clause, or mend the label at the start of its line; write `1\\.` \
             for what is no label.",
        ),
    )
    .with_related(other.place(other.first_unit(others.start)), twin_place())
}

/// Where the units of two clauses part.
fn gaps(
    vi: &Side,
    en: &Side,
    left: &Range<usize>,
    right: &Range<usize>,
) -> Vec<(Range<usize>, Range<usize>)> {
    let shifted = |range: Range<usize>, by: usize| range.start + by..range.end + by;
    let gap = |step| match step {
        Step::Gap(gap, twin_gap) => {
            Some((shifted(gap, left.start), shifted(twin_gap, right.start)))
        }
        Step::Twins(..) => None,
    };
    steps(&vi.units(left.clone()), &en.units(right.clone())).into_iter().filter_map(gap).collect()
}

/// The units of a clause in each language, and those of them that part.
fn units_differ(
    vi: &Side,
    en: &Side,
    (left, gap): (Range<usize>, Range<usize>),
    (right, twin_gap): (Range<usize>, Range<usize>),
) -> Diagnostic {
    let (own, own_units, gap, other, other_units, other_gap) = if gap.is_empty() {
        (en, right, twin_gap, vi, left, gap)
    } else {
        (vi, left, gap, en, right, twin_gap)
    };
    let (unit, twin) = (gap.start, other_gap.start);
    let missing = &own.text.units[unit].anchor;
    let relation =
        relation(other.text.units[other_units.clone()].iter().any(|unit| unit.anchor == *missing));
    let clause = &own.text.clause(own.text.units[unit].clause).anchor;
    let (name, other_name) = (own.language_name(), other.language_name());
    let twin_anchor = other_units.contains(&twin).then(|| other.text.units[twin].anchor.clone());
    let diagnostic = Diagnostic::new(
        Code::StructureDiffers,
        own.place(unit),
        Localized::text(
            format!("`{missing}` của {} {} {}.", name.vi, relation.vi, other_name.vi),
            format!("`{missing}` of {} {} {}.", name.en, relation.en, other_name.en),
        ),
        there(other, twin_anchor),
        Localized::text(
            format!(
                "Mục `{clause}` có {} đoạn, gạch đầu dòng hoặc ô bảng trong {}, nhưng {} trong \
                 {}: hãy chia hai bản như nhau, mỗi đoạn cách nhau một dòng trống.",
                own_units.len(),
                name.vi,
                other_units.len(),
                other_name.vi
            ),
            format!(
                "Clause `{clause}` has {} paragraphs, bullets or table cells in {} and {} in \
                 {}: divide both texts alike, with a blank line between paragraphs.",
                own_units.len(),
                name.en,
                other_units.len(),
                other_name.en
            ),
        ),
    );
    diagnostic.with_related(other.place(twin), twin_place())
}

/// What is wrong with a clause or unit, seen from the other language.
fn relation(stands_elsewhere: bool) -> Localized<&'static str> {
    if stands_elsewhere {
        Localized::new("đứng ở chỗ khác trong", "stands elsewhere in")
    } else {
        Localized::new("không có trong", "is not in")
    }
}

/// What the other language has at that place.
fn there(other: &Side, anchor: Option<String>) -> Localized {
    let name = other.language_name();
    match anchor {
        Some(anchor) => Localized::text(
            format!("ở chỗ này {} có `{anchor}`", name.vi),
            format!("here {} has `{anchor}`", name.en),
        ),
        None => Localized::text(
            format!("ở chỗ này {} không còn gì", name.vi),
            format!("here {} has nothing more", name.en),
        ),
    }
}

fn twin_place() -> Localized {
    Localized::text("chỗ tương ứng", "the corresponding place")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::plan_text;

    /// The places (in the text named by its first letter) and messages of what differs.
    fn differences(vi: &str, en: &str) -> Vec<String> {
        let source =
            |path: &str, text: &str| Arc::new(Source { path: path.into(), text: text.into() });
        let (vi_source, en_source) = (source("vi", vi), source("en", en));
        let mut report = Report::default();
        let vi = plan_text(&vi_source, Language::Vi, &mut report);
        let en = plan_text(&en_source, Language::En, &mut report);
        assert!(report.is_empty());
        let is_same = same_structure(&vi, &en, &vi_source, &en_source, &mut report);
        let marks_alone = report
            .sorted()
            .iter()
            .all(|diagnostic| diagnostic.message.en.contains("footnote mark"));
        assert_eq!(is_same, marks_alone);
        let at = |location: &Location| {
            format!("{}:{}", location.source.path, location.line_and_column().0)
        };
        let line = |diagnostic: &&Diagnostic| {
            format!(
                "{} {} {} | {}",
                at(&diagnostic.location),
                at(&diagnostic.related[0].0),
                diagnostic.message.en,
                diagnostic.label.en
            )
        };
        report.sorted().iter().map(line).collect()
    }

    #[test]
    fn twins_differ_in_words_only() {
        let vi = "# Kế hoạch\n\nMở đầu.\n\n## Điều 1. Một\n\n### I. Mục tiêu\n\n- a\n  + \
                  b\n\nđ) c\n\n## Phụ lục\n\n| a | b |\n|---|---|\n| 1 | |\n\n***\n\nKết.\n";
        let en = "# Plan\n\nOpening.\n\n## Article 1. One\n\n### I. Goals\n\n- a\n- b\n\nđ) \
                  c\n\n## Appendix\n\n| a | b |\n|---|---|\n| 1 | |\n\n***\n\nEnd.\n";
        assert_eq!(differences(vi, &en.replace("- a\n- b", "- a\n  + b")), Vec::<String>::new());
        assert_eq!(
            differences(vi, en),
            ["vi:10 en:10 `ddieu-1.i-b1.1` of the Vietnamese text is not in the English text. | \
              here the English text has `ddieu-1.i-b2`"]
        );
    }

    #[test]
    fn the_marks_of_footnotes_are_the_same_in_a_unit_whatever_their_order() {
        let notes = "\n\n[^1]: A.\n\n[^2]: B.\n";
        let vi = format!("## I. A\n\nMột[^1] hai[^2] ba[^1].\n\nBốn[^2].{notes}");
        assert_eq!(
            differences(&vi, &format!("## I. A\n\nTwo[^2] one[^1] three[^1].\n\nFour[^2].{notes}")),
            [""; 0]
        );
        assert_eq!(
            differences(&vi, &format!("## I. A\n\nOne[^1] two three[^2].\n\nFour[^2][^2].{notes}")),
            [
                "en:5 vi:5 The footnote mark `[^2]` in `i-p2` of the English text is not in the \
                 Vietnamese text. | this mark",
                "vi:3 en:3 The footnote mark `[^1]` in `i-p1` of the Vietnamese text is not in \
                 the English text. | this mark",
            ]
        );
    }

    #[test]
    fn a_missing_paragraph_is_one_mistake() {
        let vi = "## I. A\n\nmột\n\nhai\n\nba\n\n- bốn\n\n## II. B\n\nnăm\n";
        let en = "## I. A\n\none\n\ntwo\n\n- four\n\n## II. B\n\nfive\n";
        assert_eq!(
            differences(vi, en),
            ["vi:7 en:7 `i-p3` of the Vietnamese text is not in the English text. | here the \
              English text has `i-b1`"]
        );
        assert_eq!(
            differences(en, vi),
            ["en:7 vi:7 `i-p3` of the English text is not in the Vietnamese text. | here the \
              Vietnamese text has `i-b1`"]
        );
    }

    #[test]
    fn a_missing_clause_is_one_mistake_with_all_that_it_holds() {
        let vi = "## I. A\n\nmột\n\n## II. B\n\n### 1. b\n\n- hai\n\n### 2. c\n\nba\n\n## III. \
                  D\n\nbốn\n";
        let en = "## I. A\n\none\n\n## III. D\n\nfour\n";
        assert_eq!(
            differences(vi, en),
            ["vi:5 en:5 Clause `ii` (and 2 more clauses) of the Vietnamese text is not in the \
              English text. | here the English text has `iii`"]
        );
        let end = "## I. A\n\none\n";
        let vi = "## I. A\n\nmột\n\n## II. B\n";
        assert_eq!(
            differences(vi, end),
            ["vi:5 en:3 Clause `ii` of the Vietnamese text is not in the English text. | here \
              the English text has nothing more"]
        );
    }

    #[test]
    fn a_forgotten_or_mistyped_label_is_one_mistake() {
        let vi = "## I. A\n\nmột\n\n## II. B\n\nhai\n\n## III. C\n\nba\n";
        let forgotten = "## I. A\n\none\n\n## B\n\ntwo\n\n## III. C\n\nthree\n";
        assert_eq!(differences(vi, forgotten).len(), 1);
        let mistyped = "## I. A\n\none\n\n## IV. B\n\ntwo\n\n## III. C\n\nthree\n";
        assert_eq!(
            differences(vi, mistyped),
            ["vi:5 en:5 Clause `ii` of the Vietnamese text is not in the English text. | here \
              the English text has `iv`"]
        );
    }

    #[test]
    fn clauses_in_another_order_are_found_and_the_rest_is_still_compared() {
        let vi = "## I. A\n\n## II. B\n\n## III. C\n\n## IV. D\n\nmột\n\nhai\n";
        let en = "## I. A\n\n## III. C\n\n## II. B\n\n## IV. D\n\none\n";
        assert_eq!(
            differences(vi, en),
            [
                "vi:3 en:3 Clause `ii` of the Vietnamese text stands elsewhere in the English \
                 text. | here the English text has `iii`",
                "vi:11 en:9 `iv-p2` of the Vietnamese text is not in the English text. | here \
                 the English text has nothing more"
            ]
        );
    }

    #[test]
    fn blocks_in_another_order_stand_elsewhere() {
        assert_eq!(
            differences("## I. A\n\nmột\n\n- hai\n", "## I. A\n\n- two\n\none\n"),
            ["vi:3 en:3 `i-p1` of the Vietnamese text stands elsewhere in the English text. | \
              here the English text has `i-b1`"]
        );
    }

    #[test]
    fn an_empty_language_is_one_mistake() {
        assert_eq!(
            differences("## I. A\n\nmột\n", ""),
            ["vi:1 en:1 Clause `i` of the Vietnamese text is not in the English text. | here \
              the English text has nothing more"]
        );
    }
}
