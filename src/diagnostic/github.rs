//! The report as workflow commands of GitHub Actions, a line for each finding: GitHub shows them in
//! the files that a change touches.
//!
//! The log of a run shows the message alone, so the places are named in it too.

use super::lines::{Lines, Span};
use super::{Diagnostic, Level, Report, terminal};
use crate::language::Language;

pub fn render(report: &Report, language: Language) -> String {
    let mut lines = Lines::default();
    report
        .sorted()
        .into_iter()
        .map(|diagnostic| command(diagnostic, language, &mut lines))
        .collect()
}

fn command(diagnostic: &Diagnostic, language: Language, lines: &mut Lines) -> String {
    let name = match diagnostic.level() {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Note => "notice",
    };
    let Span { line, column, end_line, end_column } = lines.span(&diagnostic.location);
    // GitHub takes columns only of what stands on one line.
    let columns = if line == end_line {
        format!(",col={column},endColumn={end_column}")
    } else {
        String::new()
    };
    let (file, title) =
        (property(&diagnostic.location.source.path), property(diagnostic.code.name()));
    let message = value(&message(diagnostic, language, lines));
    format!(
        "::{name} file={file},line={line},endLine={end_line}{columns},title={title}::{message}\n"
    )
}

/// The reason, each place with what is said of it, and the cure; a line each.
fn message(diagnostic: &Diagnostic, language: Language, lines: &mut Lines) -> String {
    let mut message = diagnostic.message.get(language).clone();
    let own = std::iter::once((&diagnostic.location, &diagnostic.label));
    for (location, label) in
        own.chain(diagnostic.related.iter().map(|(location, label)| (location, label)))
    {
        let Span { line, column, .. } = lines.span(location);
        message.push_str(&format!(
            "\n{}:{line}:{column}: {}",
            location.source.path,
            label.get(language)
        ));
    }
    message.push_str(&format!("\n{}: {}", terminal::help(language), diagnostic.cure.get(language)));
    message
}

/// What may stand after the second `::`.
fn value(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// What may stand after a `=`.
fn property(text: &str) -> String {
    value(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::diagnostic::{Code, Location, Source, hostile};
    use crate::language::Localized;

    #[test]
    fn a_finding_is_one_command_that_names_its_places() {
        let source = Arc::new(Source {
            path: "content/portal.yaml".into(),
            text: "tên: Mẫu\ntên: \"Mẫu\"\n".into(),
        });
        let texts = |vi: &str, en: &str| Localized::text(vi, en);
        let diagnostic = |code| {
            Diagnostic::new(
                code,
                Location::new(&source, 12..16),
                texts("hai lần", "twice"),
                texts("đây", "here"),
                texts("xóa", "delete"),
            )
        };
        let mut report = Report::default();
        report.add(
            diagnostic(Code::TranslationPending)
                .with_related(Location::new(&source, 0..4), texts("lần đầu", "the first")),
        );
        report.add(Diagnostic {
            location: Location::new(&source, 0..16),
            ..diagnostic(Code::UnknownFile)
        });
        assert_eq!(
            render(&report, Language::En),
            "::warning \
             file=content/portal.yaml,line=1,endLine=2,title=unknown-file::twice%0Acontent/portal.yaml:1:1: \
             here%0Ahelp: delete\n::notice \
             file=content/portal.yaml,line=2,endLine=2,col=1,endColumn=4,title=translation-pending::twice%0Acontent/portal.yaml:2:1: \
             here%0Acontent/portal.yaml:1:1: the first%0Ahelp: delete\n"
        );
        assert!(render(&report, Language::Vi).ends_with(
            "::hai lần%0Acontent/portal.yaml:2:1: đây%0Acontent/portal.yaml:1:1: lần đầu%0Acách \
             sửa: xóa\n"
        ));
    }

    #[test]
    fn hostile_names_end_no_line_and_begin_no_other_command() {
        let shown = render(&hostile::report(), Language::En);
        assert_eq!(
            shown,
            "::error \
             file=a%3A%3Ab%2C100%25%0A%3A%3Aerror%3A%3A{x}[y](z)\\\".md,line=1,endLine=1,col=1,endColumn=2,title=missing-file::50%25%0D%0A::error \
             file=x,line=1::, {0} [a](b)\\\"%0Aa::b,100%25%0A::error::{x}[y](z)\\\".md:1:1: \
             50%25%0D%0A::error file=x,line=1::, {0} [a](b)\\\"%0Ahelp: 50%25%0D%0A::error \
             file=x,line=1::, {0} [a](b)\\\"\n"
        );
    }
}
