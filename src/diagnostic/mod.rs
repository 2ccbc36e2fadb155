//! What an author did wrong, where, why it matters and what to type: collected in a [`Report`],
//! shown once at the end: to people in [`terminal`], to programs in the other formats.

mod code;
pub mod github;
#[cfg(test)]
mod hostile;
pub mod json;
mod lines;
pub mod sarif;
pub mod terminal;

use std::ops::Range;
use std::sync::Arc;

pub use code::Code;

use crate::language::Localized;

/// An authored file as it was read: the path as it is shown (`/` between folders) and the text.
#[derive(Debug, PartialEq, Eq)]
pub struct Source {
    pub path: String,
    pub text: String,
}

/// A place in an authored file: a byte range of its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Location {
    pub source: Arc<Source>,
    pub range: Range<usize>,
}

impl Location {
    /// The range, or the smallest one around it that splits no character: where letters were
    /// composed on reading, a place in the text is only about right in the file.
    pub fn new(source: &Arc<Source>, range: Range<usize>) -> Self {
        let start = source.text.floor_char_boundary(range.start);
        let end = source.text.ceil_char_boundary(range.end.max(start));
        Location { source: Arc::clone(source), range: start..end }
    }

    /// The file as a whole, for what is missing from it.
    pub fn file(source: &Arc<Source>) -> Self {
        Location::new(source, 0..0)
    }

    /// Line and column of the start, both from 1; the column counts characters.
    pub fn line_and_column(&self) -> (usize, usize) {
        let before = &self.source.text[..self.range.start];
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let column = before[line_start..].trim_start_matches('\u{feff}').chars().count() + 1;
        (before.matches('\n').count() + 1, column)
    }
}

/// How grave a diagnostic is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Informs; asks for nothing.
    Note,
    /// Wants a mend, or a note of the author; the site is built.
    Warning,
    /// The site is not built, and the published one is not touched.
    Error,
}

impl Level {
    /// As programs call it, in JSON and in SARIF alike.
    pub fn name(self) -> &'static str {
        match self {
            Level::Note => "note",
            Level::Warning => "warning",
            Level::Error => "error",
        }
    }
}

/// One mistake of an author.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    pub code: Code,
    pub location: Location,
    /// What is wrong, in one sentence that names it.
    pub message: Localized,
    /// Said at the marked place itself.
    pub label: Localized,
    /// What to type, or where to look.
    pub cure: Localized,
    /// Other places that explain it: the first use of a repeated id, the unit that a quote should
    /// stand in.
    pub related: Vec<(Location, Localized)>,
}

impl Diagnostic {
    pub fn new(
        code: Code,
        location: Location,
        message: Localized,
        label: Localized,
        cure: Localized,
    ) -> Self {
        Diagnostic { code, location, message, label, cure, related: Vec::new() }
    }

    pub fn with_related(mut self, location: Location, label: Localized) -> Self {
        self.related.push((location, label));
        self
    }

    pub fn level(&self) -> Level {
        self.code.level()
    }
}

/// The page of the documentation that explains a code, as `minhbach docs` takes it.
pub fn page(code: Code) -> String {
    format!("diagnostics#{}", code.name())
}

/// Every diagnostic of a run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    diagnostics: Vec<Diagnostic>,
}

impl Report {
    pub fn add(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    pub fn append(&mut self, other: Report) {
        self.diagnostics.extend(other.diagnostics);
    }

    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|diagnostic| diagnostic.level() == Level::Error)
    }

    /// How many diagnostics of a level are shown: each once.
    pub fn count(&self, level: Level) -> usize {
        self.sorted().into_iter().filter(|diagnostic| diagnostic.level() == level).count()
    }

    /// The diagnostics of a code in a file, in no order.
    pub fn of<'report>(
        &'report self,
        code: Code,
        source: &'report Arc<Source>,
    ) -> impl Iterator<Item = &'report Diagnostic> {
        self.diagnostics.iter().filter(move |diagnostic| {
            diagnostic.code == code && Arc::ptr_eq(&diagnostic.location.source, source)
        })
    }

    /// All of them, in no order.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.diagnostics.iter()
    }

    pub fn retain(&mut self, is_kept: impl Fn(&Diagnostic) -> bool) {
        self.diagnostics.retain(is_kept);
    }

    pub fn is_empty(&self) -> bool {
        self.diagnostics.is_empty()
    }

    /// By file, then by place in the file, each once.
    pub fn sorted(&self) -> Vec<&Diagnostic> {
        let mut sorted: Vec<&Diagnostic> = self.diagnostics.iter().collect();
        let key = |diagnostic: &Diagnostic| (diagnostic.location.range.start, diagnostic.code);
        sorted.sort_by(|left, right| {
            let paths = left.location.source.path.cmp(&right.location.source.path);
            paths
                .then_with(|| key(left).cmp(&key(right)))
                .then_with(|| left.message.vi.cmp(&right.message.vi))
        });
        sorted.dedup();
        sorted
    }
}
