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
    /// What both examples add to a clean portal first.
    pub given: &'static [Example],
    /// What breaks the rule when it is added too; empty where `given` does.
    pub bad: Example,
    /// What keeps the rule when it is added instead.
    pub good: Example,
    pub check: fn(&Assembled, &mut Report),
}

/// Texts that are added to files of the content folder: file, text.
pub type Example = &'static [(&'static str, &'static str)];
