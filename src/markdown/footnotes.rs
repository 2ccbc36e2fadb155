//! Whether the footnotes of a text and their marks belong together, in one language and between the
//! two.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use super::tree::footnote_key;
use crate::diagnostic::{Code, Diagnostic, Location, Report, Source};
use crate::language::{Language, Localized};
use crate::portal::{FootnoteIndex, PlanText, UnitIndex};

/// What is written as a mark or leads to a footnote: the label and the place.
pub(super) type WrittenMark = (String, Range<usize>);

/// What the mark of a footnote leads to, for those who hear it.
pub fn name(label: &str, language: Language) -> String {
    match language {
        Language::Vi => format!("Chú thích {label}"),
        Language::En => format!("Footnote {label}"),
    }
}

/// What the arrow behind a footnote does, for those who hear it.
pub fn back_to_mark(label: &str, language: Language) -> String {
    match language {
        Language::Vi => format!("Trở lại chỗ có dấu chú thích {label}"),
        Language::En => format!("Back to the mark of footnote {label}"),
    }
}

/// What is written like a mark in a range of visible text: Markdown leaves it there where the
/// footnote is not.
pub(super) fn written_as_marks(source: &str, range: Range<usize>) -> Vec<WrittenMark> {
    let mark = |(offset, _)| {
        let place = range.start + offset;
        let rest = source[place..].strip_prefix("[^")?;
        let length = rest
            .find(|letter: char| letter.is_whitespace() || matches!(letter, '[' | ']'))
            .unwrap_or(rest.len());
        let label = &rest[..length];
        let is_mark =
            length > 0 && rest[length..].starts_with(']') && !source[..place].ends_with('\\');
        is_mark.then(|| (label.to_owned(), place..place + "[^]".len() + label.len()))
    };
    source.get(range.clone()).unwrap_or_default().match_indices('[').filter_map(mark).collect()
}

/// The footnotes without those whose label another has before them, which are reported: Markdown
/// would lead every mark to the first.
pub(super) fn without_repeated<Words>(
    footnotes: Vec<(WrittenMark, Words)>,
    source: &Arc<Source>,
    report: &mut Report,
) -> Vec<(WrittenMark, Words)> {
    let mut seen: BTreeMap<String, Location> = BTreeMap::new();
    let mut kept = Vec::with_capacity(footnotes.len());
    for (mark, words) in footnotes {
        let (label, location) = (&mark.0, Location::new(source, mark.1.clone()));
        match seen.get(&footnote_key(label)) {
            Some(first) => report.add(repeated_footnote(label, location, first.clone())),
            None => {
                seen.insert(footnote_key(label), location);
                kept.push((mark, words));
            }
        }
    }
    kept
}

pub(super) fn repeated_footnote(label: &str, location: Location, first: Location) -> Diagnostic {
    Diagnostic::new(
        Code::DuplicateId,
        location,
        Localized::text(
            format!("Chú thích `[^{label}]` được viết hai lần."),
            format!("The footnote `[^{label}]` is written twice."),
        ),
        Localized::text("lần thứ hai", "the second time"),
        Localized::text(
            "Hãy đặt cho chú thích này một số hiệu riêng, ở đây và ở dấu của nó trong văn bản; \
             hoặc xóa một trong hai.",
            "Give this footnote a label of its own, here and at its mark in the text; or delete \
             one of the two.",
        ),
    )
    .with_related(first, Localized::text("lần thứ nhất", "the first time"))
}

/// Reports marks without their footnote and footnotes without a mark. `written` are the marks of
/// the whole text, also those that stand where the portal shows no text; `dangling` is what
/// Markdown took for no mark.
pub(super) fn report_unmatched(
    text: &PlanText,
    written: &[WrittenMark],
    dangling: &[WrittenMark],
    source: &Arc<Source>,
    report: &mut Report,
) {
    for (label, range) in dangling {
        report.add(dangling_mark(label, range.clone(), source));
    }
    let known: BTreeSet<String> =
        text.footnotes.iter().map(|footnote| footnote_key(&footnote.label)).collect();
    for (label, range) in written.iter().filter(|(label, _)| !known.contains(&footnote_key(label)))
    {
        report.add(dangling_mark(label, range.clone(), source));
    }
    let shown: BTreeSet<usize> =
        text.units.iter().flat_map(|unit| &unit.note_marks).map(|mark| mark.source.start).collect();
    let hidden: BTreeMap<String, &Range<usize>> = written
        .iter()
        .filter(|(_, range)| !shown.contains(&range.start))
        .map(|(label, range)| (footnote_key(label), range))
        .collect();
    for footnote in text.footnotes.iter().filter(|footnote| footnote.first_mark.is_none()) {
        let diagnostic =
            unmarked_footnote(&footnote.label, Location::new(source, footnote.source.clone()));
        report.add(match hidden.get(&footnote_key(&footnote.label)) {
            Some(&range) => diagnostic.with_related(
                Location::new(source, range.clone()),
                Localized::text(
                    "dấu này đứng ở chỗ không có chữ nào để hiện cùng",
                    "this mark stands where there are no words to show it with",
                ),
            ),
            None => diagnostic,
        });
    }
}

