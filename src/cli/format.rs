//! How a command shows its findings: `text` for people, on standard error; one document for
//! programs, alone on standard output.

use std::io::{ErrorKind, IsTerminal, Write};
use std::process::ExitCode;

use super::{FAILURE, say};
use crate::diagnostic::json::Statements;
use crate::diagnostic::{Report, github, json, sarif, terminal};
use crate::language::{Language, Localized, cause};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Text,
    Json,
    GitHub,
    Sarif,
}

impl Format {
    pub const ALL: [Format; 4] = [Format::Text, Format::Json, Format::GitHub, Format::Sarif];

    /// As it is typed after `--format`.
    pub fn name(self) -> &'static str {
        match self {
            Format::Text => "text",
            Format::Json => "json",
            Format::GitHub => "github",
            Format::Sarif => "sarif",
        }
    }
}

/// Shows a report; the code to exit with where a document for programs could not be written whole.
pub fn show(
    report: &Report,
    statements: Option<Statements>,
    format: Format,
    language: Language,
) -> Result<(), ExitCode> {
    let document = match format {
        Format::Text => {
            let shown = terminal::render(report, language, std::io::stderr().is_terminal());
            let more = terminal::read_more(report, language).unwrap_or_default();
            let _ = std::io::stderr().lock().write_all([shown, more].concat().as_bytes());
            return Ok(());
        }
        Format::Json => json::render(report, statements),
        Format::GitHub => github::render(report, language),
        Format::Sarif => sarif::render(report, language),
    };
    let mut output = std::io::stdout().lock();
    match output.write_all(document.as_bytes()).and_then(|()| output.flush()) {
        // A reader that has seen enough (`| head`) is no failure.
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            let cause = cause::cause(&error);
            say(
                &Localized::text(
                    format!("không ghi được kết quả ra đầu ra chuẩn: {}", cause.vi),
                    format!("cannot write the findings to standard output: {}", cause.en),
                ),
                language,
            );
            Err(ExitCode::from(FAILURE))
        }
        _ => Ok(()),
    }
}
