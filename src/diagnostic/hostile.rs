//! A report whose names hold what each format must escape, for the tests of the formats.

use std::sync::Arc;

use super::{Code, Diagnostic, Location, Report, Source};
use crate::language::Localized;

pub const PATH: &str = "a::b,100%\n::error::{x}[y](z)\\\".md";
pub const TEXT: &str = "50%\r\n::error file=x,line=1::, {0} [a](b)\\\"";

pub fn report() -> Report {
    let source = Arc::new(Source { path: PATH.into(), text: "a".into() });
    let text = || Localized::text(TEXT, TEXT);
    let mut report = Report::default();
    report.add(Diagnostic::new(
        Code::MissingFile,
        Location::new(&source, 0..1),
        text(),
        text(),
        text(),
    ));
    report
}
