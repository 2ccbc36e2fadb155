//! Holds the two languages of a plan against each other: the same clauses and units, in the same order. One mistake of the
//! author is one diagnostic, however much of the text it shifts.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic, Location, Report, Source};
use crate::language::{Language, Localized};
use crate::portal::{ClauseKind, PlanText, Unit};

/// As much of a unit as a diagnostic marks.
const MARKED: usize = 40;

/// Whether both languages have the same structure; where not, the report says where they part.
pub fn same_structure(vi: &PlanText, en: &PlanText, vi_source: &Arc<Source>, en_source: &Arc<Source>, report: &mut Report) -> bool {
    let vi = Side { text: vi, source: vi_source, language: Language::Vi };
    let en = Side { text: en, source: en_source, language: Language::En };
    let mut is_same = true;
    let mut steps = steps(&vi.clauses(), &en.clauses()).into_iter().peekable();
    while let Some(step) = steps.next() {
        match step {
            Step::Gap(left, right) => {
                report.add(clauses_differ(&vi, &en, left, right));
                is_same = false;
            }
            // Where a label is missing, what belongs to it stands in the clause before: the gap says it already.
            Step::Twins(..) if matches!(steps.peek(), Some(Step::Gap(..))) => {}
            Step::Twins(left, right) => {
                if let Some(diagnostic) = units_differ(&vi, &en, vi.units_of(left), en.units_of(right)) {
                    report.add(diagnostic);
                    is_same = false;
                }
            }
        }
    }
    is_same
}

#[derive(Clone, Copy)]
struct Side<'text> {
    text: &'text PlanText,
    source: &'text Arc<Source>,
    language: Language,
}

impl<'text> Side<'text> {
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

/// Walks two sequences of unique keys, and finds together again wherever both go on with the same key. Linear.
fn steps(left: &[Key], right: &[Key]) -> Vec<Step> {
    let in_left: BTreeMap<Key, usize> = left.iter().enumerate().map(|(index, &key)| (key, index)).collect();
    let in_right: BTreeMap<Key, usize> = right.iter().enumerate().map(|(index, &key)| (key, index)).collect();
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
        let to_go_right = left.get(at).and_then(|key| in_right.get(key)).and_then(|&place| place.checked_sub(twin));
        let to_go_left = right.get(twin).and_then(|key| in_left.get(key)).and_then(|&place| place.checked_sub(at));
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
    let anchor = |side: &Side, clause: usize| side.text.clauses.get(clause).map(|clause| clause.anchor.clone());
    let (side, own, other, others) = if left.is_empty() { (en, right, vi, left) } else { (vi, left, en, right) };
    let missing = anchor(side, own.start).unwrap_or_default();
    let (name, other_name) = (side.language_name(), other.language_name());
    let more = own.len() - 1;
    let more = match more {
        0 => Localized::text("", ""),
        more => Localized::text(format!(" (và {more} mục tiếp theo)"), format!(" (and {more} more clauses)")),
    };
    Diagnostic::new(
        Code::StructureDiffers,
        side.place(side.first_unit(own.start)),
        Localized::text(
            format!("Mục `{missing}`{} của {} không có trong {}.", more.vi, name.vi, other_name.vi),
            format!("Clause `{missing}`{} of {} is not in {}.", more.en, name.en, other_name.en),
        ),
        there(other, anchor(other, others.start)),
        Localized::text(
            "Hai ngôn ngữ phải có cùng các mục, với cùng nhãn và theo cùng thứ tự: hãy viết thêm mục còn thiếu, hoặc sửa nhãn in ở đầu dòng; nhãn không phải là nhãn thì viết `1\\.`.",
            "Both languages must have the same clauses, with the same labels in the same order: write the missing clause, or mend the label at the start of its line; write `1\\.` for what is no label.",
        ),
    )
    .with_related(other.place(other.first_unit(others.start)), twin_place())
}

fn units_differ(vi: &Side, en: &Side, left: Range<usize>, right: Range<usize>) -> Option<Diagnostic> {
    let steps = steps(&vi.units(left.clone()), &en.units(right.clone()));
    let (gap, twin_gap) = steps.into_iter().find_map(|step| if let Step::Gap(gap, twin_gap) = step { Some((gap, twin_gap)) } else { None })?;
    let (own, own_units, gap, other, other_units, other_gap) =
        if gap.is_empty() { (en, right, twin_gap, vi, left, gap) } else { (vi, left, gap, en, right, twin_gap) };
    let (unit, twin) = (own_units.start + gap.start, other_units.start + other_gap.start);
    let missing = &own.text.units[unit].anchor;
    let clause = &own.text.clause(own.text.units[unit].clause).anchor;
    let (name, other_name) = (own.language_name(), other.language_name());
    let twin_anchor = other_units.contains(&twin).then(|| other.text.units[twin].anchor.clone());
    let diagnostic = Diagnostic::new(
        Code::StructureDiffers,
        own.place(unit),
        Localized::text(
            format!("`{missing}` của {} không có trong {}.", name.vi, other_name.vi),
            format!("`{missing}` of {} is not in {}.", name.en, other_name.en),
        ),
        there(other, twin_anchor),
        Localized::text(
            format!(
                "Mục `{clause}` có {} đoạn, gạch đầu dòng hoặc ô bảng trong {}, nhưng {} trong {}: hãy chia hai bản như nhau, mỗi đoạn cách nhau một dòng trống.",
                own_units.len(),
                name.vi,
                other_units.len(),
                other_name.vi
            ),
            format!(
                "Clause `{clause}` has {} paragraphs, bullets or table cells in {} and {} in {}: divide both texts alike, with a blank line between paragraphs.",
                own_units.len(),
                name.en,
                other_units.len(),
                other_name.en
            ),
        ),
    );
    Some(diagnostic.with_related(other.place(twin), twin_place()))
}

/// What the other language has at that place.
fn there(other: &Side, anchor: Option<String>) -> Localized {
    let name = other.language_name();
    match anchor {
        Some(anchor) => Localized::text(format!("ở chỗ này {} có `{anchor}`", name.vi), format!("here {} has `{anchor}`", name.en)),
        None => Localized::text(format!("ở chỗ này {} không còn gì", name.vi), format!("here {} has nothing more", name.en)),
    }
}

fn twin_place() -> Localized {
    Localized::text("chỗ tương ứng", "the corresponding place")
}
