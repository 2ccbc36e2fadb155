//! `{vi: Số 1, phường Tô Hiệu, en: ...}`: in an inline mapping a comma ends a text that stands
//! without quotes, and what follows it is read as a field.

use std::ops::Range;
use std::sync::Arc;

use super::yaml::{Entry, Value};
use crate::diagnostic::{Code, Diagnostic, Location, Source};
use crate::language::Localized;

/// A text that a comma cut.
pub struct CutText {
    /// The field that it belongs to, among the entries.
    pub field: usize,
    /// The entries that are its parts.
    pub parts: Range<usize>,
}

/// The texts of the mapping that commas cut. `text` is the file's, `is_known` whether a field may
/// stand here.
pub fn cut_texts(entries: &[Entry], text: &str, is_known: impl Fn(&str) -> bool) -> Vec<CutText> {
    let mut cut: Vec<CutText> = Vec::new();
    for (position, pair) in entries.windows(2).enumerate() {
        let (before, entry) = (&pair[0], &pair[1]);
        // A colon makes a field, unless no field could have that name.
        let has_colon = text
            .get(entry.key_range.end..)
            .is_some_and(|after| after.trim_start().starts_with(':'));
        let is_text = entry.value.is_empty() && !has_colon
            || entry.key.contains(|letter: char| letter == ' ' || !letter.is_ascii());
        let is_plain = matches!(before.value.value, Value::Scalar { plain: true, .. });
        let follows_comma = text
            .get(end(before)..entry.key_range.start)
            .is_some_and(|between| between.trim() == ",");
        if is_known(&entry.key) || !is_text || !is_plain || !follows_comma {
            continue;
        }
        match cut.last_mut().filter(|last| last.parts.end == position + 1) {
            Some(last) => last.parts.end += 1,
            None => cut.push(CutText { field: position, parts: position + 1..position + 2 }),
        }
    }
    cut
}

/// What to type instead.
pub fn diagnostic(cut: &CutText, entries: &[Entry], source: &Arc<Source>) -> Diagnostic {
    let (field, parts) = (&entries[cut.field], &entries[cut.parts.clone()]);
    if let Some(number) = cut_number(field, parts, source) {
        return number;
    }
    let range = parts[0].key_range.start..parts.last().map_or(parts[0].key_range.end, end);
    let (name, lost) = (&field.key, &source.text[range.clone()]);
    let typed =
        source.text[field.value.range.start..range.end].replace('\\', "\\\\").replace('"', "\\\"");
    Diagnostic::new(
        Code::UnknownField,
        Location::new(source, range),
        Localized::text(
            format!("dấu phẩy đã kết thúc `{name}`, nên “{lost}” bị đọc thành một trường"),
            format!("the comma has ended `{name}`, so “{lost}” is read as a field"),
        ),
        Localized::text(format!("phần này thuộc `{name}`",), format!("this belongs to `{name}`")),
        Localized::text(
            format!("đặt cả câu trong ngoặc kép: {name}: \"{typed}\""),
            format!("put the whole text in quotes: {name}: \"{typed}\""),
        ),
    )
}

/// `value: 27,4`: a number written the Vietnamese way.
fn cut_number(field: &Entry, parts: &[Entry], source: &Arc<Source>) -> Option<Diagnostic> {
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let (Value::Scalar { text: whole, plain: true }, [fraction]) = (&field.value.value, parts)
    else {
        return None;
    };
    let (name, fraction_text) = (&field.key, fraction.key.as_str());
    (is_number(whole.trim_start_matches('-')) && is_number(fraction_text)).then(|| {
        Diagnostic::new(
            Code::NumberFormat,
            Location::new(source, field.value.range.start..fraction.key_range.end),
            Localized::text(
                format!(
                    "dấu phẩy đã kết thúc `{name}`, nên “{fraction_text}” bị đọc thành một \
                     trường; trong YAML dấu thập phân là dấu chấm"
                ),
                format!(
                    "the comma has ended `{name}`, so “{fraction_text}” is read as a field; in \
                     YAML the decimal sign is a point"
                ),
            ),
            Localized::text("số này", "this number"),
            Localized::text(
                format!("hãy gõ {name}: {whole}.{fraction_text}"),
                format!("type {name}: {whole}.{fraction_text}"),
            ),
        )
    })
}

/// Where what was typed of the entry ends.
fn end(entry: &Entry) -> usize {
    if entry.value.is_empty() { entry.key_range.end } else { entry.value.range.end }
}
