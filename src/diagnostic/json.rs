//! The report as one JSON document, for programs. Its texts are in both languages: who will read
//! them is known only where they are shown, and so the document is the same on every machine.

use serde::Serialize;

use super::lines::{Lines, Span};
use super::{Diagnostic, Level, Location, Report, page};
use crate::language::Localized;

/// Of the document's form: it grows when a field changes its meaning or goes; a new field leaves it
/// as it is.
const VERSION: u32 = 1;

/// As much of a line as anybody looks at: a hostile file may be a single one.
const LONGEST_LINE: usize = 2000;

/// How many statements a portal has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Statements {
    pub all: usize,
    /// Those that the program proves in a clause of a plan, in every language that the plan has;
    /// without aims.
    pub proven: usize,
    /// Those that stand in a clause of a plan by the reading of an editor.
    pub read_by_editor: usize,
    /// Those that a plan works towards without a commitment.
    pub aims: usize,
    /// Those that are reported outside the plans: what is left, and so not in the document.
    #[serde(skip)]
    pub reported: usize,
    /// How many of the proven in Vietnamese alone.
    pub in_vietnamese_alone: usize,
    /// How many of the proven by a reading of the source that its editors are not sure of.
    pub uncertain: usize,
}

/// The whole report; without statements where errors keep them from being counted.
pub fn render(report: &Report, statements: Option<Statements>) -> String {
    let mut lines = Lines::default();
    let document = Document {
        version: VERSION,
        summary: Summary {
            errors: report.count(Level::Error),
            warnings: report.count(Level::Warning),
            notes: report.count(Level::Note),
            statements: statements.filter(|_| !report.has_errors()),
        },
        findings: report
            .sorted()
            .into_iter()
            .map(|diagnostic| finding(diagnostic, &mut lines))
            .collect(),
    };
    let mut text =
        serde_json::to_string_pretty(&document).expect("texts and numbers are always JSON");
    text.push('\n');
    text
}

#[derive(Serialize)]
struct Document<'report> {
    version: u32,
    summary: Summary,
    findings: Vec<Finding<'report>>,
}

#[derive(Serialize)]
struct Summary {
    errors: usize,
    warnings: usize,
    notes: usize,
    statements: Option<Statements>,
}

#[derive(Serialize)]
struct Finding<'report> {
    level: &'static str,
    code: &'static str,
    /// The page that explains it, as `minhbach docs` takes it.
    page: String,
    message: Both<'report>,
    #[serde(flatten)]
    place: Place<'report>,
    cure: Both<'report>,
    related: Vec<Place<'report>>,
}

#[derive(Serialize)]
struct Place<'report> {
    path: &'report str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    text: String,
    label: Both<'report>,
}

#[derive(Serialize)]
struct Both<'report> {
    vi: &'report str,
    en: &'report str,
}

fn finding<'report>(diagnostic: &'report Diagnostic, lines: &mut Lines) -> Finding<'report> {
    Finding {
        level: diagnostic.level().name(),
        code: diagnostic.code.name(),
        page: page(diagnostic.code),
        message: both(&diagnostic.message),
        place: place(&diagnostic.location, &diagnostic.label, lines),
        cure: both(&diagnostic.cure),
        related: diagnostic
            .related
            .iter()
            .map(|(location, label)| place(location, label, lines))
            .collect(),
    }
}

fn place<'report>(
    location: &'report Location,
    label: &'report Localized,
    lines: &mut Lines,
) -> Place<'report> {
    let Span { line, column, end_line, end_column } = lines.span(location);
    let whole = lines.line(location);
    let text = match whole.char_indices().nth(LONGEST_LINE) {
        Some((end, _)) => format!("{}…", &whole[..end]),
        None => whole.to_owned(),
    };
    Place {
        path: &location.source.path,
        line,
        column,
        end_line,
        end_column,
        text,
        label: both(label),
    }
}