/// The footnotes that a text is known to lack, as labels are compared.
pub(super) fn told_missing(source: &Arc<Source>, report: &Report) -> BTreeSet<String> {
    let marks = report
        .of(Code::FootnoteMissing, source)
        .map(|diagnostic| &source.text[diagnostic.location.range.clone()]);
    marks.filter_map(|mark| mark.strip_prefix("[^")?.strip_suffix(']')).map(footnote_key).collect()
}

pub(super) fn dangling_mark(label: &str, range: Range<usize>, source: &Arc<Source>) -> Diagnostic {
    Diagnostic::new(
        Code::FootnoteMissing,
        Location::new(source, range),
        Localized::text(
            format!("Dấu `[^{label}]` không dẫn đến chú thích nào."),
            format!("The mark `[^{label}]` leads to no footnote."),
        ),
        Localized::text("dấu chú thích này", "this mark"),
        Localized::text(
            format!(
                "Hãy viết chú thích ở cuối văn bản, trên một dòng riêng: `[^{label}]: ...`; nếu \
                 đây không phải là dấu chú thích, hãy gõ `\\[^{label}]`."
            ),
            format!(
                "Write the footnote at the end of the text, on a line of its own: `[^{label}]: \
                 ...`; if this is no mark, type `\\[^{label}]`."
            ),
        ),
    )
}

pub(super) fn unmarked_footnote(label: &str, location: Location) -> Diagnostic {
    Diagnostic::new(
        Code::FootnoteUnmarked,
        location,
        Localized::text(
            format!("Không có dấu nào trong văn bản dẫn đến chú thích `[^{label}]`."),
            format!("No mark in the text leads to the footnote `[^{label}]`."),
        ),
        Localized::text("chú thích này", "this footnote"),
        Localized::text(
            format!(
                "Hãy đặt dấu `[^{label}]` ngay sau những chữ được chú thích, trong một đoạn, \
                 gạch đầu dòng, ô bảng hoặc tiêu đề mục."
            ),
            format!(
                "Put the mark `[^{label}]` right behind the words that it explains, in a \
                 paragraph, bullet, table cell or clause heading."
            ),
        ),
    )
}

/// A text with where it comes from.
pub(super) type Side<'text> = (&'text PlanText, &'text Arc<Source>, Language);

/// Reports the first mark that a unit has in one language only. Where in the sentence the marks
/// stand is each language's own.
pub(super) fn marks_differ(sides: [Side<'_>; 2], unit: UnitIndex) -> Option<Diagnostic> {
    // What is no mark for want of its footnote is reported there.
    if sides.iter().any(|(text, ..)| text.unit(unit).text.contains("[^")) {
        return None;
    }
    let [vi, en] = sides;
    only_here(vi, en, unit).or_else(|| only_here(en, vi, unit))
}

fn only_here(own: Side<'_>, other: Side<'_>, unit: UnitIndex) -> Option<Diagnostic> {
    let (text, source, language) = own;
    // Both languages have the same footnotes, in the same order.
    let mut others: BTreeMap<FootnoteIndex, usize> = BTreeMap::new();
    for mark in &other.0.unit(unit).note_marks {
        *others.entry(mark.footnote).or_default() += 1;
    }
    let mark =
        text.unit(unit).note_marks.iter().find(|mark| match others.get_mut(&mark.footnote) {
            Some(left @ 1..) => {
                *left -= 1;
                false
            }
            _ => true,
        })?;
    let label = &text.footnote(mark.footnote).label;
    let anchor = &text.unit(unit).anchor;
    let name = |language| match language {
        Language::Vi => Localized::new("bản tiếng Việt", "the Vietnamese text"),
        Language::En => Localized::new("bản tiếng Anh", "the English text"),
    };
    let (here, there) = (name(language), name(other.2));
    let twin = other.0.unit(unit);
    let end = twin.source_range(0..twin.text.len()).end;
    Some(
        Diagnostic::new(
            Code::StructureDiffers,
            Location::new(source, mark.source.clone()),
            Localized::text(
                format!(
                    "Dấu chú thích `[^{label}]` trong `{anchor}` của {} không có trong {}.",
                    here.vi, there.vi
                ),
                format!(
                    "The footnote mark `[^{label}]` in `{anchor}` of {} is not in {}.",
                    here.en, there.en
                ),
            ),
            Localized::text("dấu này", "this mark"),
            Localized::text(
                format!(
                    "Mỗi đoạn phải có cùng những dấu chú thích trong hai ngôn ngữ: hãy đặt \
                     `[^{label}]` sau những chữ tương ứng trong {}, hoặc xóa dấu thừa.",
                    there.vi
                ),
                format!(
                    "Each piece must have the same footnote marks in both languages: put \
                     `[^{label}]` behind the corresponding words in {}, or delete the mark that \
                     is too many.",
                    there.en
                ),
            ),
        )
        .with_related(
            Location::new(other.1, end..end),
            Localized::text("đoạn tương ứng kết thúc ở đây", "the corresponding piece ends here"),
        ),
    )
}
