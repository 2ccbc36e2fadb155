//! Diagnostics as a person reads them: the line itself, the mark under it, the reason and the cure.

use annotate_snippets::{AnnotationKind, Group, Level as Tone, Renderer, Snippet};

use super::{Diagnostic, Level, Location, Report};
use crate::language::Language;

/// More than anybody reads at once; a file that is wrong throughout has one cause.
const MOST: usize = 1000;

/// The whole report as text, file by file, with ANSI colours where `styled`.
pub fn render(report: &Report, language: Language, styled: bool) -> String {
    let renderer = if styled { Renderer::styled() } else { Renderer::plain() };
    let mut text = String::new();
    let sorted = report.sorted();
    for diagnostic in sorted.iter().take(MOST) {
        text.push_str(&renderer.render(&[group(diagnostic, language)]));
        text.push_str("\n\n");
    }
    if let Some(left) = sorted.len().checked_sub(MOST).filter(|left| *left > 0) {
        text.push_str(&match language {
            Language::Vi => format!("… và {left} thông báo nữa; sửa những lỗi trên rồi chạy lại\n"),
            Language::En => format!("… and {left} more; mend these and run again\n"),
        });
    }
    text
}

/// Where the first error is explained, in a line of its own; nothing where there is no error.
pub fn read_more(report: &Report, language: Language) -> Option<String> {
    let sorted = report.sorted();
    let first = sorted.iter().find(|diagnostic| diagnostic.level() == Level::Error)?;
    let words = match language {
        Language::Vi => "đọc thêm",
        Language::En => "read more",
    };
    Some(format!("{words}: minhbach docs {}\n", first.code.name()))
}

/// `2 lỗi, 1 cảnh báo` / `2 errors, 1 warning`.
pub fn count(report: &Report, language: Language) -> String {
    let word = |level: Level| {
        let count = report.count(level);
        let name = match (language, level, count) {
            (Language::Vi, Level::Error, _) => "lỗi",
            (Language::Vi, Level::Warning, _) => "cảnh báo",
            (Language::Vi, Level::Note, _) => "lưu ý",
            (Language::En, Level::Error, 1) => "error",
            (Language::En, Level::Error, _) => "errors",
            (Language::En, Level::Warning, 1) => "warning",
            (Language::En, Level::Warning, _) => "warnings",
            (Language::En, Level::Note, 1) => "note",
            (Language::En, Level::Note, _) => "notes",
        };
        (count > 0).then(|| format!("{count} {name}"))
    };
    [Level::Error, Level::Warning, Level::Note]
        .into_iter()
        .filter_map(word)
        .collect::<Vec<_>>()
        .join(", ")
}

fn group<'diagnostic>(
    diagnostic: &'diagnostic Diagnostic,
    language: Language,
) -> Group<'diagnostic> {
    let tone = match (diagnostic.level(), language) {
        (Level::Error, Language::Vi) => Tone::ERROR.with_name("lỗi"),
        (Level::Warning, Language::Vi) => Tone::WARNING.with_name("cảnh báo"),
        (Level::Note, Language::Vi) => Tone::NOTE.with_name("lưu ý"),
        (Level::Error, Language::En) => Tone::ERROR,
        (Level::Warning, Language::En) => Tone::WARNING,
        (Level::Note, Language::En) => Tone::NOTE,
    };
    let mut group =
        tone.primary_title(diagnostic.message.get(language)).id(diagnostic.code.name()).element(
            snippet(&diagnostic.location, AnnotationKind::Primary, diagnostic.label.get(language)),
        );
    for (location, label) in &diagnostic.related {
        group = group.element(snippet(location, AnnotationKind::Context, label.get(language)));
    }
    group.element(Tone::HELP.with_name(help(language)).message(diagnostic.cure.get(language)))
}

/// What stands before a cure.
pub fn help(language: Language) -> &'static str {
    match language {
        Language::Vi => "cách sửa",
        Language::En => "help",
    }
}

/// The lines of the place, and no others: a file may be large.
fn snippet<'place>(
    location: &'place Location,
    kind: AnnotationKind,
    label: &'place str,
) -> Snippet<'place, annotate_snippets::Annotation<'place>> {
    let text = &location.source.text;
    let start = floor(text, location.range.start.min(text.len()));
    let end = floor(text, location.range.end.clamp(start, text.len()));
    let first = text[..start].rfind('\n').map_or(0, |newline| newline + 1);
    // A mark that runs over several lines is shown at its first: the place is what matters.
    let line_end = text[start..].find('\n').map_or(text.len(), |newline| start + newline);
    let end = end.min(line_end);
    let (line, _) = location.line_and_column();
    Snippet::source(&text[first..line_end])
        .path(location.source.path.as_str())
        .line_start(line)
        .annotation(kind.span(start - first..end - first).label(label))
}

fn floor(text: &str, mut offset: usize) -> usize {
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::diagnostic::{Code, Source};
    use crate::language::Localized;

    #[test]
    fn a_diagnostic_shows_code_place_line_reason_and_cure_in_both_languages() {
        let source = Arc::new(Source {
            path: "content/portal.yaml".into(),
            text: "title: x\nas_of: 2025-02-29\n".into(),
        });
        let mut report = Report::default();
        report.add(Diagnostic::new(
            Code::WrongDate,
            Location::new(&source, 16..26),
            Localized::text("không phải là một ngày có thật", "not a date"),
            Localized::text("ngày này", "this date"),
            Localized::text("viết năm-tháng-ngày", "write year-month-day"),
        ));
        let english = render(&report, Language::En, false);
        assert_eq!(
            english.trim_end(),
            "error[wrong-date]: not a date\n --> content/portal.yaml:2:8\n  |\n2 | as_of: \
             2025-02-29\n  |        ^^^^^^^^^^ this date\n  |\n  = help: write year-month-day"
        );
        let vietnamese = render(&report, Language::Vi, false);
        assert!(
            vietnamese.starts_with(
                "lỗi[wrong-date]: không phải là một ngày có thật\n --> content/portal.yaml:2:8\n"
            ),
            "{vietnamese}"
        );
        assert!(vietnamese.contains("cách sửa: viết năm-tháng-ngày"), "{vietnamese}");
        assert_eq!(
            (count(&report, Language::Vi).as_str(), count(&report, Language::En).as_str()),
            ("1 lỗi", "1 error")
        );
    }

    #[test]
    fn a_file_that_is_wrong_throughout_does_not_flood_the_terminal() {
        let source = Arc::new(Source { path: "x.yaml".into(), text: "x\n".repeat(5000) });
        let mut report = Report::default();
        for line in 0..5000 {
            let text = || Localized::text("a", "a");
            report.add(Diagnostic::new(
                Code::UnknownField,
                Location::new(&source, line * 2..line * 2 + 1),
                text(),
                text(),
                text(),
            ));
        }
        let shown = render(&report, Language::En, false);
        assert_eq!(shown.matches("error[unknown-field]").count(), MOST);
        assert!(shown.ends_with("… and 4000 more; mend these and run again\n"));
        assert_eq!(count(&report, Language::En), "5000 errors");
    }

    #[test]
    fn a_place_at_the_end_of_an_empty_file_is_no_trouble() {
        let source = Arc::new(Source { path: "x.yaml".into(), text: String::new() });
        let mut report = Report::default();
        let texts = || Localized::text("a", "a");
        report.add(Diagnostic::new(
            Code::MissingFile,
            Location::new(&source, 0..0),
            texts(),
            texts(),
            texts(),
        ));
        assert!(render(&report, Language::En, false).contains("x.yaml"));
    }
}
