//! Words of a skeleton that wait for real ones: `‹điền tên kế hoạch›`, `‹fill in the title›`.
//! `minhbach new` writes them, and a file that has some is told of until they are gone, so that no
//! skeleton is published unnoticed.

use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic, Location, Report, Source};
use crate::language::Localized;

/// How a placeholder begins, in each language. No printed text has these signs.
const BEGINNINGS: [&str; 2] = ["‹điền ", "‹fill in "];
const END: char = '›';

/// Reports a file with placeholders, once, at the first of them: it is filled in from top to
/// bottom.
pub fn look(source: &Arc<Source>, report: &mut Report) {
    let found = placeholders(source);
    let Some((place, wanted)) = found.first() else { return };
    let message = match found.len() - 1 {
        0 => {
            Localized::text(format!("chưa điền: {wanted}"), format!("not filled in yet: {wanted}"))
        }
        more => Localized::text(
            format!("chưa điền: {wanted}; và {more} chỗ nữa"),
            format!("not filled in yet: {wanted}; and {more} more"),
        ),
    };
    report.add(Diagnostic::new(
        Code::Unfilled,
        Location::new(source, place.clone()),
        message,
        Localized::text("chữ của bản mẫu", "words of the skeleton"),
        match source.path.ends_with(".yaml") {
            true => Localized::text(
                "thay mỗi cụm ‹ › bằng nội dung thật",
                "put the real words in the place of all between ‹ and ›",
            ),
            false => Localized::text(
                "thay mỗi cụm ‹ › bằng nội dung thật; đoạn nào văn bản không có thì xóa, ở cả \
                 hai thứ tiếng",
                "put the real words in the place of all between ‹ and ›; delete a piece that \
                 the document has not, in both languages",
            ),
        },
    ));
}

/// Whether a text has words of a skeleton.
pub fn is_unfilled(text: &str) -> bool {
    text.lines().any(|line| next(line, 0).is_some())
}

/// Where the placeholders of a file stand, and what each asks for; those in comments of YAML ask
/// for nothing.
fn placeholders(source: &Source) -> Vec<(Range<usize>, &str)> {
    let has_comments = source.path.ends_with(".yaml");
    let mut found = Vec::new();
    let mut start = 0;
    for line in source.text.split_inclusive('\n') {
        if !(has_comments && line.trim_start().starts_with('#')) {
            let mut at = 0;
            while let Some((range, wanted)) = next(line, at) {
                at = range.end;
                found.push((start + range.start..start + range.end, wanted));
            }
        }
        start += line.len();
    }
    found
}

/// The next placeholder of a line, from an offset on.
fn next(line: &str, at: usize) -> Option<(Range<usize>, &str)> {
    let rest = &line[at..];
    let (from, beginning) = BEGINNINGS
        .into_iter()
        .filter_map(|beginning| Some((rest.find(beginning)?, beginning)))
        .min()?;
    let behind = from + beginning.len();
    let length = rest[behind..].find(END)?;
    Some((at + from..at + behind + length + END.len_utf8(), &rest[behind..behind + length]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(path: &str, text: &str) -> Vec<String> {
        let source = Source { path: path.to_owned(), text: text.to_owned() };
        placeholders(&source).into_iter().map(|(range, _)| text[range].to_owned()).collect()
    }

    #[test]
    fn placeholders_are_found_and_comments_are_not() {
        let text = "# ‹điền gì đó›\ntitle: {vi: \"‹điền tên›\", en: \"‹fill in the title›\"}\n";
        assert_eq!(found("content/plan.yaml", text), ["‹điền tên›", "‹fill in the title›"]);
        assert_eq!(found("content/plan.vi.md", "# ‹điền tên›\n"), ["‹điền tên›"]);
    }

    #[test]
    fn other_words_between_these_signs_are_nobody_s_skeleton() {
        assert!(
            found("content/plan.vi.md", "‹bản gốc› ‹điền\n tên› ‹điền mà không hết\n").is_empty()
        );
    }
}
