//! What a rule is: what it asks, why, and an example of content that breaks it and of content that
//! keeps it.

use crate::assemble::Assembled;
use crate::diagnostic::{Code, Report};
use crate::language::Localized;

/// A rule on an assembled portal.
#[derive(Debug)]
pub struct Rule {
    /// What it reports.
    pub codes: &'static [Code],
    /// What must be so, in one sentence.
    pub what: Localized<&'static str>,
    /// Why readers need it to be so.
    pub why: Localized<&'static str>,
    /// Text that breaks the rule when it is added to the files of a clean portal: file, text.
    pub bad: Example,
    /// The same, mended.
    pub good: Example,
    pub check: fn(&Assembled, &mut Report),
}

/// What is added to which files of the content folder.
pub type Example = &'static [(&'static str, &'static str)];