fn both(text: &Localized) -> Both<'_> {
    Both { vi: &text.vi, en: &text.en }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::diagnostic::{Code, Source, hostile};

    const FIVE: Statements = Statements {
        all: 5,
        proven: 2,
        read_by_editor: 1,
        aims: 1,
        reported: 1,
        in_vietnamese_alone: 1,
        uncertain: 0,
    };

    #[test]
    fn a_finding_is_told_with_its_places_in_both_languages() {
        let source = Arc::new(Source {
            path: "content/portal.yaml".into(),
            text: "tên: Mẫu\ntên: \"Mẫu\"\n".into(),
        });
        let mut report = Report::default();
        report.add(
            Diagnostic::new(
                Code::DuplicateField,
                Location::new(&source, 12..16),
                Localized::text("trường `tên` có hai lần", "the field `tên` stands twice"),
                Localized::text("lần thứ hai", "the second time"),
                Localized::text("xóa một trong hai", "delete one of the two"),
            )
            .with_related(
                Location::new(&source, 0..4),
                Localized::text("lần thứ nhất", "the first time"),
            ),
        );
        let expected = r#"{
  "version": 1,
  "summary": {
    "errors": 1,
    "warnings": 0,
    "notes": 0,
    "statements": null
  },
  "findings": [
    {
      "level": "error",
      "code": "duplicate-field",
      "page": "diagnostics#duplicate-field",
      "message": {
        "vi": "trường `tên` có hai lần",
        "en": "the field `tên` stands twice"
      },
      "path": "content/portal.yaml",
      "line": 2,
      "column": 1,
      "end_line": 2,
      "end_column": 4,
      "text": "tên: \"Mẫu\"",
      "label": {
        "vi": "lần thứ hai",
        "en": "the second time"
      },
      "cure": {
        "vi": "xóa một trong hai",
        "en": "delete one of the two"
      },
      "related": [
        {
          "path": "content/portal.yaml",
          "line": 1,
          "column": 1,
          "end_line": 1,
          "end_column": 4,
          "text": "tên: Mẫu",
          "label": {
            "vi": "lần thứ nhất",
            "en": "the first time"
          }
        }
      ]
    }
  ]
}
"#;
        assert_eq!(render(&report, Some(FIVE)), expected, "what has errors is not counted");
    }

    #[test]
    fn a_clean_portal_counts_its_statements() {
        let document = render(&Report::default(), Some(FIVE));
        let read: serde_json::Value = serde_json::from_str(&document).expect("JSON");
        assert_eq!(
            read["summary"]["statements"],
            serde_json::json!({"all": 5, "proven": 2, "read_by_editor": 1, "aims": 1, "in_vietnamese_alone": 1, "uncertain": 0})
        );
        assert_eq!(read["findings"], serde_json::json!([]));
    }

    #[test]
    fn hostile_names_arrive_as_they_are_and_a_file_of_one_line_is_cut() {
        let read: serde_json::Value =
            serde_json::from_str(&render(&hostile::report(), None)).expect("JSON");
        assert_eq!(
            (read["findings"][0]["path"].as_str(), read["findings"][0]["message"]["en"].as_str()),
            (Some(hostile::PATH), Some(hostile::TEXT))
        );
        let source =
            Arc::new(Source { path: "x.yaml".into(), text: "ế".repeat(LONGEST_LINE + 1) });
        let mut report = Report::default();
        let texts = Localized::default;
        report.add(Diagnostic::new(
            Code::UnknownField,
            Location::new(&source, 3..6),
            texts(),
            texts(),
            texts(),
        ));
        let read: serde_json::Value = serde_json::from_str(&render(&report, None)).expect("JSON");
        assert_eq!(
            read["findings"][0]["text"].as_str().map(|text| text.chars().count()),
            Some(LONGEST_LINE + 1)
        );
        assert_eq!(read["findings"][0]["column"], 2);
    }
}
